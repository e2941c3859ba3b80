from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from collector.analysis import duels, unbeaten
from tests.analysis.test_ballots import OPTIONS, orders
from tests.analysis.test_ranking import BORDA
from tests.analysis.test_runoff import BURLINGTON, TENNESSEE


def test_burlington_2009_montroll_beats_kiss_4067_to_3477_and_wright_4597_to_3668():
    told = duels(BURLINGTON, ["M", "K", "W"])
    assert (told.pairs["M"]["K"], told.pairs["K"]["M"]) == (4067, 3477)
    assert (told.pairs["M"]["W"], told.pairs["W"]["M"]) == (4597, 3668)
    assert (told.pairs["K"]["W"], told.pairs["W"]["K"]) == (4314, 4064)
    assert (told.n, told.winner, told.loser) == (8833, "M", "W")


def test_borda_1784_a_loses_to_b_and_to_c_by_8_to_13_though_first_most_often():
    told = duels(BORDA, "ABC")
    assert (told.pairs["A"]["B"], told.pairs["A"]["C"], told.pairs["C"]["B"]) == (8, 8, 13)
    assert (told.winner, told.loser) == ("C", "A")


def test_tennessee_nashville_beats_every_other_city():
    told = duels(TENNESSEE, ["Memphis", "Nashville", "Chattanooga", "Knoxville"])
    assert told.winner == "Nashville"
    assert told.pairs["Nashville"] == {"Memphis": 58, "Chattanooga": 68, "Knoxville": 68}


def test_condorcet_1785_60_voters_go_in_a_circle_33_to_27_42_to_18_and_35_to_25():
    essay = {
        ("A", "B", "C"): 23,
        ("B", "C", "A"): 17,
        ("B", "A", "C"): 2,
        ("C", "A", "B"): 10,
        ("C", "B", "A"): 8,
    }
    told = duels(essay, "ABC")
    assert (told.pairs["A"]["B"], told.pairs["B"]["C"], told.pairs["C"]["A"]) == (33, 42, 35)
    assert (told.winner, told.loser) == (None, None)


def test_what_is_named_beats_what_is_left_out():
    told = duels({("rye",): 2}, ["rye", "oat", "nut"])
    assert told.pairs["rye"] == {"oat": 2, "nut": 2}
    assert told.pairs["oat"] == {"rye": 0, "nut": 0}
    assert (told.winner, told.loser) == ("rye", None)


def test_a_single_option_wins_nothing():
    assert duels({("rye",): 2}, ["rye"]).winner is None


@given(st.lists(orders))
def test_no_duel_has_more_ballots_than_were_cast(sent):
    told = duels(Counter(sent), OPTIONS)
    for one, row in told.pairs.items():
        for other, count in row.items():
            agree = sum(
                one in each and (other not in each or each.index(one) < each.index(other))
                for each in sent
            )
            assert count == agree


@given(st.lists(orders))
def test_who_wins_every_duel_beats_each_other_one(sent):
    told = duels(Counter(sent), OPTIONS)
    unbeaten = [
        one
        for one in OPTIONS
        if all(told.pairs[one][other] > told.pairs[other][one] for other in told.pairs[one])
    ]
    assert unbeaten == ([] if told.winner is None else [told.winner])


@given(
    st.dictionaries(
        st.lists(st.sampled_from("abcd"), unique=True).map(tuple), st.integers(1, 5), max_size=8
    )
)
def test_the_winner_of_all_duels_is_found_without_counting_each(cast):
    assert unbeaten(cast, "abcd") == duels(cast, "abcd").winner
