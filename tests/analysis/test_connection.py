import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis import Method, TooFew, connection, connections
from collector.analysis.few import Of
from collector.analysis.fisher import fisher
from tests.analysis.test_chi_square import PARTY
from tests.analysis.test_fisher import JOB

tables = st.lists(st.lists(st.integers(0, 20), min_size=3, max_size=3), min_size=0, max_size=3)


def test_agresti_2007_party_and_gender_are_connected_by_chi_square_weakly():
    told = connection(PARTY)
    assert (told.method, told.n) == (Method.CHI_SQUARE, 2757)
    assert told.p < 0.001
    assert told.effect == pytest.approx(0.104, abs=0.0005)


def test_where_cells_expect_too_little_fisher_decides():
    told = connection([[9, 1], [3, 8]])
    assert told.method is Method.FISHER
    assert told.p == fisher([[9, 1], [3, 8]]).p


def test_where_there_are_too_many_tables_it_says_that_they_were_drawn():
    assert connection(JOB).method is Method.FISHER_DRAWN


def test_cochran_1954_a_fifth_of_the_cells_may_expect_less_than_five():
    # Five columns and two rows: two of ten cells expect 4.5, and none less than 1.
    table = [[20, 20, 20, 20, 9], [20, 20, 20, 20, 0]]
    assert connection(table).method is Method.CHI_SQUARE
    assert connection([[20, 20, 20, 2, 7], [20, 20, 20, 5, 0]]).method is not Method.CHI_SQUARE


def test_under_twenty_answers_nothing_is_said():
    assert connection([[9, 0], [0, 10]]) == TooFew(19, 20)
    assert connection([[5, 5], [0, 10]]).p == pytest.approx(0.0325, abs=0.00005)
    assert connection([[4, 6], [0, 10]]).p > 0.05


def test_groups_under_five_are_not_compared():
    assert connection([[30, 4], [1, 2]]) == TooFew(3, 5, Of.GROUP)
    told = connection([[15, 4], [1, 2], [5, 15]])
    assert (told.n, told.p) == (39, connection([[15, 4], [5, 15]]).p)


def test_one_group_has_nothing_to_compare_with():
    assert connection([[30, 4]]) == TooFew(0, 5, Of.GROUP)
    assert connection([]) == TooFew(0, 5, Of.GROUP)


def test_answers_that_nobody_gave_are_left_out():
    with_, without = connection([[15, 0, 8], [5, 0, 15]]), connection([[15, 8], [5, 15]])
    assert (with_.p, with_.effect) == (without.p, without.effect)


def test_if_all_answered_alike_there_is_no_connection():
    told = connection([[12, 0], [30, 0]])
    assert (told.p, told.effect) == (1, 0)


def test_many_tables_are_corrected_together_and_those_too_small_left_out():
    told = connections({"a": [[15, 4], [5, 15]], "b": [[10, 10], [11, 9]], "c": [[1, 2], [3, 4]]})
    assert told["a"].adjusted == pytest.approx(2 * told["a"].p)
    assert told["b"].adjusted == told["b"].p
    assert isinstance(told["c"], TooFew)


@given(tables)
def test_any_table_is_tested_or_politely_refused(table):
    told = connection(table)
    if isinstance(told, TooFew):
        assert told.n < told.needed
    else:
        assert 0 <= told.p <= 1
        assert told.n >= 20
