from collector.brief import FormKind, Limits, Line, Option, Shape
from collector.form import Told, check, define, summarise
from tests.form.forms import every_good_answer, form, form_of_every_shape, question


def test_answers_are_told_in_the_words_of_their_form(today):
    asked = form_of_every_shape()
    answers = check(define(asked), every_good_answer(), today=today).answers
    assert [(told.label, told.text) for told in summarise(asked, answers)] == [
        ("A text", "Rye bread"),
        ("A long", "Dark.\n\nAnd sour."),
        ("A email", "ann@example.org"),
        ("A phone", "0171 234567"),
        ("A web", "https://www.example.org/a?b=c"),
        ("A number", "-2.5"),
        ("A amount", "12.5\N{NO-BREAK SPACE}€"),
        ("A date", "15 December 2026"),
        ("A time", "14:30"),
        ("A one", "Other: Chur"),
        ("A several", "Bern, Other: Chur"),
        ("A yes", "Yes"),
        ("A scale", "4 of 5"),
        ("A stars", "3 of 5 stars"),
        ("A lines", "Street: Mill Lane 3\nGuests: 2"),
        ("A file", "abcdefghjkmnpqrs"),
        ("A ranking", "1. Basel\n2. Bern"),
        ("A matrix-one", "Our staff: Bern\nOur hours: Basel"),
        ("A matrix-several", "Our staff: Bern, Basel\nOur hours: Basel"),
        (
            "A matrix-lines",
            "Our staff – Bern: Good\nOur staff – Basel: Slow\n"
            "Our hours – Bern: 6.5\nOur hours – Basel: 8",
        ),
        ("A slider", "120\N{NO-BREAK SPACE}€"),
        ("A share", "Our staff: 30\N{NO-BREAK SPACE}points\nOur hours: 70\N{NO-BREAK SPACE}points"),
    ]


def test_what_was_not_answered_is_not_told():
    assert summarise(form_of_every_shape(), {}) == []


def test_a_point_of_a_scale_is_told_with_its_label_and_a_box_left_empty_as_no():
    asked = form(question(Shape.SCALE), question(Shape.YES))
    told = summarise(asked, {"scale": 5, "yes": False})
    assert [each.text for each in told] == ["5 (Good)", "No"]


def test_it_is_told_who_sees_an_answer():
    asked = (question(Shape.TEXT, "title"), question(Shape.TEXT, "where"))
    answers = {"title": "Rye", "where": "Bern"}
    assert [each.public for each in summarise(form(*asked), answers)] == [True, False]
    survey = form(*asked, kind=FormKind.SURVEY)
    assert [each.public for each in summarise(survey, answers)] == [False, False]


def test_markdown_in_labels_is_told_as_plain_text():
    options = (Option("rye", "![Dark rye](rye.jpg)"), Option("and", "**Salt** & pepper"))
    asked = form(question(Shape.SEVERAL, label="Which `one`, <b>?", options=options))
    assert summarise(asked, {"several": ("rye", "and")}) == [
        Told("Which one, <b>?", "Dark rye, Salt & pepper", False)
    ]


def test_an_option_without_words_is_told_by_its_code():
    asked = form(question(Shape.ONE, options=(Option("rye", "![](rye.jpg)"),)))
    assert summarise(asked, {"one": "rye"})[0].text == "rye"


def test_answers_of_an_older_form_are_told_as_far_as_they_are_known():
    asked = form(question(Shape.ONE), question(Shape.DATE), question(Shape.SCALE))
    answers = {"one": "geneva", "date": "soon", "scale": "good", "gone": ("a", "b"), "went": True}
    assert summarise(asked, answers) == [
        Told("A one", "geneva", False),
        Told("A date", "soon", False),
        Told("A scale", "good of 5", False),
        Told("gone", "a, b", False),
        Told("went", "Yes", False),
    ]


def test_a_line_is_told_as_its_own_shape_is():
    lines = (Line("cost", "Cost", Shape.AMOUNT, Limits(unit="CHF")), Line("day", "Day", Shape.DATE))
    asked = form(question(Shape.LINES, lines=lines))
    told = summarise(asked, {"lines__cost": 3, "lines__day": "2026-12-01"})
    assert told[0].text == "Cost: 3\N{NO-BREAK SPACE}CHF\nDay: 1 December 2026"
