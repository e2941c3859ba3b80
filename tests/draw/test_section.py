import re

import pytest
from hypothesis import given

from collector.draw import __all__ as names
from tests.draw.charts import BREADS, CHARTS
from tests.draw.test_bars import TEXTS, told, tree

LABEL = "What do you think of our breads?"


@pytest.fixture(params=CHARTS)
def html(request: pytest.FixtureRequest) -> str:
    return CHARTS[request.param](LABEL, BREADS)


def test_every_chart_is_tried_here():
    others = {"Asked", "cells", "code", "groups", "question", "weeks"}
    others |= {"aim", "plan", "trial", "pace", "pace_in_short", "progress"}
    others |= {"Point", "crossing", "portfolio", "quadrants"}
    of_models = {"canvas", "label_of", "participants", "needs", "shares", "versions"}
    assert set(CHARTS) == set(names) - others - of_models


def test_a_chart_has_a_role_a_title_and_a_description(html):
    (svg,) = (each for each in tree(html).iter("svg") if each.get("role"))
    assert svg.get("role") == "img"
    named = {each.get("id"): told(each) for each in svg if each.get("id")}
    title, description = (named[each] for each in svg.get("aria-labelledby").split())
    assert title == LABEL
    assert re.search(r"\d", description)


def test_the_rest_of_what_is_drawn_is_hidden_from_whoever_cannot_see_it(html):
    for svg in tree(html).iter("svg"):
        assert svg.get("role") == "img" or svg.get("aria-hidden") == "true"


def test_it_brings_no_style_no_script_and_no_colour_of_its_own(html):
    assert "style" not in html
    assert "<script" not in html
    assert "#" not in html
    assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', html)) == {"currentColor"}


def test_below_it_is_a_table_whose_every_row_is_as_long_as_its_head(html):
    (details,) = tree(html).iter("details")
    head, *rows = ([told(cell) for cell in line] for line in details.iter("tr"))
    assert len(rows) >= 2
    assert {len(line) for line in rows} == {len(head)}
    assert all(line[0] for line in (head, *rows))


def test_a_table_that_may_be_wider_than_a_phone_can_be_reached_by_keyboard(html):
    (table,) = tree(html).iter("table")
    (head,) = table.iter("thead")
    wide = len([*head.iter("th")]) > 4
    assert (table.get("tabindex") == "0") is wide


def test_all_of_it_is_inside(html):
    (svg,) = (each for each in tree(html).iter("svg") if each.get("role"))
    height = float(svg.get("height").removesuffix("em"))
    for each in svg.iter():
        for place in ("y", "y1", "y2", "cy"):
            if each.get(place):
                assert 0 <= float(each.get(place).removesuffix("em")) <= height
        for place in ("x", "x1", "x2", "cx"):
            if each.get(place):
                assert 0 <= float(each.get(place).removesuffix("%")) <= 100


@pytest.mark.parametrize("name", sorted(set(CHARTS) - {"curves", "over_time"}))
def test_it_says_how_many_answered(name):
    html = CHARTS[name](LABEL, BREADS)
    assert re.search(r"\d+ answers( a line)?\.", told(tree(html)))


@pytest.mark.parametrize("name", CHARTS)
@given(TEXTS, TEXTS)
def test_every_text_is_escaped_and_comes_out_whole(name, label, bread):
    drawn = tree(CHARTS[name](label, {**BREADS, "rye": bread}))
    (heading,) = drawn.iter("h3")
    assert told(heading) == " ".join(label.split())
    words = {"".join(told(cell).split()) for cell in drawn.iter("th")}
    assert any("".join(bread.split()) in each for each in words)
    assert not {each.tag for each in drawn.iter()} & {"script", "b", "i", "img", "a"}
