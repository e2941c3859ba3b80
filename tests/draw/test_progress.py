"""Progress as a picture: the straight way, what was measured, and the same in words and a table."""

from datetime import date

import pytest

from collector.analysis.progress import Point, progress
from collector.brief import Measure
from collector.draw import Asked, aim, pace_in_short
from collector.draw import progress as draw
from tests.draw.test_bars import told, tree

START, END = date(2026, 9, 1), date(2026, 9, 11)
LESS = Measure("Kg of plastic a month", 120, 20, END, unit="kg")


def after(*values: float, today: date = date(2026, 9, 9)):
    points = [Point(date(2026, 9, 1 + 2 * nth), value) for nth, value in enumerate(values)]
    return progress(LESS, points, START, today)


def drawn(*values: float, **more):
    return tree(draw(LESS, after(*values, **more), Asked("progress", LESS.metric)))


def base(page) -> str:
    return next(told(each) for each in page.iter("p") if each.get("class") == "ig-result__base")


def test_the_aim_is_told_with_units_and_days():
    assert aim(LESS) == (
        "Kg of plastic a month: from 120\N{NO-BREAK SPACE}kg to 20\N{NO-BREAK SPACE}kg, "
        "by 11 September 2026."
    )


@pytest.mark.parametrize(
    ("values", "end"),
    [
        ((), "Nothing was measured yet."),
        ((120, 110), "Whether it is on track is said from 3 measurements on: fewer say little."),
        (
            (120, 110, 60),
            "On track: a straight line would have come 40 % by then.",
        ),
        ((120, 110, 90), "Behind: a straight line would have come 40 % by then."),
        ((120, 110, 20), "The target is reached."),
    ],
)
def test_what_the_last_measurement_says_stands_above(values, end):
    assert base(drawn(*values)).endswith(end)


def test_what_went_the_wrong_way_is_said_so():
    assert "further away than at the beginning" in base(drawn(120, 130))


def test_every_value_has_a_point_and_a_line_of_the_table_the_newest_first():
    page = drawn(120, 110, 95)
    assert len([each for each in page.iter("circle") if each.get("r") == ".3em"]) == 3
    rows = [[told(cell) for cell in row] for row in page.iter("tr")]
    assert rows[1] == ["5 September 2026", "95 kg", "25 %"]
    assert len(rows) == 4


def test_what_is_higher_stands_higher():
    points = [each for each in drawn(120, 140, 20).iter("circle") if each.get("r") == ".3em"]
    first, second, third = (float(each.get("cy").removesuffix("em")) for each in points)
    assert second < first < third


def test_without_a_measurement_there_is_no_picture():
    assert list(drawn().iter("svg")) == []


def test_in_short_it_is_a_share_and_a_word():
    assert pace_in_short(after()) == "not measured yet"
    assert pace_in_short(after(120, 95)) == "25\N{NO-BREAK SPACE}%"
    assert pace_in_short(after(120, 110, 90)) == "30\N{NO-BREAK SPACE}%, behind"


def test_what_is_counted_is_words_and_never_markup():
    odd = Measure('<b>"kg" & more</b>', 120, 20, END, unit="<i>")
    page = tree(draw(odd, after(120, 110, 95), Asked("progress", odd.metric)))
    (heading,) = page.iter("h3")
    assert told(heading) == odd.metric
    assert [each.tag for each in page.iter() if each.tag in ("b", "i")] == []
