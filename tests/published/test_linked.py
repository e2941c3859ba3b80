from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from collector.brief import (
    Clause,
    Condition,
    FormKind,
    Line,
    Option,
    Range,
    Results,
    Shape,
    Test,
)
from collector.published import form_result
from tests.form.forms import form, question
from tests.kept import response

WHO = question(
    Shape.ONE,
    "who",
    options=(Option("customer", "A"), Option("supplier", "B"), Option("press", "C")),
)


def only_if(column: str, test: Test, *values: str | Range) -> Condition:
    return Condition((Clause(column, test, values),))


WHAT = question(Shape.ONE, "what", condition=only_if("who", Test.IS, "supplier"))


def results(*asked, answers, kind=FormKind.SURVEY):
    survey = form(*asked, name="survey", kind=kind, results=Results.ALWAYS)
    told = form_result(survey, {}, {}, [response(survey, each) for each in answers])
    return {each.id: each for each in told.questions}


def of(customers: int, suppliers: int, press: int) -> list[dict[str, str]]:
    return [
        *({"who": "customer"} for _ in range(customers)),
        *({"who": "supplier", "what": "bern"} for _ in range(suppliers)),
        *({"who": "press"} for _ in range(press)),
    ]


def test_how_many_were_asked_is_told_where_everything_is():
    what = results(WHO, WHAT, answers=of(20, 17, 6))["what"]
    assert (what.asked, what.n, what.is_untold) == (17, 17, False)


def test_it_is_not_told_where_it_would_give_away_a_covered_count():
    told = results(WHO, WHAT, answers=of(20, 17, 3))
    assert [each.code for each in told["who"].rows] == ["customer"]
    assert (told["what"].asked, told["what"].n, told["what"].is_untold) == (0, 0, True)


def test_nor_what_depends_on_it_in_turn():
    more = question(Shape.YES, "more", condition=only_if("what", Test.ANSWERED))
    assert results(WHO, WHAT, more, answers=of(20, 17, 3))["more"].is_untold
    assert not results(WHO, WHAT, more, answers=of(20, 17, 6))["more"].is_untold


def test_nor_where_few_were_asked_or_all_but_a_few():
    asked = question(Shape.YES, "more", condition=only_if("who", Test.ANSWERED))
    for silent in (1, 4):
        assert results(WHO, asked, answers=[*of(20, 17, 6), *[{}] * silent])["more"].is_untold
    for silent in (0, 5):
        assert not results(WHO, asked, answers=[*of(20, 17, 6), *[{}] * silent])["more"].is_untold


def test_nor_where_a_condition_cuts_numbers_that_are_told_in_classes():
    wait = question(Shape.NUMBER, "wait")
    slow = question(Shape.YES, "slow", condition=only_if("wait", Test.AT_LEAST, Range(6, 6)))
    assert results(wait, slow, answers=[{"wait": each} for each in range(20)])["slow"].is_untold


def test_nor_what_was_asked_of_those_who_said_something_personal():
    private = replace(WHO, personal=True)
    assert results(private, WHAT, answers=of(20, 17, 6))["what"].is_untold


def test_a_line_of_a_table_counts_like_a_question():
    table = question(Shape.MATRIX_ONE, "table", lines=(Line("staff", "Staff"),))
    why = question(Shape.YES, "why", condition=only_if("table__staff", Test.IS, "bern"))
    for bern, untold in ((9, False), (3, True)):
        answers = [*[{"table__staff": "bern"}] * bern, *[{"table__staff": "basel"}] * 9]
        assert results(table, why, answers=answers)["why"].is_untold is untold


def test_a_polls_plain_counts_are_told():
    assert results(WHO, WHAT, answers=of(3, 2, 1), kind=FormKind.POLL)["what"].asked == 2


@given(st.tuples(*[st.integers(0, 12)] * 3))
def test_no_covered_count_can_be_reckoned_from_how_many_were_asked(sizes):
    told = results(WHO, WHAT, answers=of(*sizes))
    shown = {each.code: each.count for each in told["who"].rows}
    if not told["what"].is_untold:
        assert shown["supplier"] == told["what"].asked >= 5
