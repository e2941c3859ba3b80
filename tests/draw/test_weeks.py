"""Weeks as columns, with all of them in a table."""

from datetime import date, timedelta

import pytest

from collector.analysis.weeks import ACTS, WEEK, Part, Week
from collector.draw import Asked, weeks
from collector.draw.weeks import SHOWN
from tests.draw.test_bars import told, tree

MONDAY = date(2026, 11, 2)
ASKED = Asked("weeks", "By <week>")


def some(number: int) -> list[Week]:
    return [
        Week(MONDAY + place * WEEK, {part: place * (part in ACTS) for part in Part})
        for place in range(number)
    ]


def drawn(number: int, *, seen: bool = False):
    return tree(weeks(some(number), ASKED, seen=seen))


def columns(html) -> list[str]:
    return [told(each) for each in html.iter("text") if each.get("class", "").endswith("count")]


@pytest.mark.parametrize("number", [1, 2, SHOWN - 1, SHOWN, 3 * SHOWN])
def test_the_last_weeks_are_drawn_and_all_are_in_the_table(number):
    html = drawn(number)
    assert columns(html) == [str(4 * place) for place in range(number)][-SHOWN:]
    rows = [[told(cell) for cell in line] for line in html.iter("tr")]
    assert len(rows) == number + 1
    assert rows[-1] == ["2 November 2026", "0", "0", "0", "0"]
    assert {len(row) for row in rows} == {5}


@pytest.mark.parametrize("number", [1, SHOWN, 3 * SHOWN])
def test_all_of_it_is_inside(number):
    (svg,) = drawn(number).iter("svg")
    height = float(svg.get("height").removesuffix("em"))
    for each in svg.iter():
        for place, most, unit in (("y", height, "em"), ("x", 100, "%"), ("width", 100, "%")):
            if each.get(place) and each is not svg:
                assert 0 <= float(each.get(place).removesuffix(unit)) <= most


def test_page_requests_are_a_column_of_the_table_where_they_are_counted():
    heads = [told(each) for each in drawn(1, seen=True).iter("th")]
    assert heads[:6] == ["Week from", "Ideas", "Answers", "Comments", "Votes", "Seen"]
    assert "Seen" not in [told(each) for each in drawn(1).iter("th")]


def test_its_picture_is_told_in_words_and_every_text_is_escaped():
    html = drawn(2)
    (title,) = html.iter("title")
    (description,) = html.iter("desc")
    assert told(title) == "By <week>"
    day = MONDAY + timedelta(days=7)
    assert f"Week from {day.day} November 2026: 4." in told(description)


def test_where_nothing_came_there_is_no_chart():
    html = drawn(0)
    assert not [*html.iter("svg")]
    assert "Nothing has come in yet." in told(html)


def test_weeks_in_which_nothing_happened_are_drawn_flat():
    html = tree(weeks([Week(MONDAY, dict.fromkeys(Part, 0))], ASKED, seen=False))
    assert columns(html) == ["0"]
