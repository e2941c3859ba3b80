import pytest

from collector.brief import Option, Shape
from collector.errors import Invalid
from collector.form import check, define
from tests.form.forms import form, question

THREE = tuple(Option(code, code.title()) for code in ("taste", "price", "hours"))


@pytest.fixture
def ranks(today):
    """Send places, by code; the answers, or the problems' reasons, by the end of their column."""

    def ranks(places, **facts):
        asked = question(Shape.RANKING, "q", options=THREE, **facts)
        other = question(Shape.TEXT)
        sent = {f"q__{code}": [place] for code, place in places.items()}
        try:
            answers = check(define(form(asked, other)), {**sent, "text": ["Rye"]}, today=today)
        except Invalid as refusal:
            return {
                column.removeprefix("q__"): problem.reason
                for column, problem in refusal.problems.items()
            }
        held = answers.answers.items()
        return {column.removeprefix("q__"): value for column, value in held if column != "text"}

    return ranks


def test_places_are_whole_numbers(ranks):
    assert ranks({"taste": "2", "price": " 1 ", "hours": "3"}) == {
        "taste": 2,
        "price": 1,
        "hours": 3,
    }


def test_the_first_few_suffice_where_that_is_asked_for(ranks):
    assert ranks({"price": "1"}, choose=(1, 1)) == {"price": 1}
    assert ranks({"price": "2", "taste": "1"}, choose=(1, 3)) == {"taste": 1, "price": 2}


def test_who_orders_nothing_need_not_unless_it_is_required(ranks):
    assert ranks({}) == {}
    assert ranks({}, required=True) == {"q": "answer-rank-exactly"}
    assert ranks({}, required=True, choose=(1, 3)) == {"q": "answer-rank-between"}
    assert ranks({}, required=True, choose=(0, 2)) == {"q": "answer-rank-at-most"}


@pytest.mark.parametrize("place", ["0", "4", "1.5", "first", "-1", "99999999"])
def test_a_place_is_one_of_the_places(ranks, place):
    sent = {"taste": place, "price": "1", "hours": "2"}
    assert ranks(sent) == {"taste": "answer-place"}


def test_a_place_given_twice_is_told_where_it_comes_again(ranks):
    sent = {"taste": "1", "price": "1", "hours": "1"}
    assert ranks(sent) == {"price": "answer-place-twice", "hours": "answer-place-twice"}


def test_a_gap_is_told_at_the_question(ranks):
    assert ranks({"taste": "1", "price": "3"}, choose=(1, 3)) == {"q": "answer-place-gap"}


def test_too_few_places_are_told_at_the_question(ranks):
    assert ranks({"taste": "1", "price": "2"}) == {"q": "answer-rank-exactly"}


def test_two_places_for_one_line_are_refused(today):
    asked = form(question(Shape.RANKING))
    with pytest.raises(Invalid) as refusal:
        check(define(asked), {"ranking__bern": ["1", "2"]}, today=today)
    assert refusal.value.problems["ranking__bern"].reason == "answer-repeated"
