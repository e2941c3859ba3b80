import pytest

from collector.brief import Clause, Condition, Option, Page, Shape, Test
from collector.errors import Invalid, Problem
from collector.form import Checked, Definition, check, define
from tests.form.forms import WITH_A_FRIEND, every_good_answer, form, form_of_every_shape, question

COME = question(Shape.ONE, "come", options=(Option("alone", "Alone"), Option("friend", "Together")))


@pytest.fixture
def answers(today):
    """Check what was sent for these questions; the answers, or the problems' reasons."""

    def answers(sent, *questions, **facts):
        try:
            return check(define(form(*questions, **facts)), sent, today=today)
        except Invalid as refusal:
            return {column: problem.reason for column, problem in refusal.problems.items()}

    return answers


def test_a_form_of_every_shape_is_read(today):
    checked = check(define(form_of_every_shape()), every_good_answer(), today=today)
    assert checked.dropped == 0
    assert checked.answers == {
        "text": "Rye bread",
        "long": "Dark.\n\nAnd sour.",
        "email": "ann@example.org",
        "phone": "0171 234567",
        "web": "https://www.example.org/a?b=c",
        "number": -2.5,
        "amount": 12.5,
        "date": "2026-12-15",
        "time": "14:30",
        "one": "other",
        "one_other": "Chur",
        "several": ("bern", "other"),
        "several_other": "Chur",
        "yes": True,
        "scale": 4,
        "stars": 3,
        "lines__street": "Mill Lane 3",
        "lines__guests": 2,
        "file": "abcdefghjkmnpqrs",
        "ranking__bern": 2,
        "ranking__basel": 1,
        "matrix-one__staff": "bern",
        "matrix-one__hours": "basel",
        "matrix-several__staff": ("bern", "basel"),
        "matrix-several__hours": ("basel",),
        "matrix-lines__staff__bern": "Good",
        "matrix-lines__staff__basel": "Slow",
        "matrix-lines__hours__bern": 6.5,
        "matrix-lines__hours__basel": 8,
        "slider": 120,
        "share__staff": 30,
        "share__hours": 70,
    }


def test_what_is_not_answered_has_no_column(answers):
    sent = {"text": ["Rye"], "one": [""], "long": ["  \r\n "]}
    asked = (question(Shape.TEXT), question(Shape.ONE), question(Shape.LONG))
    assert answers(sent, *asked) == Checked({"text": "Rye"}, 0)


def test_every_problem_is_told_at_once_at_its_column(answers):
    sent = {"text": ["x"], "number": ["many"], "one": ["geneva"], "stars": ["6"]}
    asked = (question(shape) for shape in (Shape.TEXT, Shape.NUMBER, Shape.ONE, Shape.STARS))
    assert answers(sent, *asked) == {
        "text": "answer-too-short",
        "number": "answer-no-number",
        "one": "answer-unknown",
        "stars": "answer-unknown",
    }


@pytest.mark.parametrize(
    ("shape", "column", "reason"),
    [
        (Shape.TEXT, "text", "answer-missing"),
        (Shape.DATE, "date", "answer-missing"),
        (Shape.ONE, "one", "answer-not-chosen"),
        (Shape.SEVERAL, "several", "answer-not-chosen"),
        (Shape.SCALE, "scale", "answer-not-chosen"),
        (Shape.STARS, "stars", "answer-not-chosen"),
        (Shape.YES, "yes", "answer-not-ticked"),
    ],
)
def test_a_required_question_must_be_answered(answers, shape, column, reason):
    asked = (question(shape, required=True), question(Shape.TEXT, "more"))
    assert answers({"more": ["Rye bread"], column: [" "]}, *asked) == {column: reason}


def test_every_line_of_a_required_list_must_be_filled(answers):
    asked = question(Shape.LINES, required=True)
    assert answers({"lines__street": ["Mill Lane"]}, asked) == {"lines__guests": "answer-missing"}


def test_nothing_answered_at_all_is_told_at_the_first_question(answers):
    asked = (question(Shape.ONE), question(Shape.YES))
    assert answers({}, *asked) == {"one": "answer-nothing"}
    assert answers({}) == {"": "answer-nothing"}


@pytest.mark.parametrize(
    ("shape", "sent"),
    [
        (Shape.TEXT, {"text": ["Rye", "Spelt"]}),
        (Shape.ONE, {"one": ["bern", "basel"]}),
        (Shape.SCALE, {"scale": ["1", "2"]}),
        (Shape.LINES, {"lines__street": ["Mill Lane", "Main Street"]}),
    ],
)
def test_a_single_answer_is_given_once(answers, shape, sent):
    assert answers(sent, question(shape)) == dict.fromkeys(sent, "answer-repeated")


def test_several_choices_are_kept_once_each_in_the_forms_order(answers):
    sent = {"several": ["other", "bern", "other"]}
    assert answers(sent, question(Shape.SEVERAL)).answers == {"several": ("bern", "other")}


@pytest.mark.parametrize(
    ("choose", "wrong", "right", "reason"),
    [
        ((2, 2), ["bern"], ["bern", "basel"], "answer-choose-exactly"),
        ((0, 1), ["bern", "basel"], ["bern"], "answer-choose-at-most"),
        ((1, 2), ["bern", "basel", "other"], ["basel"], "answer-choose-between"),
    ],
)
def test_as_many_are_ticked_as_are_to_be_chosen(answers, choose, wrong, right, reason):
    asked = question(Shape.SEVERAL, choose=choose)
    assert answers({"several": wrong}, asked) == {"several": reason}
    assert answers({"several": right}, asked).answers == {"several": tuple(right)}


def test_a_choice_of_so_many_may_be_left_out_if_not_required(answers):
    asked = (question(Shape.SEVERAL, choose=(2, 2)), question(Shape.TEXT))
    assert answers({"text": ["Rye"]}, *asked).answers == {"text": "Rye"}


@pytest.mark.parametrize("shape", [Shape.ONE, Shape.SEVERAL])
def test_own_words_need_their_option(answers, shape):
    asked, own = question(shape), f"{shape}_other"
    assert answers({shape: ["bern"], own: ["Chur"]}, asked) == {own: "answer-own-unticked"}
    assert answers({shape: ["other"], own: ["x" * 301]}, asked) == {own: "answer-too-long"}
    assert own not in answers({shape: ["other"]}, asked).answers


def test_a_box_that_was_seen_and_not_ticked_is_a_no(answers):
    asked = (question(Shape.TEXT), question(Shape.YES))
    assert answers({"text": ["Rye"]}, *asked).answers == {"text": "Rye", "yes": False}
    assert answers({"yes": ["no"]}, *asked) == {"yes": "answer-unknown"}


def test_a_scale_takes_its_steps_only(answers):
    asked = question(Shape.SCALE, low=0, high=10)
    assert answers({"scale": ["0"]}, asked).answers == {"scale": 0}
    for step in ("-1", "11", "5.0", "05", "five"):
        assert answers({"scale": [step]}, asked) == {"scale": "answer-unknown"}


@pytest.mark.parametrize("text", ["a\0b", "\ud800"])
def test_broken_text_is_refused(answers, text):
    assert answers({"text": [text]}, question(Shape.TEXT)) == {"text": "answer-broken"}


@pytest.mark.parametrize("sent", ["Rye", [5], [None], [["Rye"]], {"a": "b"}, None, 5, [True]])
def test_what_is_no_list_of_texts_is_refused(answers, sent):
    assert answers({"text": sent}, question(Shape.TEXT)) == {"text": "answer-not-text"}


def test_a_column_that_no_question_has_is_a_problem(answers):
    sent = {"text": ["Rye"], "txet": ["Rye"], "text_other": [""]}
    assert answers(sent, question(Shape.TEXT)) == {
        "txet": "answer-no-question",
        "text_other": "answer-no-question",
    }


def test_a_flood_of_unknown_columns_is_no_flood_of_problems(answers):
    sent = {f"column{number}\ud800": ["x"] for number in range(5000)}
    problems = answers({**sent, "text": ["Rye"]}, question(Shape.TEXT))
    assert len(problems) == 10
    assert all(column.encode() for column in problems)


def test_the_kits_own_names_are_passed_over(answers):
    sent = {"text": ["Rye"], "_form": ["abc"], "_website": ["\0"]}
    assert answers(sent, question(Shape.TEXT)).answers == {"text": "Rye"}


def test_a_required_question_that_was_not_due_is_not_missing(answers):
    friend = question(Shape.TEXT, "friend", required=True, condition=WITH_A_FRIEND)
    assert answers({"come": ["alone"]}, COME, friend) == Checked({"come": "alone"}, 0)
    assert answers({"come": ["friend"]}, COME, friend) == {"friend": "answer-missing"}


def test_an_answer_that_was_not_due_is_dropped_and_counted(answers):
    friend = question(Shape.ONE, "friend", condition=WITH_A_FRIEND)
    sent = {"come": ["alone"], "friend": ["nonsense"], "friend_other": ["Bob"]}
    assert answers(sent, COME, friend) == Checked({"come": "alone"}, 2)


def test_a_dropped_answer_makes_nothing_else_due(answers):
    friend = question(Shape.TEXT, "friend", condition=WITH_A_FRIEND)
    if_friend = Condition((Clause("friend", Test.ANSWERED),))
    greeting = question(Shape.TEXT, "greeting", condition=if_friend)
    sent = {"come": ["alone"], "friend": ["Bob"], "greeting": ["Hello"]}
    assert answers(sent, COME, friend, greeting) == Checked({"come": "alone"}, 2)


def test_a_pages_condition_holds_for_all_of_it(answers):
    pages = (
        Page((COME,)),
        Page(
            (question(Shape.TEXT, "name", required=True), question(Shape.YES)),
            condition=WITH_A_FRIEND,
        ),
    )
    assert answers({"come": ["alone"], "yes": ["yes"]}, pages=pages) == Checked(
        {"come": "alone"}, 1
    )
    assert answers({"come": ["friend"]}, pages=pages) == {"name": "answer-missing"}


def test_a_problem_above_makes_no_second_one_below(answers):
    friend = question(Shape.TEXT, "friend", required=True, condition=WITH_A_FRIEND)
    assert answers({"come": ["nobody"]}, COME, friend) == {"come": "answer-unknown"}


def test_a_kept_definition_checks_as_the_form_did(today):
    definition = define(form_of_every_shape())
    kept = Definition.from_document(definition.to_document())
    sent = every_good_answer()
    assert check(kept, sent, today=today) == check(definition, sent, today=today)


def test_a_problem_carries_its_facts(today):
    with pytest.raises(Invalid) as refusal:
        check(define(form(question(Shape.TEXT))), {"text": ["x" * 99]}, today=today)
    assert refusal.value.problems == {
        "text": Problem("answer-too-long", {"most": 80, "length": 99})
    }
