import pytest

from collector.brief import FormKind, Option, Shape
from tests.export.exported import ANSWERS, EVERY, as_csv, material, written
from tests.form.forms import form, question
from tests.kept import idea

TEXTS = form(question(Shape.LONG, "first"), question(Shape.LONG, "second"))


def test_people_get_a_mark_for_excel_and_lines_that_end_as_excels_do():
    raw = written(".csv", material([EVERY], [idea(EVERY, ANSWERS)]))
    assert raw.startswith(b"\xef\xbb\xbfref,form_version,state,")
    assert raw.endswith(b"\r\n")
    assert raw.count(b"\r\n") == 2


def test_machines_get_codes_and_no_mark():
    held = material([EVERY], [idea(EVERY, ANSWERS), idea(EVERY, {})])
    assert written(".csv", held, codes=True).startswith(b"ref,")
    full, empty = as_csv(held, codes=True)
    assert (full["one"], full["several"], full["yes"]) == ("other", "bern; other", "1")
    assert (empty["one"], empty["one_other"], empty["yes"]) == ("-99", "-77", "0")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_can_be_chosen_and_never_splits_a_text(separator):
    text = 'One, two; three\tfour "five"\nsix'
    (row,) = as_csv(material([TEXTS], [idea(TEXTS, {"first": text})]), separator=separator)
    assert row["first"] == text


def test_without_entries_there_is_a_header():
    assert written(".csv", material([TEXTS], [])).count(b"\r\n") == 1


@pytest.mark.parametrize("text", ["=1+1", "  @SUM(A1)", "-2+3", "\u200b=HYPERLINK(1)", "＝1"])
def test_no_words_of_a_visitor_or_of_the_brief_become_a_formula(text):
    choice = question(Shape.ONE, "role", options=(Option("a", text),))
    poll = form(choice, question(Shape.TEXT, "why"), kind=FormKind.POLL)
    entry = idea(poll, {"role": "a", "why": text}, language=text)
    (row,) = as_csv(material([poll], [entry]))
    assert row["role"] == row["why"] == row["language"] == f"'{text}"


def test_negative_numbers_stay_numbers():
    asked = form(question(Shape.NUMBER))
    assert b",-2.5" in written(".csv", material([asked], [idea(asked, {"number": -2.5})]))
