import pytest

from collector.draw import Asked, portions
from collector.draw.bars import WIDTH
from tests.draw.charts import BREADS, points
from tests.draw.test_bars import told, tree

ASKED = Asked("money", "Share out 100 points")


def drawn():
    return tree(portions(points().shared(list(BREADS), 100), 100, BREADS, ASKED))


def test_a_bar_is_as_long_as_its_part_of_the_total():
    lengths = [
        float(each.get("width").removesuffix("%"))
        for each in drawn().iter("rect")
        if each.get("class") == "ig-bar__share"
    ]
    assert lengths == pytest.approx([0.75 * WIDTH, 0.25 * WIDTH, 0])


def test_beside_it_stand_the_points_and_the_share():
    values = [told(each) for each in drawn().iter("text") if each.get("class") == "ig-bar__value"]
    assert values == ["75 · 75 %", "25 · 25 %", "0 · 0 %"]


def test_the_table_has_the_interval_and_how_many_gave():
    (details,) = drawn().iter("details")
    head, rye, _, nut = ([told(cell) for cell in line] for line in details.iter("tr"))
    assert head == ["Option", "Points on the mean", "95 % interval", "Share of all", "Given by"]
    assert rye == ["Rye bread", "75", "58.4 to 91.6", "75 %", "12"]
    assert nut == ["Nut bread", "0", "–", "0 %", "0"]


def test_an_option_that_got_nothing_has_no_interval():
    *_, nut = drawn().iter("g")
    assert not [*nut.iter("line")]
