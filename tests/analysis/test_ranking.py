from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis import TooFew, duels, rank
from tests.analysis.test_ballots import OPTIONS, orders

# J.-C. de Borda (1784), "Mémoire sur les élections au scrutin": 21 voters and three candidates.
# By most first places A has 8, B 7 and C 6; by merit, with 3, 2 and 1 points, C has the most.
BORDA = {("A", "B", "C"): 1, ("A", "C", "B"): 7, ("B", "C", "A"): 7, ("C", "B", "A"): 6}


def test_borda_1784_merit_47_for_c_42_for_b_37_for_a_where_a_has_most_first_places():
    told = rank(BORDA, "ABC")
    assert [each.code for each in told.standings] == ["C", "B", "A"]
    # Borda gives the last place a point too: one more a ballot than we do.
    assert [each.points + told.n for each in told.standings] == [47, 42, 37]
    assert [each.first for each in told.standings] == [6, 7, 8]


def test_the_mean_place_of_whole_ballots():
    c, _, a = rank(BORDA, "ABC").standings
    assert a.place.value == pytest.approx((8 * 1 + 13 * 3) / 21)
    assert c.place.low < c.place.value < c.place.high < a.place.value


def test_what_a_ballot_leaves_out_shares_its_last_places():
    told = rank({("rye",): 1}, ["rye", "oat", "nut"])
    assert [(each.code, each.place.value, each.points) for each in told.standings] == [
        ("rye", 1, 2),
        ("oat", 2.5, 0.5),
        ("nut", 2.5, 0.5),
    ]
    assert [each.placed for each in told.standings] == [1, 0, 0]


def test_without_ballots_there_is_no_ranking():
    assert rank({}, ["rye", "oat"]) == TooFew(0, 1)
    assert rank({("gone",): 5}, ["rye", "oat"]) == TooFew(0, 1)


@given(st.lists(orders, min_size=1))
def test_every_ballot_gives_the_same_points_however_many_it_names(sent):
    told = rank(Counter(sent), OPTIONS)
    assert sum(each.points for each in told.standings) == len(sent) * (3 + 2 + 1)


@given(st.lists(orders, min_size=1))
def test_points_and_mean_place_tell_the_same_order(sent):
    told = rank(Counter(sent), OPTIONS)
    for each in told.standings:
        assert each.place.value == pytest.approx(len(OPTIONS) - each.points / told.n)
    points = [each.points for each in told.standings]
    assert points == sorted(points, reverse=True)


@given(st.lists(orders, min_size=1))
def test_points_are_won_duels_and_half_of_those_that_a_ballot_leaves_open(sent):
    told, pairs = rank(Counter(sent), OPTIONS), duels(Counter(sent), OPTIONS).pairs
    for each in told.standings:
        won = sum(pairs[each.code].values())
        open_ = sum(
            told.n - pairs[each.code][other] - pairs[other][each.code] for other in pairs[each.code]
        )
        assert each.points == won + open_ / 2
