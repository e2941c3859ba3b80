from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis import matrix
from collector.draw import Asked, likert
from tests.draw.test_bars import told, tree

LABELS = ("Not at all", "Hardly", "So-so", "Mostly", "Very much")


def drawn(*rows: list[int], steps: int = 5, ordered: bool = True) -> Element:
    columns = dict(zip("12345", LABELS[:steps], strict=False))
    counts = {str(name): dict(zip(columns, row, strict=True)) for name, row in enumerate(rows)}
    answered = {name: sum(each.values()) for name, each in counts.items()}
    labels = {name: f"Line {name}" for name in counts}
    return tree(likert(matrix(counts, answered, labels, columns, ordered), Asked("q", "Agree?")))


def lines(chart: Element) -> list[Element]:
    return list(chart.iter("g"))


def spans(line: Element) -> Iterator[tuple[str, float, float]]:
    """Side, beginning and end of each part, in percent of the width."""
    for each in line.iter("rect"):
        x, width = (float(each.get(name).removesuffix("%")) for name in ("x", "width"))
        yield each.get("class").removeprefix("ig-likert__"), x, x + width


def centre(line: Element) -> float:
    (each,) = line.iter("line")
    return float(each.get("x1").removesuffix("%"))


def test_what_is_below_the_middle_lies_left_of_it_and_what_is_above_right():
    for line in lines(drawn([3, 4, 0, 2, 1], [0, 1, 0, 5, 4])):
        for side, begin, end in spans(line):
            assert end <= centre(line) + 0.01 if side == "low" else begin >= centre(line) - 0.01


def test_the_middle_step_lies_across_it():
    (line,) = lines(drawn([2, 2, 4, 1, 1]))
    ((begin, end),) = [(begin, end) for side, begin, end in spans(line) if side == "middle"]
    assert (begin + end) / 2 == pytest.approx(centre(line), abs=0.3)


def test_all_lines_have_one_middle_and_one_scale():
    first, second = lines(drawn([10, 0, 0, 0, 0], [0, 0, 0, 0, 5]))
    assert centre(first) == centre(second)
    ((_, a, b),), ((_, c, d),) = spans(first), spans(second)
    assert b - a == pytest.approx(d - c, abs=0.02)
    assert (a, d) == pytest.approx((14, 86), abs=0.4)


def test_with_an_even_number_of_steps_nothing_lies_across():
    (line,) = lines(drawn([2, 2, 3, 3], steps=4))
    assert [side for side, _, _ in spans(line)] == ["low", "low", "high", "high"]


def test_the_sums_stand_at_either_side():
    (line,) = lines(drawn([1, 2, 3, 4, 10]))
    assert [told(each) for each in line.iter("text")] == ["Line 0", "15 %", "70 %"]


def test_the_legend_names_every_step_in_order():
    (legend,) = drawn([1, 2, 3, 4, 10]).iter("ol")
    assert [told(each) for each in legend] == list(LABELS)


def test_the_table_has_shares_and_the_mean_with_its_interval():
    (details,) = drawn([0, 1, 2, 5, 12]).iter("details")
    head, row = ([told(cell) for cell in line] for line in details.iter("tr"))
    assert head == ["Line", "Answers", *LABELS, "Mean", "95 % interval"]
    assert row[:8] == ["Line 0", "20", "0 %", "5 %", "10 %", "25 %", "60 %", "4.4"]
    assert row[8] == "3.9 to 4.7"


def test_steps_without_numbers_have_no_mean():
    text = told(drawn([1, 2, 3], steps=3, ordered=False))
    assert "The mean counts" not in text


def test_lines_answered_by_different_numbers_say_so():
    assert "3 to 9 answers a line." in told(drawn([1, 1, 1, 0, 0], [1, 1, 1, 3, 3]))


def test_without_answers_there_is_no_chart():
    chart = drawn([0, 0, 0, 0, 0])
    assert "No answers yet." in told(chart)
    assert not [*chart.iter("svg"), *chart.iter("details"), *chart.iter("ol")]


@given(
    st.integers(2, 5).flatmap(
        lambda steps: st.lists(
            st.lists(st.integers(0, 9), min_size=steps, max_size=steps), min_size=1, max_size=4
        )
    )
)
def test_no_two_parts_overlap_and_none_leaves_its_place(rows):
    for line in lines(drawn(*rows, steps=len(rows[0]))):
        end = 13.9
        for _, begin, after in spans(line):
            assert begin >= end - 0.4
            assert after <= 86.5
            end = after
