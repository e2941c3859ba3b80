from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from collector.analysis import Choice, TooFew, runoff
from tests.analysis.test_ballots import OPTIONS, orders

# Burlington, Vermont, 3 March 2009, election of the mayor: the ballots as they order the last
# three, Montroll, Kiss and Wright; those that name none of these left out.
BURLINGTON = {
    ("M", "K", "W"): 1332,
    ("M", "W", "K"): 767,
    ("M",): 455,
    ("K", "M", "W"): 2043,
    ("K", "W", "M"): 371,
    ("K",): 568,
    ("W", "M", "K"): 1513,
    ("W", "K", "M"): 495,
    ("W",): 1289,
}

# Where should Tennessee's capital be? The example of many a textbook, 100 voters by distance.
TENNESSEE = {
    ("Memphis", "Nashville", "Chattanooga", "Knoxville"): 42,
    ("Nashville", "Chattanooga", "Knoxville", "Memphis"): 26,
    ("Chattanooga", "Knoxville", "Nashville", "Memphis"): 15,
    ("Knoxville", "Chattanooga", "Nashville", "Memphis"): 17,
}


def test_burlington_2009_kiss_wins_4314_to_4064_though_wright_leads_with_3297():
    told = runoff(BURLINGTON, ["M", "K", "W"])
    first, last = told.rounds
    assert (told.n, told.winner, told.by_lot) == (8833, "K", False)
    assert first.votes == {"W": 3297, "K": 2982, "M": 2554}
    assert (first.out, first.choice, first.exhausted) == (("M",), Choice.FEWEST, 0)
    assert last.votes == {"K": 4314, "W": 4064}
    assert (last.out, last.exhausted) == ((), 455)


def test_tennessee_knoxville_wins_58_to_42_after_chattanooga_and_nashville_went():
    told = runoff(TENNESSEE, ["Memphis", "Nashville", "Chattanooga", "Knoxville"])
    assert told.winner == "Knoxville"
    assert [each.out for each in told.rounds] == [("Chattanooga",), ("Nashville",), ()]
    assert told.rounds[-1].votes == {"Knoxville": 58, "Memphis": 42}


def test_more_than_half_wins_at_once():
    told = runoff({("rye", "oat"): 3, ("oat",): 2}, ["rye", "oat"])
    assert (told.winner, len(told.rounds)) == ("rye", 1)


def test_what_nobody_put_first_goes_all_at_once():
    told = runoff({("rye",): 2, ("oat", "rye"): 2, ("fig", "rye"): 1}, OPTIONS)
    assert told.rounds[0].votes == {"rye": 2, "oat": 2, "fig": 1, "nut": 0}
    assert (told.rounds[0].out, told.rounds[1].out) == (("nut",), ("fig",))


def test_of_two_with_the_fewest_the_one_goes_that_had_fewer_before():
    ballots = {("rye",): 5, ("oat",): 4, ("nut",): 3, ("fig", "nut"): 1}
    told = runoff(ballots, OPTIONS)
    assert told.rounds[1].votes == {"rye": 5, "oat": 4, "nut": 4}
    assert (told.rounds[1].out, told.rounds[1].choice) == (("nut",), Choice.EARLIER)
    assert not told.by_lot


def test_where_counts_never_differed_a_lot_decides_and_is_told():
    told = runoff({("rye",): 3, ("oat",): 3}, ["rye", "oat"])
    assert told.by_lot
    assert told.rounds[0].choice is Choice.LOT
    assert {told.winner, *told.rounds[0].out} == {"rye", "oat"}


def test_the_lot_favours_no_place_on_the_list():
    winners = Counter(
        runoff({("rye",): n, ("oat",): n}, ["rye", "oat"]).winner for n in range(1, 201)
    )
    assert 70 < winners["rye"] < 130


def test_the_same_ballots_draw_the_same_lot_in_any_order():
    ballots = {("rye", "fig"): 3, ("oat",): 3, ("fig", "rye"): 3}
    turned = dict(reversed(ballots.items()))
    assert runoff(ballots, OPTIONS).winner == runoff(turned, OPTIONS[::-1]).winner


def test_without_ballots_nobody_wins():
    assert runoff({}, OPTIONS) == TooFew(0, 1)


@given(st.lists(orders, min_size=1))
def test_every_ballot_is_in_every_round_once(sent):
    told = runoff(Counter(sent), OPTIONS)
    for each in told.rounds:
        assert sum(each.votes.values()) + each.exhausted == told.n == len(sent)


@given(st.lists(orders, min_size=1))
def test_the_rounds_tell_who_went_and_the_last_who_won(sent):
    told = runoff(Counter(sent), OPTIONS)
    left = set(OPTIONS)
    for each in told.rounds:
        assert set(each.votes) == left
        assert all(each.votes[code] == min(each.votes.values()) for code in each.out)
        left -= set(each.out)
    last = told.rounds[-1].votes
    assert 2 * last[told.winner] > sum(last.values())


@given(st.lists(orders, min_size=1), st.sampled_from(OPTIONS))
def test_whom_more_than_half_put_first_wins(sent, favourite):
    ballots = [*sent, *([(favourite,)] * (len(sent) + 1))]
    assert runoff(Counter(ballots), OPTIONS).winner == favourite
