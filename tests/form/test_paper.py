"""A form on paper: boxes, lines and sentences, and nothing that only works on screens."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from collector.brief import FormKind, Limits, Option, Page, Shape
from collector.form.paper import on_paper
from tests.form.forms import WITH_A_FRIEND, form, form_of_every_shape, question


def paper(*asked, **facts):
    return LexborHTMLParser(on_paper(form(*asked, **facts)))


def count(shape, selector, **facts):
    return len(paper(question(shape, **facts)).css(selector))


def test_every_shape_has_its_place_and_nothing_to_type_into():
    page = LexborHTMLParser(on_paper(form_of_every_shape()))
    assert len(page.css(".slip-question")) == len(Shape)
    assert page.css("input, textarea, select, script, button") == []


@pytest.mark.parametrize(
    ("shape", "selector", "boxes"),
    [
        (Shape.ONE, ".slip-box--one", 3),
        (Shape.SEVERAL, ".slip-box:not(.slip-box--one)", 3),
        (Shape.YES, ".slip-box", 1),
        (Shape.SCALE, ".slip-box--one", 5),
        (Shape.STARS, ".slip-box--one", 5),
        (Shape.TEXT, ".slip-rule", 1),
        (Shape.LINES, ".slip-rule", 2),
    ],
)
def test_there_is_a_box_or_a_line_for_each_answer(shape, selector, boxes):
    assert count(shape, selector) == boxes


def test_of_a_long_list_the_answer_is_written_down():
    towns = tuple(Option(f"t{n}", f"Town {n}") for n in range(61))
    assert count(Shape.ONE, ".slip-options--long li", options=towns[:60]) == 60
    assert count(Shape.ONE, "li", options=towns) == 0
    assert count(Shape.ONE, ".slip-rule", options=towns) == 1


def test_a_matrix_has_a_box_in_every_cell():
    asked = question(Shape.MATRIX_ONE)
    assert count(Shape.MATRIX_ONE, "td .slip-box--one") == len(asked.lines) * len(asked.options)


def test_options_are_numbered_to_put_them_in_order():
    assert count(Shape.RANKING, ".slip-number") == len(question(Shape.RANKING).options)


def test_a_long_text_gets_the_lines_that_it_may_fill():
    assert count(Shape.LONG, ".slip-rule", limits=Limits(None, 200)) == 3
    assert count(Shape.LONG, ".slip-rule", limits=Limits(None, 2000)) == 8


def test_words_of_one_s_own_have_a_line_behind_the_box():
    assert count(Shape.ONE, "li .slip-rule--own") == 1


def test_conditions_are_read_as_sentences():
    come = question(
        Shape.ONE, "come", label="Coming?", options=(Option("friend", "With a friend"),)
    )
    page = paper(come, question(Shape.TEXT, condition=WITH_A_FRIEND))
    assert page.css_first(".slip-condition").text() == "Only if “Coming?” is With a friend."


def test_an_idea_s_slip_says_who_sees_each_answer_and_a_survey_s_says_it_once():
    asked = (question(Shape.TEXT, "title"), question(Shape.EMAIL))
    idea, survey = paper(*asked), paper(*asked, kind=FormKind.SURVEY)
    told = [each.text() for each in idea.css(".slip-audience")]
    assert told == ["Shown publicly", "Only we see this"]
    assert survey.css(".slip-audience") == []
    assert "Answers are counted together" in survey.text()


def test_pages_are_parts():
    asked = form(pages=(Page((question(Shape.TEXT),), "First"), Page((question(Shape.ONE),))))
    page = LexborHTMLParser(on_paper(asked))
    assert [each.text() for each in page.css(".slip-part")] == ["Part 1 of 2", "Part 2 of 2"]


def test_pictures_stand_with_their_words():
    asked = question(Shape.ONE, options=(Option("rye", "Rye", picture="rye.jpg", alt="A loaf"),))
    (image,) = LexborHTMLParser(on_paper(form(asked), {"rye.jpg": "data:x"})).css("img")
    assert (image.attributes["src"], image.attributes["alt"]) == ("data:x", "A loaf")
    assert LexborHTMLParser(on_paper(form(asked))).css("img") == []
