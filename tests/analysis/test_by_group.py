"""What groups answered is told only where five or more did, and by nothing that is left."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from collector.analysis import LEAST, TooFew, by_group
from collector.brief import FormKind, Group, Option, Shape
from collector.entries import Response, State
from tests.form.forms import form, question

WHEN = (Option("early", "7–10"), Option("noon", "10–15"))
WHO = (Option("me", "Me"), Option("you", "You"))
FORM = form(
    question(Shape.ONE, "when", options=WHEN),
    question(Shape.ONE, "who", options=WHO, personal=True),
    kind=FormKind.SURVEY,
)
GROUPS = (Group("staff", "Our staff"), Group("guests", "Guests"))


def response(group: str, code: str) -> Response:
    return Response(
        ref="r",
        challenge="bread",
        form="survey",
        form_hash="h",
        answers={"when": code, "who": "me"},
        state=State.APPROVED,
        received=datetime(2026, 11, 20, 9, tzinfo=UTC),
        group=group,
    )


def test_groups_stand_beside_each_other_and_personal_answers_nowhere() -> None:
    sent = [response("staff", "early")] * 9 + [response("guests", "noon")] * 12
    sent += [response("staff", "noon")] * 6 + [response("guests", "early")] * 5
    (found,) = by_group(FORM, GROUPS, [*sent, response("", "early")])
    assert found.question.id == "when"
    assert found.names == ("Our staff", "Guests")
    assert found.answers == ("7–10", "10–15")
    assert found.shown.cells == ((9, 6), (5, 12))
    assert not isinstance(found.found, TooFew)


def test_what_an_older_form_asked_for_in_words_is_no_answer_and_no_heading() -> None:
    sent = [response("staff", "early")] * 9 + [response("guests", "noon")] * 12
    words = [response("staff", "Ada, at six"), *[response("guests", "dusk")] * 5]
    (found,) = by_group(FORM, GROUPS, [*sent, *words])
    assert found.answers == ("7–10", "10–15", "dusk")


def test_what_is_now_a_scale_counts_numbers_only() -> None:
    scale = form(question(Shape.SCALE, "when", low=1, high=5), kind=FormKind.SURVEY)
    older = [replace(response("staff", ""), answers={"when": each}) for each in ("early", True)]
    newer = [replace(response(each, ""), answers={"when": 4}) for each in ("staff", "guests")]
    (found,) = by_group(scale, GROUPS, [*older, *newer * 6])
    assert found.answers == ("4",)
    assert found.shown.cells == ((6,), (6,))


BOTH = [(group, code) for group in ("staff", "guests") for code in ("early", "noon")]


@given(st.tuples(*[st.integers(0, 12)] * 4))
def test_no_count_under_five_is_told(counts: tuple[int, ...]) -> None:
    sent = [one for one, count in zip(BOTH, counts, strict=True) for _ in range(count)]
    for each in by_group(FORM, GROUPS, [response(*one) for one in sent]):
        told = [cell for row in each.shown.cells for cell in row if cell is not None]
        assert all(count >= LEAST for count in told if count), each.shown
