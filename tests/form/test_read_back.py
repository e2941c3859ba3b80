import pytest

from collector.form import read_back


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        ("Rye", ["Rye"]),
        (("bern", "basel"), ["bern", "basel"]),
        (True, ["yes"]),
        (12, ["12"]),
        (12.0, ["12"]),
        (-0.25, ["-0.25"]),
        (0, ["0"]),
    ],
)
def test_a_value_is_read_back_as_it_would_be_sent(value, texts):
    assert read_back({"column": value}) == {"column": texts}


def test_a_box_that_was_not_ticked_sends_nothing():
    assert read_back({"yes": False}) == {}
