from collections import Counter
from itertools import product
from math import comb, factorial, prod
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis.fisher import DRAWS, Exact, fisher, hypergeometric

small = st.tuples(st.integers(2, 3), st.integers(2, 3)).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(0, 4), min_size=size[1], max_size=size[1]),
        min_size=size[0],
        max_size=size[0],
    )
)

# A. Agresti (2002), "Categorical Data Analysis", p. 57: income and satisfaction with the job.
JOB = [[1, 3, 10, 6], [2, 3, 10, 7], [1, 6, 14, 12], [0, 1, 9, 11]]

# C. R. Mehta and N. R. Patel (1983), "A network algorithm for performing Fisher's exact test in
# r × c contingency tables", JASA 78, 427-434: their sixth example.
MEHTA_PATEL = [
    [1, 2, 2, 1, 1, 0, 1],
    [2, 0, 0, 2, 3, 0, 0],
    [0, 1, 1, 1, 2, 7, 3],
    [1, 1, 2, 0, 0, 0, 1],
    [0, 1, 1, 1, 1, 0, 0],
]


def test_fisher_1935_tea_tasting_all_eight_cups_right_1_in_70_to_either_side():
    assert fisher([[4, 0], [0, 4]]).p == pytest.approx(2 / 70)


def test_fisher_1935_tea_tasting_six_of_eight_cups_right_34_of_70():
    assert fisher([[3, 1], [1, 3]]).p == pytest.approx(34 / 70)


def test_fisher_1935_convicted_twins_10_of_13_and_2_of_17_p_0_0005367():
    # "The logic of inductive inference", JRSS 98, 39-82; the two-sided p as R's fisher.test has it.
    assert fisher([[2, 15], [10, 3]]).p == pytest.approx(0.0005367, rel=1e-3)


def test_agresti_2002_job_satisfaction_p_0_7827_by_drawing():
    told = fisher(JOB)
    assert told.drawn == DRAWS
    assert told.p == pytest.approx(0.7827, abs=0.015)


def test_mehta_and_patel_1983_sixth_example_p_0_0393_by_drawing():
    told = fisher(MEHTA_PATEL)
    assert told.drawn == DRAWS
    assert told.p == pytest.approx(0.0393, abs=0.007)


def tables_like(table):
    """Every table with the same totals, by trying all."""
    rows = [sum(row) for row in table]
    columns = [sum(column) for column in zip(*table, strict=True)]
    choices = [
        [cells for cells in product(*(range(total + 1) for total in columns)) if sum(cells) == row]
        for row in rows
    ]
    for chosen in product(*choices):
        if [sum(column) for column in zip(*chosen, strict=True)] == columns:
            yield chosen


def ways(table) -> int:
    """How many orders of the answers give this table, exactly."""
    columns = [sum(column) for column in zip(*table, strict=True)]
    cells = prod(factorial(count) for row in table for count in row)
    return prod(map(factorial, columns)) * prod(factorial(sum(row)) for row in table) // cells


@given(small)
def test_p_counts_every_table_that_is_no_likelier(table):
    own = ways(table)
    all_ways = [ways(each) for each in tables_like(table)]
    unlikely = sum(each for each in all_ways if each <= own)
    assert sum(all_ways) == factorial(sum(map(sum, table)))
    assert fisher(table) == Exact(pytest.approx(unlikely / sum(all_ways)), 0)


@given(small)
def test_neither_turning_nor_sorting_a_table_changes_p(table):
    turned = [*zip(*table, strict=True)]
    assert fisher(turned).p == pytest.approx(fisher(table[::-1]).p)


def test_the_same_table_draws_the_same_p():
    assert fisher(JOB) == fisher([list(row) for row in JOB])


def test_no_drawn_p_is_nought():
    apart = [[12 if row == column else 0 for column in range(5)] for row in range(5)]
    assert fisher(apart) == Exact(1 / (DRAWS + 1), DRAWS)


@pytest.mark.parametrize(("good", "bad", "taken"), [(5, 9, 6), (1, 30, 10), (20, 3, 12)])
def test_what_is_drawn_is_spread_as_chance_spreads_it(good, bad, taken):
    draw, times = Random(1981), 6000
    drawn = Counter(hypergeometric(good, bad, taken, draw) for _ in range(times))
    for count in range(taken + 1):
        chance = comb(good, count) * comb(bad, taken - count) / comb(good + bad, taken)
        assert drawn[count] / times == pytest.approx(chance, abs=0.02)


@pytest.mark.parametrize(
    ("good", "bad", "taken", "told"), [(0, 5, 3, 0), (5, 0, 3, 3), (4, 4, 0, 0), (3, 2, 5, 3)]
)
def test_where_there_is_no_choice_nothing_is_left_to_chance(good, bad, taken, told):
    assert hypergeometric(good, bad, taken, Random(1)) == told
