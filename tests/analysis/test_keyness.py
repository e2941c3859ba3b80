"""Words that are said more here than there, against numbers that were published."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis.keyness import SURE, log_likelihood, risen
from collector.analysis.statement import Statement

DUNNING = [
    ("the swiss", 110, 2442, 111, 29114, 270.72),
    ("can be", 29, 13, 123, 31612, 263.90),
    ("previous year", 31, 23, 139, 31584, 256.84),
    ("mineral water", 10, 0, 3, 31764, 167.23),
    ("at the", 76, 104, 2476, 29121, 157.21),
    ("real terms", 16, 16, 51, 31694, 157.03),
]
"""Two words: how often both, the first alone, the second alone, neither; and -2 log λ."""


@pytest.mark.parametrize(("pair", "both", "first", "second", "neither", "told"), DUNNING)
def test_the_likelihood_ratio_is_that_of_dunning_1993_table_1(
    pair: str, both: int, first: int, second: int, neither: int, told: float
) -> None:
    found = log_likelihood(both, both + first, second, second + neither)
    assert found == pytest.approx(told, abs=0.005)


counts = st.tuples(st.integers(0, 500), st.integers(0, 500))


@given(counts, counts)
def test_here_and_there_may_change_places(here: tuple[int, int], there: tuple[int, int]) -> None:
    (a, n1), (b, n2) = (here[0], sum(here)), (there[0], sum(there))
    assert log_likelihood(a, n1, b, n2) == pytest.approx(log_likelihood(b, n2, a, n1), abs=1e-9)
    assert log_likelihood(a, n1, b, n2) >= 0


@given(st.integers(1, 500), st.integers(0, 500), st.integers(1, 9))
def test_the_same_share_is_no_surprise(said: int, unsaid: int, times: int) -> None:
    n = said + unsaid
    assert log_likelihood(said, n, said * times, n * times) == pytest.approx(0, abs=1e-6)


BEGAN = date(2026, 9, 7)


def said(day: int, *texts: str) -> list[Statement]:
    return [
        Statement(f"{day}-{n}", each, "en", BEGAN + timedelta(day)) for n, each in enumerate(texts)
    ]


def test_a_word_that_comes_up_of_late_is_told_and_one_that_was_always_said_is_not() -> None:
    before = said(0, *["rye bread"] * 30)
    after = said(40, *["rye bread, and gluten free"] * 6, *["rye bread"] * 6)
    found = risen([*before, *after], BEGAN + timedelta(30))
    assert [(each.word, each.now, each.before) for each in found] == [
        ("free", 6, 0),
        ("gluten", 6, 0),
    ]
    assert all(each.surprise >= SURE for each in found)
    assert risen(before, BEGAN) == []
