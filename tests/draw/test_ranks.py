import pytest

from collector.analysis import rank
from collector.draw import Asked, ranks
from collector.draw.bars import WIDTH
from collector.draw.ranks import EDGE
from tests.analysis.test_ranking import BORDA
from tests.draw.test_bars import told, tree

LABELS = {"A": "Ann", "B": "Ben", "C": "Cid"}
ASKED = Asked("who", "Whom do you want?")


def test_the_best_stands_on_top_and_furthest_left():
    chart = tree(ranks(rank(BORDA, "ABC"), LABELS, ASKED))
    names = [told(each) for each in chart.iter("text") if each.get("class") == "ig-rank__label"]
    places = [float(each.get("cx").removesuffix("%")) for each in chart.iter("circle")]
    assert names == ["Cid", "Ben", "Ann"]
    assert places == sorted(places)


def test_a_dot_stands_at_its_mean_place_between_first_and_last():
    chart = tree(ranks(rank({("A", "B", "C"): 9}, "ABC"), LABELS, ASKED))
    places = [float(each.get("cx").removesuffix("%")) for each in chart.iter("circle")]
    assert places == pytest.approx([EDGE, WIDTH / 2, WIDTH - EDGE])


def test_where_there_is_no_interval_none_is_drawn_or_explained():
    html = ranks(rank({("A", "B", "C"): 9}, "ABC"), LABELS, ASKED)
    assert "ig-rank__interval" not in html
    assert "interval of the mean place" not in html


def test_the_table_has_places_points_and_counts():
    (details,) = tree(ranks(rank(BORDA, "ABC"), LABELS, ASKED)).iter("details")
    head, first, *_ = ([told(cell) for cell in line] for line in details.iter("tr"))
    assert head == ["Option", "Mean place", "95 % interval", "Points", "Put first by", "Placed by"]
    assert first == ["Cid", "1.76", "1.51 to 2", "26", "6", "21"]


def test_short_lists_are_explained():
    whole, short = ranks(rank(BORDA, "ABC"), LABELS, ASKED), rank({("A",): 5}, "ABC")
    assert "did not place" not in whole
    assert "did not place" in ranks(short, LABELS, ASKED)
