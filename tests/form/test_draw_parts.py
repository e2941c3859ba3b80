"""How shapes of several controls are drawn: for keyboards, screen readers, phones and scripts."""

from dataclasses import replace

from collector.brief import Limits, Line, Option, Shape
from collector.errors import Problem
from tests.form.forms import GOOD, NEEDS, context, form, question
from tests.form.page import Page, drawn

LOAVES = (
    Option("round", "Round", picture="round.svg", alt="A round loaf"),
    Option("long", "Long", alone=True),
    Option("other", "Other", own=True),
)


def page_of(*questions, **facts) -> Page:
    return drawn(form(*questions), context(**facts))


def label_of(page: Page, name: str) -> str:
    """What a screen reader calls a control."""
    node = page.named(name)
    ids = (node.attributes.get("aria-labelledby") or "").split()
    named = " ".join(page.text(f"[id='{each}']") for each in ids)
    return named or page.text(f"label[for='{node.id}']")


def test_an_order_is_a_number_field_a_line_in_a_group():
    page = page_of(question(Shape.RANKING, required=True))
    first = page.named("ranking__bern").attributes
    assert (first["type"], first["min"], first["max"], first["step"]) == ("number", "1", "2", "1")
    assert "required" in first
    assert label_of(page, "ranking__bern") == "Bern"
    assert page.text("fieldset > legend") == "A ranking *"
    assert "Write 1 at your first choice" in page.explanation(page.one("fieldset"))


def test_of_an_order_of_a_few_no_single_line_is_required():
    page = page_of(question(Shape.RANKING, required=True, choose=(1, 1)))
    assert page.all("[required]") == []
    assert page.named("ranking__bern").attributes["max"] == "1"


def test_a_share_is_a_number_field_a_line_with_its_unit():
    lines = (NEEDS[Shape.SHARE]["lines"][0], Line("b", "B", Shape.NUMBER, Limits(5, 50)))
    page = page_of(question(Shape.SHARE, lines=lines))
    steps = [page.named(name).attributes["step"] for name in ("share__staff", "share__b")]
    assert steps == ["1", "any"]
    assert page.named("share__b").attributes["min"] == "5"
    assert page.explanation(page.named("share__staff")) == "points"
    assert page.explanation(page.one("fieldset")).startswith("Share out 100 points between")


def test_a_slider_is_a_number_field_first():
    ends = (Option("0", "Nothing"), Option("500", "Much"))
    page = page_of(question(Shape.SLIDER, options=ends, required=True))
    held = page.named("slider").attributes
    kept = {name: held[name] for name in ("type", "min", "max", "step", "inputmode")}
    assert kept == {
        "type": "number",
        "min": "0",
        "max": "500",
        "step": "10",
        "inputmode": "numeric",
    }
    assert "required" in held
    said = page.explanation(page.named("slider"))
    assert said.startswith("From 0 to 500, in steps of 10")
    assert "0 € Nothing500 € Much €" in said


def test_a_slider_below_nought_offers_keys_with_a_minus():
    page = page_of(question(Shape.SLIDER, low=-50, step=1))
    assert page.named("slider").attributes["inputmode"] == "text"


def test_a_matrix_is_a_table_whose_controls_are_named_by_row_and_head():
    page = page_of(
        question(Shape.MATRIX_ONE), question(Shape.MATRIX_SEVERAL), question(Shape.MATRIX_LINES)
    )
    assert [each.tag for each in page.all("table")] == ["table"] * 3
    assert {each.attributes["scope"] for each in page.all("tbody th")} == {"row"}
    assert label_of(page, "matrix-one__hours") == "Our hours Bern"
    assert label_of(page, "matrix-several__staff") == "Our staff Bern"
    assert label_of(page, "matrix-lines__hours__basel") == "Our hours Basel"
    kinds = [
        page.named(f"{name}__staff").attributes["type"] for name in ("matrix-one", "matrix-several")
    ]
    assert kinds == ["radio", "checkbox"]


def test_the_heads_stand_in_every_cell_too_for_phones():
    page = page_of(question(Shape.MATRIX_ONE))
    cells = [each.text() for each in page.all("tbody tr")[0].css(".ig-cell__head")]
    assert cells == ["Bern", "Basel"]


def test_blanks_of_a_table_say_once_what_they_take():
    same = Line("a", "A", Shape.AMOUNT, Limits(0, 9, unit="kg"))
    page = page_of(question(Shape.MATRIX_LINES, lines=(same, replace(same, code="b"))))
    assert page.explanation(page.one("fieldset")).startswith("A number from 0 to 9")
    assert page.explanation(page.named("matrix-lines__b__bern")) == "kg"


def test_rows_of_unlike_blanks_say_each_what_they_take():
    page = page_of(question(Shape.MATRIX_LINES))
    assert page.explanation(page.one("fieldset")) == "Only we see this"
    assert page.explanation(page.named("matrix-lines__hours__bern")) == "A number from 0 to 24"
    assert page.explanation(page.named("matrix-lines__staff__bern")) == ""


def test_what_is_wrong_with_a_row_stands_in_it_and_explains_its_controls():
    problems = {"matrix-one__hours": Problem("answer-row")}
    page = page_of(question(Shape.MATRIX_ONE), problems=problems)
    said = "Error: Please choose an answer in this row."
    assert page.explanation(page.named("matrix-one__hours")) == said
    assert page.explanation(page.named("matrix-one__staff")) == ""
    assert len(page.all(".ig-field--error")) == 1


def test_what_is_wrong_with_the_whole_leads_to_its_first_control():
    problems = {"share": Problem("answer-share-short", {"sum": "60", "left": "40"})}
    page = page_of(question(Shape.TEXT), question(Shape.SHARE), problems=problems)
    (link,) = page.all(".ig-summary a")
    assert link.attributes["href"][1:] == page.named("share__staff").id
    assert link.text() == "A share: Together these are 60, so 40 are left to share out."
    assert len(page.all(".ig-field--error")) == 1
    assert "40 are left" in page.explanation(page.one("fieldset"))


def test_an_option_shows_its_picture_from_where_the_page_stands():
    page = page_of(question(Shape.ONE, options=LOAVES), base="../")
    held = page.one("img").attributes
    assert (held["src"], held["alt"]) == ("../round.svg", "A round loaf")
    assert page.all("label")[0].text().split() == ["Round"]
    ranked = page_of(question(Shape.RANKING, options=LOAVES[:1]), base="/challenges/")
    assert ranked.one("img").attributes["src"] == "/challenges/round.svg"


def test_scripts_are_told_what_a_question_is():
    several = question(Shape.SEVERAL, options=LOAVES, choose=(1, 2), shuffle=True)
    page = page_of(several, question(Shape.SHARE), question(Shape.RANKING, choose=(2, 2)))
    first, second, third = (each.attributes for each in page.all(".ig-field"))
    assert (first["data-ig-shape"], first["data-ig-choose"]) == ("several", "1 2")
    assert "data-ig-shuffle" in first
    assert (second["data-ig-shape"], second["data-ig-total"]) == ("share", "100")
    assert "data-ig-shuffle" not in second
    assert third["data-ig-choose"] == "2 2"
    items = [
        (each.attributes["data-ig-item"], "data-ig-last" in each.attributes)
        for each in page.all("[data-ig-item]")
    ]
    assert items[:3] == [("round", False), ("long", True), ("other", True)]
    alone = [each.attributes["value"] for each in page.all("[data-ig-alone]")]
    assert alone == ["long"]


def test_only_one_way_of_drawing_changes_with_a_picture():
    """A form with pictures asks for the same columns."""
    asked = question(Shape.ONE, options=LOAVES)
    bare = replace(asked, options=tuple(replace(each, picture="", alt="") for each in LOAVES))
    assert page_of(asked).names() == page_of(bare).names()


def test_what_was_sent_is_echoed_in_every_part():
    wrong = {**GOOD[Shape.RANKING], "ranking__bern": ["9"], "share__staff": ["120"]}
    page = page_of(question(Shape.RANKING), question(Shape.SHARE), values=wrong)
    names = ("ranking__bern", "ranking__basel", "share__staff")
    assert [page.named(name).attributes["value"] for name in names] == ["9", "1", "120"]


def test_a_table_of_many_heads_gets_more_room():
    heads = tuple(Option(str(each), f"Head {each}") for each in range(7))
    wide = [
        len(page_of(question(shape, options=heads[:count])).all(".ig-matrix--wide"))
        for shape, count in (
            (Shape.MATRIX_ONE, 5),
            (Shape.MATRIX_ONE, 6),
            (Shape.MATRIX_LINES, 2),
            (Shape.MATRIX_LINES, 3),
        )
    ]
    assert wide == [0, 1, 0, 1]
