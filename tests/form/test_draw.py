from dataclasses import replace

import markdown
import pytest

from collector.brief import Form, FormKind, Limits, Line, Option, Page, Shape
from collector.errors import Problem
from collector.form import Terms, define, draw
from tests.form.forms import (
    GOOD,
    WITH_A_FRIEND,
    context,
    every_good_answer,
    form,
    form_of_every_shape,
    question,
)
from tests.form.page import drawn

TERMS = Terms("contest", "Rules of the contest", "/terms/contest/")


@pytest.mark.parametrize("shape", Shape)
def test_every_shape_draws_exactly_its_columns(shape):
    asked = form(question(shape))
    assert drawn(asked, context()).names() == [*define(asked).columns]


def test_a_menu_draws_the_same_columns_as_its_list():
    asked = form(question(Shape.ONE, dropdown=True))
    page = drawn(asked, context())
    assert page.names() == ["one", "one_other"]
    assert [each.attributes["value"] for each in page.all("option")] == [
        "",
        "bern",
        "basel",
        "other",
    ]


def test_a_form_knows_where_it_goes_and_what_it_is():
    asked = form_of_every_shape()
    page = drawn(asked, context(hidden={"_token": "abc"}))
    attributes = page.one("form").attributes
    assert (attributes["method"], attributes["action"]) == ("post", "/collect/breads/idea")
    assert "novalidate" not in attributes
    assert page.named("_form").attributes["value"] == define(asked).hash
    assert page.named("_token").attributes["value"] == "abc"
    assert (
        drawn(asked, context(definition_hash="older")).named("_form").attributes["value"] == "older"
    )


def test_the_button_says_what_happens():
    assert drawn(form_of_every_shape(), context()).text("button") == "Send my idea"
    poll = form_of_every_shape(kind=FormKind.POLL)
    assert drawn(poll, context()).text("button") == "Send my answer"
    assert drawn(poll, context(button="Look it over")).text("button") == "Look it over"


def test_the_trap_is_out_of_everybodys_way():
    page = drawn(form_of_every_shape(), context(values={"_website": ["x"]}))
    trap = page.named("_website").attributes
    assert (trap["tabindex"], trap["autocomplete"], trap["value"]) == ("-1", "off", "")
    assert page.one(".ig-trap").attributes["aria-hidden"] == "true"


@pytest.mark.parametrize("shape", Shape)
def test_each_field_says_who_sees_the_answer(shape):
    shown = shape not in (Shape.EMAIL, Shape.PHONE, Shape.FILE)
    page = drawn(form(question(shape, "asked", public=True)), context())
    assert page.text(".ig-audience") == ("Shown publicly" if shown else "Only we see this")
    page = drawn(form(question(shape, "asked")), context())
    assert page.text(".ig-audience") == "Only we see this"


def test_an_idea_shows_its_title_and_text_and_a_private_form_nothing():
    asked = (question(Shape.TEXT, "title"), question(Shape.LONG, "text"), question(Shape.ONE))
    said = [each.text() for each in drawn(form(*asked), context()).all(".ig-audience")]
    assert said == ["Shown publicly", "Shown publicly", "Only we see this"]
    said = [
        each.text() for each in drawn(form(*asked, private=True), context()).all(".ig-audience")
    ]
    assert {*said} == {"Only we see this"}


def test_surveys_and_polls_say_once_that_answers_are_counted_together():
    asked = question(Shape.ONE)
    counted = "Answers are counted together"
    assert counted not in draw(form(asked), context())
    assert draw(form(asked, kind=FormKind.SURVEY), context()).count(counted) == 1
    assert draw(form(asked, kind=FormKind.POLL), context()).count(counted) == 1


@pytest.mark.parametrize("shape", Shape)
def test_what_explains_a_question_is_tied_to_it(shape):
    asked = question(
        shape,
        "asked",
        help="Think of Tuesday.",
        note="No hurry.",
        condition=WITH_A_FRIEND,
    )
    broken = context(problems={"asked": Problem("answer-repeated")})
    page = drawn(form(question(Shape.ONE, "come"), asked), broken)
    field = page.one("[data-ig-question=asked]")
    group = field.css_first("fieldset") or page.named("asked")
    said = page.explanation(group)
    assert said.startswith("Only if “A one” is friend. Think of Tuesday.")
    assert "Only we see this" in said
    assert "No hurry." in said
    if shape is not Shape.LINES:
        assert said.endswith("Error: Please give one answer only.")


def test_a_blank_is_explained_by_its_hint_and_unit():
    page = drawn(form(question(Shape.AMOUNT)), context())
    assert page.explanation(page.named("amount")) == "A number from 0 to 500 Only we see this €"


def test_each_line_has_its_own_label_hint_and_error():
    lines = (
        Line("street", "Street"),
        Line("guests", "Guests", Shape.NUMBER, Limits(1, 9, True, "p")),
    )
    problems = {"lines__guests": Problem("answer-not-whole")}
    page = drawn(form(question(Shape.LINES, lines=lines)), context(problems=problems))
    guests = page.named("lines__guests")
    assert page.text(f"label[for={guests.id}]") == "Guests"
    assert page.explanation(guests) == (
        "A whole number from 1 to 9 p Error: Please write a whole number, such as 12."
    )
    assert guests.attributes["aria-invalid"] == "true"
    assert "aria-invalid" not in page.named("lines__street").attributes


def test_required_is_marked_and_explained():
    page = drawn(form(question(Shape.TEXT, required=True), question(Shape.ONE)), context())
    assert len(page.all(".ig-required")) == 1
    assert "Questions marked * need an answer." in page.text(".ig-note")
    assert page.all(".ig-note") != drawn(form(question(Shape.TEXT)), context()).all(".ig-note")


ANY_OF = (Shape.SEVERAL, Shape.MATRIX_SEVERAL, Shape.SHARE)
"""Shapes of which some part may stay empty, so that a browser can insist on none."""


@pytest.mark.parametrize("shape", [each for each in Shape if each not in ANY_OF])
def test_the_browser_insists_on_what_is_always_due(shape):
    asked = form(question(shape, required=True))
    assert "required" in drawn(asked, context()).named(define(asked).columns[0]).attributes


@pytest.mark.parametrize("shape", Shape)
def test_the_browser_insists_on_nothing_that_may_not_be_due(shape):
    asked = question(shape, required=True)
    for pages in (
        (Page((replace(asked, condition=WITH_A_FRIEND),)),),
        (Page((asked,), condition=WITH_A_FRIEND),),
    ):
        assert drawn(form(pages=pages), context()).all("[required]") == []


def test_a_condition_can_be_read_by_a_script():
    page = drawn(
        form(
            pages=(
                Page((question(Shape.ONE, "come"),)),
                Page((question(Shape.TEXT, condition=WITH_A_FRIEND),), condition=WITH_A_FRIEND),
            )
        ),
        context(),
    )
    wanted = '{"clauses": [{"column": "come", "test": "is", "values": ["friend"]}]}'
    held = [each.attributes["data-ig-if"] for each in page.all("[data-ig-if]")]
    assert held == [wanted, wanted]


def test_pages_stand_one_below_the_other():
    pages = (
        Page((question(Shape.TEXT),), introduction="First *you*."),
        Page((question(Shape.ONE),), introduction="Then we.", condition=WITH_A_FRIEND),
    )
    page = drawn(form(pages=pages), context(level=2))
    assert [each.text() for each in page.all("h2")] == ["Part 1 of 2", "Part 2 of 2"]
    assert [each.text().strip() for each in page.all(".ig-introduction")] == [
        "First you.",
        "Then we.",
    ]
    assert drawn(form(question(Shape.TEXT)), context()).all("h2, h3") == []


def test_what_was_typed_is_filled_in_again():
    page = drawn(form_of_every_shape(), context(values=every_good_answer()))
    assert page.named("text").attributes["value"] == "Rye bread"
    assert page.named("long").text() == "Dark.\n\nAnd sour."
    assert page.named("one_other").attributes["value"] == "Chur"
    ticked = [(each.attributes["name"], each.attributes["value"]) for each in page.all("[checked]")]
    assert ticked == [
        ("one", "other"),
        ("several", "bern"),
        ("several", "other"),
        ("yes", "yes"),
        ("scale", "4"),
        ("stars", "3"),
        ("matrix-one__staff", "bern"),
        ("matrix-one__hours", "basel"),
        ("matrix-several__staff", "bern"),
        ("matrix-several__staff", "basel"),
        ("matrix-several__hours", "basel"),
    ]
    filled = ("ranking__basel", "matrix-lines__staff__bern", "slider", "share__hours")
    values = [page.named(name).attributes["value"] for name in filled]
    assert values == ["1", "Good", "120", "70"]
    menu = drawn(form(question(Shape.ONE, dropdown=True)), context(values=GOOD[Shape.ONE]))
    assert menu.one("[selected]").attributes["value"] == "other"


@pytest.mark.parametrize("typed", ["\n\nRye", "  Rye  ", "a\n\n\n  b", "</textarea><b>", "&amp;"])
def test_no_sign_in_a_text_area_is_changed(typed):
    page = drawn(form(question(Shape.LONG)), context(values={"long": [typed]}))
    assert page.named("long").text() == typed


def test_broken_or_mistyped_values_can_still_be_drawn():
    html = draw(form(question(Shape.TEXT)), context(values={"text": [5, None, "a\0\ud800"]}))
    assert 'value="a\ufffd\ufffd"' in html
    html.encode()


def test_problems_stand_in_a_summary_that_leads_to_the_first_control_of_each():
    problems = {
        "gone": Problem("answer-no-question", {"column": "gone"}),
        "_terms": Problem("answer-terms"),
        "one_other": Problem("answer-own-unticked"),
        "scale": Problem("answer-not-chosen"),
    }
    page = drawn(form_of_every_shape(), context(problems=problems, terms=TERMS, level=2))
    assert page.one(".ig-summary").attributes["role"] == "alert"
    assert page.text(".ig-summary h2") == "Please look at this again"
    assert [each.text() for each in page.all(".ig-summary li")] == [
        "A one – Other: Please tick the answer that these words belong to, or clear them.",
        "A scale: Please choose an answer.",
        "Please accept the terms.",
        "This form has no question called 'gone'.",
    ]
    targets = [each.attributes["href"][1:] for each in page.all(".ig-summary a")]
    assert targets == [page.named(name).id for name in ("one_other", "scale", "_terms")]
    assert len(page.all(".ig-field--error")) == 3
    assert page.all(".ig-summary") != drawn(form_of_every_shape(), context()).all(".ig-summary")


def test_a_question_mark_is_followed_by_no_colon():
    asked = form(question(Shape.TEXT, "how", label="How was it?"))
    page = drawn(asked, context(problems={"how": Problem("answer-missing")}))
    assert page.text(".ig-summary li") == "How was it? Please fill this in."


def test_terms_are_accepted_in_a_required_box_that_links_them():
    box = drawn(form_of_every_shape(), context(terms=TERMS)).named("_terms")
    assert "required" in box.attributes
    link = box.parent.css_first("a")
    assert (link.text(), link.attributes["href"]) == ("Rules of the contest", "/terms/contest/")
    page = drawn(form_of_every_shape(), context(terms=TERMS, values={"_terms": ["yes"]}))
    assert "checked" in page.named("_terms").attributes
    assert "_terms" not in draw(form_of_every_shape(), context())


def test_two_forms_share_a_page_without_sharing_ids():
    first = drawn(form_of_every_shape(), context(terms=TERMS))
    second = drawn(form_of_every_shape(name="poll"), context(terms=TERMS))
    third = drawn(form_of_every_shape(), context(terms=TERMS, prefix="again"))
    ids = [each.id for page in (first, second, third) for each in page.all("[id]")]
    assert len(ids) == len({*ids})


def test_keyboards_and_password_managers_are_helped():
    page = drawn(
        form(
            question(Shape.TEXT, "name"),
            question(Shape.EMAIL),
            question(Shape.PHONE),
            question(Shape.NUMBER, limits=Limits(0, 9, whole=True)),
            question(Shape.NUMBER, "degrees"),
        ),
        context(),
    )
    filled = [page.named(name).attributes["autocomplete"] for name in ("name", "email", "phone")]
    assert filled == ["name", "email", "tel"]
    assert page.named("number").attributes["inputmode"] == "numeric"
    assert "inputmode" not in page.named("degrees").attributes


def test_points_and_stars_are_told_in_words():
    page = drawn(form(question(Shape.SCALE), question(Shape.STARS)), context())
    steps = [" ".join(each.text().split()) for each in page.all(".ig-scale label")]
    assert steps == ["1 Bad", "2", "3", "4", "5 Good"]
    assert page.all(".ig-stars label")[2].text().endswith("3 of 5 stars")


def test_a_recommendation_runs_from_nought_to_ten():
    asked = form(question(Shape.SCALE, low=0, high=10, options=(), nps=True))
    steps = [each.attributes["value"] for each in drawn(asked, context()).all("[name=scale]")]
    assert steps == [str(step) for step in range(11)]


def test_a_picture_in_a_label_is_found_from_the_built_page():
    options = (Option("rye", "![Dark rye](rye.jpg)"), Option("spelt", "Spelt"))
    for dropdown in (False, True):
        asked = form(question(Shape.ONE, options=options, dropdown=dropdown))
        page = drawn(asked, context(base="../"))
        if dropdown:
            assert "Dark rye" in page.text("select")
        else:
            assert page.one("img").attributes == {"alt": "Dark rye", "src": "../rye.jpg"}


def test_a_drawn_form_passes_through_a_markdown_page_untouched():
    html = draw(every_question_explained(), context(terms=TERMS))
    extensions = ["attr_list", "md_in_html", "tables", "toc", "admonition", "def_list"]
    page = markdown.markdown(f"Before\n\n{html}\n\nAfter", extensions=extensions)
    assert page.partition(html)[::2] == ("<p>Before</p>\n", "\n\n<p>After</p>")


def every_question_explained() -> Form:
    explained = {
        "help": "One.\n\n- a\n- b\n\n```\nx\n\n\ny\n```",
        "note": "*Two*",
        "required": True,
    }
    pages = tuple(
        Page((question(shape, **explained),), introduction="# Hello\n\n> quote") for shape in Shape
    )
    return form(pages=pages)
