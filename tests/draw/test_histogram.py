from xml.etree.ElementTree import Element

import pytest

from collector.analysis import bins, describe
from collector.draw import Asked, histogram
from tests.draw.charts import SPENT
from tests.draw.test_bars import told, tree

ASKED = Asked("spend", "How much did you spend?")


def columns(chart: Element) -> list[tuple[float, float]]:
    """Where each column begins across, and how high it is."""
    return [
        (float(each.get("x").removesuffix("%")), float(each.get("height").removesuffix("em")))
        for each in chart.iter("rect")
    ]


def marks(chart: Element) -> list[str]:
    return [told(each) for each in chart.iter("text") if each.get("class").endswith("mark")]


def names(chart: Element) -> list[str]:
    return [told(each) for each in chart.iter("th") if each.get("scope") == "row"]


def test_a_column_is_as_high_as_its_share_of_the_highest():
    chart = tree(histogram(bins({1: 4, 2: 8, 3: 0, 4: 2}), ASKED))
    heights = [height for _, height in columns(chart)]
    assert heights == pytest.approx([4.5, 9, 0, 2.25])


def test_whole_numbers_one_by_one_are_named_below_their_columns():
    chart = tree(histogram(bins({1: 4, 2: 8, 4: 2}), ASKED))
    assert marks(chart) == names(chart) == ["1", "2", "3", "4"]


def test_classes_are_named_where_they_meet():
    chart = tree(histogram(bins(SPENT), ASKED, unit="€"))
    assert marks(chart) == ["0", "10", "20", "30", "40", "50", "60", "70"]
    assert names(chart)[:2] == ["0 to 9 €", "10 to 19 €"]


def test_open_ends_have_no_number_and_are_named_in_the_table():
    chart = tree(histogram(bins(SPENT, 5), ASKED, unit="€"))
    assert marks(chart) == ["20", "30", "40", "50", "60", "70"]
    assert (names(chart)[0], names(chart)[-1]) == ("under 20 €", "60 to 69 €")
    assert names(tree(histogram(bins({**SPENT, 61: 2}, 5), ASKED)))[-1] == "20 and more"


def test_decimals_are_told_to_under_the_next_class():
    chart = tree(histogram(bins({0.25: 3, 0.3: 4, 0.9: 1}), ASKED))
    assert names(chart)[0] == "0.2 to under 0.4"


def test_all_in_one_class_are_any_number():
    chart = tree(histogram(bins({3: 1, 400: 2}, 5), ASKED))
    assert names(chart) == ["any number"]
    assert marks(chart) == []


def test_long_numbers_leave_room_for_each_other():
    chart = tree(histogram(bins({number * 100_000: 2 for number in range(10)}), ASKED))
    assert 1 < len(marks(chart)) <= 5


def test_mean_median_and_top_two_are_told_with_their_intervals():
    scale = {1: 2, 2: 3, 3: 6, 4: 12, 5: 7}
    text = told(tree(histogram(bins(scale), ASKED, describe(scale, (1, 5)))))
    assert "Mean 3.6, 95 % interval 3.2 to 4." in text
    assert "Median 4, 95 % interval 3 to 4." in text
    assert "63 % chose one of the highest two steps, 17 % one of the lowest two" in text


def test_of_few_answers_mean_and_median_are_told_alone():
    text = told(tree(histogram(bins({1: 1, 2: 1}), ASKED, describe({1: 1, 2: 1}))))
    assert "Mean 1.5. Median 1.5." in text
