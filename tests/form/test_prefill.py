from datetime import date

from collector.brief import Option, Shape
from collector.form import check_softly, define, prefill, read_order
from tests.form.forms import every_good_answer, form, form_of_every_shape, question

TODAY = date(2026, 11, 20)
CONSENT = question(Shape.YES, "consent", required=True)
BREADS = (Option("rye", "Rye"), Option("oat.1", "Oat"), Option("+", "More"))


def test_an_address_fills_in_every_shape_but_what_tells_who_somebody_is() -> None:
    definition = define(form_of_every_shape())
    filled = prefill(definition, every_good_answer(), today=TODAY)
    assert set(filled) == set(every_good_answer()) - definition.personal
    assert definition.personal >= {"email", "phone", "file"}


def test_consent_is_given_by_hand() -> None:
    asked = define(form(CONSENT, question(Shape.YES)))
    assert prefill(asked, {"consent": ["yes"], "yes": ["yes"]}, today=TODAY) == {"yes": ["yes"]}


def test_an_unfinished_form_keeps_what_reads_and_misses_nothing() -> None:
    asked = define(
        form(
            question(Shape.TEXT, required=True),
            question(Shape.ONE, required=True),
            question(Shape.NUMBER),
            CONSENT,
        )
    )
    sent = {"text": ["Rye bread"], "one": ["nowhere"], "number": ["12x"], "strange": ["x"]}
    assert check_softly(asked, sent, today=TODAY) == {"text": "Rye bread"}
    assert check_softly(asked, {}, today=TODAY) == {}


def test_an_unfinished_form_of_every_shape_keeps_what_the_whole_one_would() -> None:
    kept = check_softly(define(form_of_every_shape()), every_good_answer(), today=TODAY)
    assert set(kept) | {"file"} == set(every_good_answer())


def test_the_order_shown_is_read_as_far_as_questions_and_codes_are_known() -> None:
    asked = define(
        form(
            question(Shape.ONE, "bread", options=BREADS, shuffle=True),
            question(Shape.TEXT, "plain"),
        )
    )
    text = "bread:oat.1,+,nothing,rye,rye;plain:rye;none:rye"
    assert read_order(asked, text) == {"bread": ("oat.1", "+", "rye")}
    for odd in ("", ";", ":", "bread", "bread:", "bread:,", "x" * 9000, "bread:rye:oat.1"):
        assert read_order(asked, odd) == {}
