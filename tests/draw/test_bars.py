import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis import Numbers, QuestionResult, Row, Score, wilson
from collector.brief import Shape
from collector.draw import bars
from collector.draw.bars import WIDTH

TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=60)


def row(label: str, count: int, n: int) -> Row:
    interval = wilson(count, n)
    return Row(label, label, count, count / n if n else 0, interval.low, interval.high)


def result(*answers: tuple[str, int], **facts) -> QuestionResult:
    n = sum(count for _, count in answers)
    rows = tuple(row(label, count, n) for label, count in answers)
    held = {"id": "when", "label": "When would you come?", "shape": Shape.ONE, "n": n, "asked": n}
    return QuestionResult(**{**held, "rows": rows, **facts})


def tree(html: str) -> ElementTree.Element:
    """The drawn result, which is well-formed XML too."""
    return ElementTree.fromstring(html)


def told(element: ElementTree.Element) -> str:
    return " ".join(" ".join(element.itertext()).split())


EVENING = result(("7–10", 3), ("10–15", 12), ("15–19", 6))


def test_the_chart_has_a_role_a_title_and_a_description_with_every_number():
    drawn = tree(bars(EVENING))
    (svg,) = drawn.iter("svg")
    assert svg.get("role") == "img"
    named = {element.get("id"): told(element) for element in svg if element.get("id")}
    title, description = (named[each] for each in svg.get("aria-labelledby").split())
    assert title == "When would you come?"
    assert "10–15: 12 of 21, 57 %, 95 % interval 37 % to 76 %." in description
    assert description.count("interval") == 3


def test_n_and_the_interval_are_said_in_words():
    text = told(tree(bars(EVENING)))
    assert "21 answers." in text
    assert "the 95 % interval: with this many answers, the true share most likely lies" in text


def test_the_table_has_the_same_numbers_under_details():
    drawn = tree(bars(EVENING))
    (details,) = drawn.iter("details")
    cells = [[told(cell) for cell in line] for line in details.iter("tr")]
    assert cells[0] == ["Answer", "Count", "Share", "95 % interval"]
    assert cells[2] == ["10–15", "12", "57 %", "37 % to 76 %"]
    assert len(cells) == 4


def test_the_length_of_a_bar_is_its_share_and_its_line_the_interval():
    (_, bar, _) = (group for group in tree(bars(EVENING)).iter("g"))
    (share,) = (each for each in bar if each.get("class") == "ig-bar__share")
    (line, *caps) = (each for each in bar if each.get("class") == "ig-bar__interval")
    assert float(share.get("width").rstrip("%")) == pytest.approx(WIDTH * 12 / 21, abs=0.01)
    ends = [float(line.get(x).rstrip("%")) / WIDTH for x in ("x1", "x2")]
    assert ends == pytest.approx([EVENING.rows[1].low, EVENING.rows[1].high], abs=0.001)
    assert len(caps) == 2


def test_nothing_drawn_overlaps_and_all_of_it_is_inside():
    drawn = tree(
        bars(result(("A very long answer that takes more than a line on a phone", 1), ("B", 2)))
    )
    (svg,) = drawn.iter("svg")
    height = float(svg.get("height").rstrip("em"))
    ends = [0.0]
    for group in svg.iter("g"):
        places = [
            float(value.rstrip("em"))
            for value in re.findall(r'y[12]?="([\d.]+em)"', ElementTree.tostring(group, "unicode"))
        ]
        assert ends[-1] < min(places)
        ends.append(max(places))
    assert ends[-1] < height


@given(st.lists(TEXTS, min_size=1, max_size=4), TEXTS, TEXTS)
def test_every_text_is_escaped_and_comes_out_whole(labels, question, name):
    drawn = tree(
        bars(result(*((label, 2) for label in labels), label=question, id=name.strip() or "a"))
    )
    heads = [told(cell) for cell in drawn.iter("th") if cell.get("scope") == "row"]
    assert heads == [" ".join(label.split()) for label in labels]
    drawn_words = [
        "".join("".join(each.itertext()) for each in group if each.get("class") == "ig-bar__label")
        for group in drawn.iter("g")
    ]
    assert ["".join(each.split()) for each in drawn_words] == [
        "".join(each.split()) for each in labels
    ]
    assert {element.tag for element in drawn.iter()} <= {
        "section",
        "h3",
        "p",
        "svg",
        "title",
        "desc",
        "g",
        "text",
        "rect",
        "line",
        "details",
        "summary",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }


def test_it_brings_no_style_and_no_colour_of_its_own():
    html = bars(EVENING)
    assert "style" not in html
    assert "#" not in html
    assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', html)) == {"currentColor"}


def test_two_forms_with_the_same_question_share_a_page():
    both = bars(EVENING, "poll") + bars(EVENING, "survey")
    ids = re.findall(r'\bid="([^"]*)"', both)
    assert len(ids) == len(set(ids)) == 6


def test_without_answers_there_is_no_chart():
    drawn = tree(bars(result(("A", 0), ("B", 0))))
    assert "No answers yet." in told(drawn)
    assert not [*drawn.iter("svg"), *drawn.iter("details")]


def test_one_answer_is_told_as_one():
    assert "1 answer." in told(tree(bars(result(("A", 1)))))


def test_several_ticks_are_explained():
    several = replace(EVENING, shape=Shape.SEVERAL)
    assert "add up to more than" in told(tree(bars(several)))
    assert "add up" not in told(tree(bars(EVENING)))


def test_numbers_and_scores_are_told_in_a_sentence():
    text = told(
        tree(bars(replace(EVENING, numbers=Numbers(3.25, 3), score=Score(-20, -61.4, 21.9))))
    )
    assert "Mean 3.2, median 3." in text
    assert "Net promoter score −20, 95 % interval −61 to 22" in text


def test_words_and_what_is_held_back_are_only_counted():
    words = QuestionResult("why", "Why?", Shape.LONG, n=4, asked=5)
    assert "4 answers. People answered in their own words" in told(tree(bars(words)))
    held = replace(words, shape=Shape.ONE, held_back=True)
    assert "Too few answers to show yet" in told(tree(bars(held)))
    assert "own words" not in told(tree(bars(held)))
