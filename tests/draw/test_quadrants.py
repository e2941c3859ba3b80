"""Ideas by what they bring and how easy they are: a picture by numbers, and the same as a table."""

import re

from hypothesis import given

from collector.draw import Asked, Point, quadrants
from tests.draw.test_bars import TEXTS, told, tree

AXES = ("Impact", "Ease")


def drawn(*points: Point) -> str:
    return quadrants(points, AXES, Asked("jury", "Which idea first?"))


def test_each_idea_has_its_row_with_its_field():
    html = drawn(Point("Rye", 90, 80), Point("Oat", 90, 20), Point("Nut", 10, 80))
    rows = [told(row) for row in tree(html).iter("tr")][1:]
    assert [row.split(maxsplit=4)[:4] for row in rows] == [
        ["1", "Rye", "90", "80"],
        ["2", "Oat", "90", "20"],
        ["3", "Nut", "10", "80"],
    ]
    assert len({row.split(maxsplit=4)[4] for row in rows}) == 3


def test_ideas_of_the_same_means_share_a_spot():
    html = drawn(Point("Rye", 90, 80), Point("Oat", 90, 80), Point("Nut", 10, 20))
    assert re.findall(r">(1, 2|1|2|3)</text>", html) == ["1, 2", "3"]


def test_the_picture_is_named_and_told():
    (svg,) = tree(drawn(Point("Rye", 90, 80))).iter("svg")
    assert svg.get("role") == "img"
    assert "Rye" in told(svg)
    assert not re.search(r'style=|<script|fill="(?!currentColor|none)', drawn(Point("Rye", 1, 2)))


@given(TEXTS)
def test_a_title_is_escaped_and_comes_out_whole(title):
    assert any(
        told(cell) == " ".join(title.split()) for cell in tree(drawn(Point(title, 5, 5))).iter("td")
    )
