from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.entries.formula import looks_like_formula
from collector.export.cell import LONGEST, cut, for_csv, iso, number_or_text

TEXTS = st.text(st.characters(exclude_categories=("Cs",)))


@pytest.mark.parametrize("sign", "=+-@＝＋－＠")
@pytest.mark.parametrize("before", ["", " ", "\t", "\n  ", "\u00a0", "\u200b", "\ufeff", "\u2003"])
def test_what_a_spreadsheet_might_run_is_made_text(sign, before):
    assert for_csv(f"{before}{sign}1+1") == f"'{before}{sign}1+1"


@pytest.mark.parametrize("text", ["\tx", "\rx", "\nx", "\0x"])
def test_what_begins_with_a_control_sign_is_made_text(text):
    assert for_csv(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Rye", "1-2", "a=b", "'quoted'", "(+49) 171"])
def test_other_text_stays_as_it_is(text):
    assert for_csv(text) == text


@pytest.mark.parametrize("number", [-77, -2.5, 0, 3])
def test_real_numbers_are_never_prefixed(number):
    assert for_csv(number) == number


@given(TEXTS)
def test_no_text_in_a_csv_looks_like_a_formula(text):
    assert not looks_like_formula(for_csv(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [("7", 7), ("-3", -3), ("0", 0), ("123456789012345", 123456789012345)],
)
def test_digits_that_say_exactly_a_number_are_one(text, value):
    assert number_or_text(text) == value


@pytest.mark.parametrize(
    "text", ["0171", "+7", "1.0", "1e5", "-0", "", "-", "٣", "1234567890123456", " 7", "7-10"]
)
def test_what_would_not_come_back_the_same_stays_text(text):
    assert number_or_text(text) == text


@given(TEXTS)
def test_a_number_is_always_told_in_the_same_digits(text):
    assert str(number_or_text(text)) == text


@pytest.mark.parametrize("text", ["x" * LONGEST, "🥖" * (LONGEST // 2)])
def test_what_a_cell_holds_is_left_alone(text):
    assert cut(text) == text


@pytest.mark.parametrize("text", ["x" * (LONGEST + 1), "a" + "🥖" * LONGEST, "🥖" * LONGEST])
def test_what_is_too_long_is_cut_with_a_note(text):
    short = cut(text)
    assert len(short.encode("utf-16-le")) // 2 <= LONGEST
    assert f"[cut here: {len(text)} characters" in short
    assert text.startswith(short[: short.index(" … ")])


def test_days_and_times_are_told_in_iso_8601():
    assert iso(date(2026, 1, 2)) == "2026-01-02"
    assert iso(time(9, 5)) == "09:05"
    assert iso(datetime(2026, 1, 2, 9, 5, 7, 9, UTC)) == "2026-01-02T09:05:07+00:00"
