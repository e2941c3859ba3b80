import pytest

from collector.brief import Limits, Line, Shape
from collector.errors import Invalid
from collector.form import check, define
from tests.form.forms import form, question


def part(code: str, least: float = 0, most: float = 100, *, whole: bool = False) -> Line:
    return Line(code, code.title(), Shape.NUMBER, Limits(least, most, whole))


@pytest.fixture
def shares(today):
    """Send shares, by code; the answers, or the problems, by the end of their column."""

    def shares(sent, *lines, **facts):
        lines = lines or (part("oven"), part("seats"), part("hours"))
        asked = question(Shape.SHARE, "q", lines=lines, **facts)
        raw = {f"q__{code}": [text] for code, text in sent.items()}
        definition = define(form(asked, question(Shape.TEXT)))
        try:
            answers = check(definition, {**raw, "text": ["Rye"]}, today=today).answers
        except Invalid as refusal:
            return {column.removeprefix("q__"): each for column, each in refusal.problems.items()}
        return {each.removeprefix("q__"): held for each, held in answers.items() if each != "text"}

    return shares


def test_a_line_left_empty_got_nothing(shares):
    assert shares({"oven": "60", "hours": "40"}) == {"oven": 60, "seats": 0, "hours": 40}


def test_parts_of_numbers_add_up_as_people_add_them(shares):
    sent = {"oven": "33,4", "seats": "33.3", "hours": "33.3"}
    assert shares(sent) == {"oven": 33.4, "seats": 33.3, "hours": 33.3}
    assert shares({"oven": "0.1", "seats": "0.2"}, total=0.3) == {
        "oven": 0.1,
        "seats": 0.2,
        "hours": 0,
    }


@pytest.mark.parametrize(
    ("sent", "reason", "left"),
    [
        ({"oven": "60"}, "answer-share-short", "40"),
        ({"oven": "60", "seats": "60.5"}, "answer-share-over", "20.5"),
        ({"oven": "0"}, "answer-share-short", "100"),
    ],
)
def test_what_does_not_add_up_is_told_at_the_question_with_the_difference(
    shares, sent, reason, left
):
    ((place, problem),) = shares(sent).items()
    assert (place, problem.reason) == ("q", reason)
    assert problem.facts["left"] == left


def test_who_shares_nothing_out_need_not_unless_it_is_required(shares):
    assert shares({}) == {}
    assert shares({}, required=True)["q"].reason == "answer-missing"


def test_what_is_no_share_is_told_at_its_line(shares):
    told = shares({"oven": "much", "seats": "-5", "hours": "101"})
    assert {place: each.reason for place, each in told.items()} == {
        "oven": "answer-no-number",
        "seats": "answer-too-small",
        "hours": "answer-too-big",
    }


def test_limits_of_a_line_hold_even_if_it_is_left_empty(shares):
    lines = (part("oven", 10), part("seats", whole=True))
    assert shares({"seats": "100"}, *lines)["oven"].reason == "answer-too-small"
    assert shares({"oven": "99.5", "seats": "0.5"}, *lines)["seats"].reason == "answer-not-whole"
    assert shares({}, *lines) == {}
