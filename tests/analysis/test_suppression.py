from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from collector.analysis import Shown, suppress

BAKERY = [[2, 14, 20], [31, 9, 10], [8, 30, 12]]

tables = st.sampled_from([(2, 2, 9), (2, 4, 7), (3, 2, 9), (3, 3, 6)]).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(0, size[2]), min_size=size[1], max_size=size[1]),
        min_size=size[0],
        max_size=size[0],
    )
)


def test_a_small_count_hides_with_three_that_could_make_up_for_it():
    assert suppress(BAKERY) == Shown(
        cells=((None, 14, None), (31, 9, 10), (None, 30, None)),
        rows=(36, 50, 50),
        columns=(41, 53, 42),
        total=136,
    )


def test_where_no_count_is_small_nothing_hides():
    shown = suppress([[9, 12], [40, 30]])
    assert (shown.cells, shown.rows) == (((9, 12), (40, 30)), (21, 70))


def test_a_small_group_hides_with_its_total_and_takes_another_along():
    shown = suppress([[1, 2], [40, 30], [25, 25]])
    assert shown.rows[0] is None
    assert shown.rows.count(None) == 2
    assert (shown.columns, shown.total) == ((66, 57), 123)


def test_of_two_groups_one_small_nothing_is_left_but_what_was_told_of_all():
    shown = suppress([[1, 2], [40, 30]])
    assert shown == Shown(((None, None), (None, None)), (None, None), (41, 32), 73)


def test_what_the_totals_give_away_by_themselves_is_shown():
    assert suppress([[0, 14], [0, 20]]).cells == ((0, 14), (0, 20))


def test_without_totals_told_elsewhere_those_hide_too():
    shown = suppress([[1, 2, 0], [9, 0, 7]], told=False)
    assert None in shown.columns


def test_the_smallest_count_that_is_shown_can_be_chosen():
    assert suppress([[9, 12], [40, 30]], least=10).cells[0][0] is None
    assert suppress(BAKERY, least=2).cells == tuple(map(tuple, BAKERY))


def test_a_table_without_cells_is_shown_as_it_is():
    assert suppress([]) == Shown((), (), (), 0)


def fillings(cells, total):
    """Every column of whole numbers that agrees with what is shown of it."""
    if len(cells) == 1:
        if cells[0] in (None, total):
            yield (total,)
        return
    for count in range(total + 1) if cells[0] is None else [cells[0]]:
        for others in fillings(cells[1:], total - count):
            yield (count, *others)


def possible(shown):
    """Every table that agrees with what is shown, found by trying all; as a list of columns."""
    given_columns = zip(*shown.cells, strict=True)
    columns = [
        [*fillings(cells, total)] for cells, total in zip(given_columns, shown.columns, strict=True)
    ]

    def grow(done, left):
        sums = [sum(row) for row in zip(*done, strict=True)] or [0] * len(shown.rows)
        rows = [*zip(sums, shown.rows, strict=True)]
        if any(total is not None and told > total for told, total in rows):
            return
        if left:
            for column in left[0]:
                yield from grow([*done, column], left[1:])
        elif all(total in (None, told) for told, total in rows):
            yield done

    yield from grow([], columns)


def values(shown):
    """What each place could hold, the rows' totals with it."""
    seen = defaultdict(set)
    for columns in possible(shown):
        for row, line in enumerate(zip(*columns, strict=True)):
            for column, count in enumerate((*line, sum(line))):
                seen[row, column].add(count)
    return seen


@given(tables)
def test_no_hidden_count_can_be_told_from_what_is_shown(table):
    shown = suppress(table)
    for (row, column), known in values(shown).items():
        told = (*shown.cells[row], shown.rows[row])[column]
        count = (*table[row], sum(table[row]))[column]
        open_by_totals = set(range((*shown.columns, shown.total)[column] + 1))
        assert count in known
        if told is None:
            assert len(known) > 1
            assert count >= 5 or known >= open_by_totals & set(range(5))
        elif told < 5:
            assert open_by_totals == {told}


@given(tables)
def test_what_is_shown_is_true_and_the_totals_of_all_are_there(table):
    shown = suppress(table)
    for told, row in zip(shown.cells, table, strict=True):
        assert all(cell in (None, count) for cell, count in zip(told, row, strict=True))
    assert all(total in (None, sum(row)) for total, row in zip(shown.rows, table, strict=True))
    assert shown.columns == tuple(sum(column) for column in zip(*table, strict=True))
    assert shown.total == sum(map(sum, table))
