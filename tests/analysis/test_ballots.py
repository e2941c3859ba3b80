import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis import BallotBox, ballot
from collector.analysis.ballots import among

OPTIONS = ("rye", "oat", "nut", "fig")
orders = st.permutations(OPTIONS).flatmap(
    lambda order: st.integers(1, 4).map(lambda length: tuple(order[:length]))
)


def test_places_become_an_order():
    assert ballot({"oat": 2, "rye": 1, "nut": 3}) == ("rye", "oat", "nut")


def test_places_may_leave_gaps():
    assert ballot({"oat": 4, "rye": 2}) == ("rye", "oat")


def test_two_on_one_place_are_no_order():
    with pytest.raises(ValueError, match="two options"):
        ballot({"oat": 1, "rye": 1})


def test_options_that_did_not_stand_are_passed_over():
    ballots = {("rye", "oat"): 2, ("oat",): 1, ("rye",): 4}
    assert among(ballots, ["oat", "nut"]) == {("oat",): 3}


def box(sent) -> BallotBox:
    counted = BallotBox()
    for each in sent:
        counted.add(each)
    return counted


@given(st.lists(orders | st.none()), st.lists(orders | st.none()))
def test_ballots_that_come_and_go_leave_what_a_recount_finds(stay, leave):
    running = box([*stay, *leave])
    for each in leave:
        running.add(each, -1)
    recount = box(reversed(stay))
    assert running == recount
    assert running.to_document() == recount.to_document()
    assert BallotBox.from_document(running.to_document()) == recount
    assert (running.asked, running.n) == (len(stay), sum(each is not None for each in stay))
