import pytest

from collector.analysis import matrix, row

ROWS = {"staff": "Our staff", "bread": "Our bread"}
COLUMNS = {"bad": "Bad", "fair": "Fair", "good": "Good"}
COUNTS = {"staff": {"bad": 1, "good": 5}, "bread": {"fair": 2}}
ANSWERED = {"staff": 6, "bread": 2}


def test_each_row_is_a_question_of_its_own():
    staff, bread = matrix(COUNTS, ANSWERED, ROWS, COLUMNS).rows
    assert (staff.label, staff.n, bread.n) == ("Our staff", 6, 2)
    assert staff.rows == (
        row("bad", "Bad", 1, 6),
        row("fair", "Fair", 0, 6),
        row("good", "Good", 5, 6),
    )


def test_columns_in_an_order_have_a_mean():
    staff, bread = matrix(COUNTS, ANSWERED, ROWS, COLUMNS, ordered=True).rows
    assert staff.mean.value == pytest.approx(16 / 6)
    assert 1 <= staff.mean.low < staff.mean.value < staff.mean.high <= 3
    assert (bread.mean.value, bread.mean.low) == (2, None)


def test_columns_without_an_order_have_none():
    assert [each.mean for each in matrix(COUNTS, ANSWERED, ROWS, COLUMNS).rows] == [None, None]


def test_a_row_that_nobody_answered_is_there_all_the_same():
    staff, bread = matrix({}, {}, ROWS, COLUMNS, ordered=True).rows
    assert (staff.n, staff.mean, [each.share for each in bread.rows]) == (0, None, [0, 0, 0])


def test_with_several_ticks_a_row_the_shares_are_of_people():
    (staff, _) = matrix({"staff": {"bad": 2, "good": 3}}, {"staff": 3}, ROWS, COLUMNS).rows
    assert [each.share for each in staff.rows] == pytest.approx([2 / 3, 0, 1])
