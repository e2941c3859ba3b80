"""Tables from whatever program wrote them."""

import codecs

import pytest

from collector.form.typed.fault import Fault
from collector.form.typed.table import read_table

KNOWN = {"role", "why", "apps"}


def rows(text, encoding="utf-8"):
    table = read_table(text.encode(encoding), KNOWN)
    assert not isinstance(table, Fault), table
    return [row.cells for row in table.rows]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_separators_line_ends_and_marks_are_told_apart(separator, end, mark):
    text = mark + end.join(separator.join(each) for each in (("role", "why"), ("a", "b"))) + end
    assert rows(text) == [("role", "why"), ("a", "b")]


def test_the_separator_is_the_one_by_which_heads_are_known():
    assert rows("role;why,or;apps\n1;2;3\n") == [("role", "why,or", "apps"), ("1", "2", "3")]


def test_a_separator_may_be_named_in_the_first_line():
    table = read_table(b"sep=;\nrole;why\n1;2\n", KNOWN)
    assert [(row.number, row.line, row.cells) for row in table.rows] == [
        (2, 2, ("role", "why")),
        (3, 3, ("1", "2")),
    ]


def test_a_cell_holds_separators_quotes_and_line_ends():
    assert rows('role,why\nx,"one, ""two""\nthree"\n')[1] == ("x", 'one, "two"\nthree')


def test_rows_count_as_in_spreadsheets_and_lines_as_in_editors():
    table = read_table(b'role,why\nx,"one\ntwo"\n\ny,z\n', KNOWN)
    assert [(row.number, row.line) for row in table.rows] == [(1, 1), (2, 2), (4, 5)]


def test_rare_signs_do_not_end_a_line():
    assert rows("role,why\nx,a\u2028b\x0bc\n")[1] == ("x", "a\u2028b\x0bc")


def test_what_a_spreadsheet_saves_as_unicode_text_is_read():
    assert rows("\ufeffrole\twhy\r\nä\tb\r\n", "utf-16-le")[1] == ("ä", "b")


@pytest.mark.parametrize(
    ("content", "reason", "row"),
    [
        (b"", "typed-empty", 1),
        (b"\n ,\n", "typed-empty", 1),
        ("role\nä\n".encode("cp1252"), "typed-encoding", 1),
        (codecs.BOM_UTF16_LE + b"a", "typed-encoding", 1),
        (b'role,why\na,b\nx,"y\n', "typed-quotes", 3),
        (b'role,why\na,"b"c\n', "typed-quotes", 2),
        (b'role,why\na,"' + b"b" * 200_000 + b'"\n', "typed-quotes", 2),
    ],
)
def test_what_can_not_be_read_is_said_with_its_row(content, reason, row):
    fault = read_table(content, KNOWN)
    assert (fault.reason, fault.row) == (reason, row)
