"""No word of a visitor or a brief becomes markup, wherever in a form it stands."""

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from collector.brief import Form, Limits, Line, Option, Page, Question, Shape
from collector.errors import Problem
from collector.form import Context, Terms, define, draw
from collector.form.paper import on_paper
from tests.form.forms import context, form, form_of_every_shape, question
from tests.form.page import drawn
from tests.standing.corpus import CORPUS

pytestmark = pytest.mark.parametrize("text", CORPUS)


UNITS = (Shape.AMOUNT, Shape.SLIDER, Shape.SHARE)


def expect_no_markup(form: Form, context: Context) -> None:
    """Drawn, the form keeps the rules of every page, and nothing came through."""
    expect_nothing_came_through(drawn(form, context).html)


def expect_nothing_came_through(html: str) -> None:
    page = LexborHTMLParser(html)
    assert page.css("x-evil, [onxevil]") == []
    assert "<!--" not in html
    assert len(page.css("form")) == 1
    for node in page.css("[href], [src]"):
        address = node.attributes.get("href") or node.attributes.get("src") or ""
        assert not address.startswith("javascript")


def injected(asked: Question, text: str) -> Question:
    """The question with the text in every one of its words."""
    return replace(
        asked,
        label=text,
        help=text,
        note=text,
        options=tuple(replace(each, label=text, picture=text, alt=text) for each in asked.options),
        lines=tuple(replace(each, label=text) for each in asked.lines),
        limits=replace(asked.limits, unit=text) if asked.shape in UNITS else asked.limits,
    )


def test_the_words_of_a_question_stay_words(text):
    asked = [injected(question(shape), text) for shape in Shape]
    menu = injected(question(Shape.ONE, "menu", dropdown=True), text)
    expect_no_markup(form(*asked, menu), context())


def test_the_words_of_a_form_stay_words(text):
    pages = (Page((question(Shape.TEXT),), text), Page((question(Shape.ONE),), text))
    terms = Terms(text, text, "/terms/")
    expect_no_markup(form(pages=pages, label=text), context(terms=terms, button=text))


def test_what_was_typed_stays_text(text):
    asked = form_of_every_shape()
    typed = {column: [text] for column in define(asked).columns}
    expect_no_markup(asked, context(values=typed, hidden={"_token": text, text: text}))
    page = drawn(asked, context(values=typed))
    assert page.named("text").attributes["value"] == text
    assert page.named("long").text() == text


def test_what_a_problem_says_stays_text(text):
    asked = form(question(Shape.TEXT), question(Shape.DATE))
    problems = {
        text: Problem("answer-no-question", {"column": text}),
        "date": Problem("answer-no-such-date", {"date": text}),
    }
    expect_no_markup(asked, context(problems=problems))


def test_addresses_codes_and_ids_stay_in_their_attributes(text):
    options = (Option(text, "Rye", own=True), Option("b", "Spelt"))
    lines = (Line(text, "Street", Shape.TEXT, Limits()),)
    asked = form(
        question(Shape.ONE, options=options),
        question(Shape.LINES, lines=lines),
        replace(question(Shape.STARS), id=text),
        name=text,
    )
    surroundings = context(challenge=text, action=f"/collect/{text}", definition_hash=text)
    html = draw(asked, surroundings)
    expect_nothing_came_through(html)
    assert LexborHTMLParser(html).css_first("form").attributes["data-ig-challenge"] == text


def test_nothing_of_it_becomes_markup_on_paper(text):
    asked = [injected(question(shape), text) for shape in Shape]
    page = LexborHTMLParser(on_paper(form(*asked, label=text)))
    assert page.css("x-evil, [onxevil], script, form") == []
    assert len(page.css(".slip-question")) == len(asked)
