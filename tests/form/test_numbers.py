import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.form import numbers


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (3, "3"),
        (3.0, "3"),
        (-0.5, "-0.5"),
        (0.00001, "0.00001"),
        (123456789012345, "123456789012345"),
    ],
)
def test_a_number_is_written_plainly(number, text):
    assert numbers.written(number) == text


@given(st.from_regex(r"[+-]?\d{1,15}([.,]\d{1,6})?", fullmatch=True))
def test_a_number_that_was_read_is_written_and_read_the_same(text):
    number = numbers.read(text)
    assert numbers.read(numbers.written(number)) == number


@pytest.mark.parametrize("text", ["", "1.", ".5", "1,000.5", "1e3", "inf", "١٢x", "--1", "1 000"])
def test_what_is_no_number_reads_as_none(text):
    assert numbers.read(text) is None
