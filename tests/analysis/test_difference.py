"""Two shares compared, against numbers that were published."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis import difference, needed, wilson
from collector.analysis.difference import z_of

NEWCOMBE = [
    ((56, 70), (48, 80), 0.0524, 0.3339),
    ((9, 10), (3, 10), 0.1705, 0.8090),
    ((6, 7), (2, 7), 0.0582, 0.8062),
    ((5, 56), (0, 29), -0.0381, 0.1926),
    ((0, 10), (0, 20), -0.1611, 0.2775),
    ((0, 10), (0, 10), -0.2775, 0.2775),
    ((10, 10), (0, 20), 0.6791, 1.0),
]


@pytest.mark.parametrize(("first", "second", "low", "high"), NEWCOMBE)
def test_the_interval_is_that_of_newcombe_1998_table_ii_method_10(
    first: tuple[int, int], second: tuple[int, int], low: float, high: float
) -> None:
    told = difference(second, first)  # the paper takes the second from the first
    assert (told.low, told.high) == pytest.approx((low, high), abs=5e-5)


def test_the_test_finds_what_the_physicians_health_study_1989_found_of_aspirin() -> None:
    """Heart attacks: 189 of 11,034 with placebo, 104 of 11,037 with aspirin; chi-square 25.01."""
    placebo, aspirin = (189, 11034), (104, 11037)
    assert z_of(placebo, aspirin) ** 2 == pytest.approx(25.01, abs=0.005)
    told = difference(placebo, aspirin)
    assert told.value == pytest.approx(-0.0077, abs=5e-5)
    assert told.p < 0.0001


def test_as_many_are_needed_as_the_help_page_of_power_prop_test_in_r_says() -> None:
    """R gives n = 76.7 for 50 % against 75 % with a power of 90 %."""
    assert needed(0.50, 0.75, power=0.90) == 77


def test_half_as_large_a_change_needs_about_four_times_as_many() -> None:
    assert 3.5 < needed(0.5, 0.55) / needed(0.5, 0.6) < 4.5


def test_the_same_share_twice_differs_by_nothing_and_by_chance() -> None:
    told = difference((20, 100), (20, 100))
    assert told.value == 0
    assert told.low < 0 < told.high
    assert told.p == 1


def test_where_all_said_yes_nothing_differs() -> None:
    assert difference((5, 5), (9, 9)).p == 1


@pytest.mark.parametrize("shares", [(0, 0.5), (0.5, 1), (0.3, 0.3), (-0.1, 0.2)])
def test_nobody_can_be_asked_for_a_change_that_is_none(shares: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="no two shares"):
        needed(*shares)


def test_of_nobody_there_is_no_share() -> None:
    with pytest.raises(ValueError, match="nobody"):
        difference((0, 0), (1, 2))


counts = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(counts, counts)
def test_the_difference_lies_in_its_interval_and_turns_with_its_sides(
    before: tuple[int, int], after: tuple[int, int]
) -> None:
    told, turned = difference(before, after), difference(after, before)
    assert -1 - 1e-9 <= told.low <= told.value <= told.high <= 1 + 1e-9
    assert (told.low, told.high) == pytest.approx((-turned.high, -turned.low))
    assert told.p == pytest.approx(turned.p)
    assert wilson(*before).low <= before[0] / before[1] + 1e-12
