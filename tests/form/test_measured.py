"""A day, a value, a note, as people and spreadsheets write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.errors import Invalid
from collector.form.measured import Measured, read_measured, read_measurements

TODAY = date(2026, 11, 30)


def reads(value: str, day: str = "2026-11-30", unit: str = "") -> float:
    return read_measured({"day": day, "value": value}, unit, TODAY).value


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("112", "", 112),
        ("112,5", "", 112.5),
        (" -3.25 ", "", -3.25),
        ("\N{MINUS SIGN}3", "", -3),
        ("112 kg", "kg", 112),
        ("€ 12", "€", 12),
        ("12 %", "%", 12),
    ],
)
def test_a_number_is_read_with_or_without_its_unit(text, unit, value):
    assert reads(text, unit=unit) == value


@pytest.mark.parametrize("text", ["", "many", "1.000", "1e5", "12 kg", "nan", "inf", "1 2"])
def test_what_is_no_number_or_two_is_refused(text):
    with pytest.raises(Invalid) as refused:
        reads(text)
    assert set(refused.value.problems) == {"value"}


@pytest.mark.parametrize("text", ["2026-11-30", "30.11.2026", "30 Nov 2026"])
def test_a_day_is_read_as_in_a_brief(text):
    assert read_measured({"day": text, "value": "1"}, "", TODAY).day == TODAY


@pytest.mark.parametrize("text", ["", "3/4/2026", "2026-11-31", "2026-12-01", "2026-11-30 18:00"])
def test_what_is_no_day_or_still_to_come_is_refused(text):
    with pytest.raises(Invalid) as refused:
        reads("1", day=text)
    assert set(refused.value.problems) == {"day"}


def test_a_note_holds_no_signs_that_can_not_be_kept():
    for note in ("a\0b", "\ud800", "x" * 501):
        with pytest.raises(Invalid):
            read_measured({"day": "2026-11-30", "value": "1", "note": note}, "", TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "day,value,note\n2026-11-23,118,Fair\n",
        "Note;Value;Day\nFair;118;23.11.2026\n",
        "\ufeffDATE\tVALUE\tNOTE\tby\n2026-11-23\t118\tFair\tada\n",
    ],
)
def test_a_table_is_read_whatever_program_wrote_it(text):
    table = read_measurements(text.encode(), "", TODAY)
    assert table.faults == ()
    assert table.rows == (Measured(date(2026, 11, 23), 118, "Fair"),)


@given(st.binary(max_size=200))
def test_no_bytes_are_too_odd(content):
    table = read_measurements(content, "", TODAY)
    assert table.rows or table.faults


@given(st.lists(st.tuples(st.dates(date(2001, 1, 1), TODAY), st.integers(-999, 999)), min_size=1))
def test_every_day_of_a_table_is_kept_once_or_told(lines):
    text = "day,value\n" + "".join(f"{day},{value}\n" for day, value in lines)
    table = read_measurements(text.encode(), "", TODAY)
    assert len(table.rows) + len(table.faults) == len(lines)
    assert len({each.day for each in table.rows}) == len(table.rows)
