from math import exp, fsum, lgamma, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis.chi_square import chi_square, cramers_v, expected, freedom, upper_tail

# Upper critical values: table 8 of E. S. Pearson and H. O. Hartley (1966), "Biometrika Tables for
# Statisticians" I; the same in the NIST/SEMATECH e-Handbook, 1.3.6.7.4.
CRITICAL = [
    (1, 0.05, 3.841),
    (1, 0.01, 6.635),
    (2, 0.05, 5.991),
    (2, 0.001, 13.816),
    (3, 0.05, 7.815),
    (4, 0.05, 9.488),
    (5, 0.01, 15.086),
    (10, 0.05, 18.307),
    (10, 0.01, 23.209),
    (20, 0.05, 31.410),
    (30, 0.95, 18.493),
    (99, 0.05, 123.225),
    (100, 0.05, 124.342),
    (100, 0.001, 149.449),
]

# A. Agresti (2007), "An Introduction to Categorical Data Analysis", table 2.5: women and men of the
# US General Social Survey 2000 by party, Democrat, independent, Republican.
PARTY = [[762, 327, 468], [484, 239, 477]]

tables = st.integers(2, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(1, 30), min_size=width, max_size=width), min_size=2, max_size=4
    )
)


@pytest.mark.parametrize(("degrees", "chance", "value"), CRITICAL)
def test_the_upper_tail_agrees_with_the_biometrika_tables(degrees, chance, value):
    assert upper_tail(value, degrees) == pytest.approx(chance, rel=2e-3)


def test_agresti_2007_party_and_gender_chi_square_30_1_at_2_degrees_p_below_0_001():
    assert chi_square(PARTY) == pytest.approx(30.1, abs=0.05)
    assert freedom(PARTY) == 2
    assert upper_tail(30.07, 2) == pytest.approx(2.954e-07, rel=1e-3)
    assert expected(PARTY)[0] == pytest.approx([703.7, 319.6, 533.7], abs=0.05)


@given(st.floats(0.1, 60), st.integers(1, 40))
def test_the_tail_falls_by_the_density(value, degrees):
    half, step = degrees / 2, 1e-4
    density = exp((half - 1) * log(value) - value / 2 - half * log(2) - lgamma(half))
    lost = upper_tail(value - step / 2, degrees) - upper_tail(value + step / 2, degrees)
    assert lost / step == pytest.approx(density, rel=1e-4, abs=1e-9)


def test_with_two_degrees_the_tail_is_the_exponential():
    assert upper_tail(3.7, 2) == pytest.approx(exp(-3.7 / 2), rel=1e-15)


def test_nothing_is_lost_far_out_or_with_many_degrees():
    assert upper_tail(0, 5) == 1
    assert 0 < upper_tail(1400, 1) < 1e-300
    assert upper_tail(2000, 2000) == pytest.approx(0.4958, abs=1e-3)


@given(tables)
def test_expected_counts_have_the_totals_of_the_table(table):
    cells = expected(table)
    for row, told in zip(table, cells, strict=True):
        assert fsum(told) == pytest.approx(sum(row))
    for column, told in zip(zip(*table, strict=True), zip(*cells, strict=True), strict=True):
        assert fsum(told) == pytest.approx(sum(column))


@given(tables)
def test_turning_a_table_changes_neither_statistic_nor_effect(table):
    turned = [*zip(*table, strict=True)]
    assert chi_square(turned) == pytest.approx(chi_square(table), abs=1e-9)
    assert cramers_v(turned) == pytest.approx(cramers_v(table), abs=1e-9)


@given(tables, st.integers(2, 9))
def test_the_effect_does_not_grow_with_the_number_of_answers(table, times):
    larger = [[count * times for count in row] for row in table]
    assert cramers_v(larger) == pytest.approx(cramers_v(table), abs=1e-9)
    assert chi_square(larger) == pytest.approx(times * chi_square(table), abs=1e-6)


@given(tables)
def test_the_effect_lies_between_0_and_1(table):
    assert 0 <= cramers_v(table) <= 1 + 1e-12


def test_groups_that_answer_quite_otherwise_have_an_effect_of_1():
    assert cramers_v([[8, 0], [0, 3]]) == pytest.approx(1)
    assert cramers_v([[5, 5], [7, 7]]) == 0
