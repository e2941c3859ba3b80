"""Somebody's own headings, and what they mean."""

from datetime import date

from collector.brief import Shape
from collector.form.typed import Fault, headings, meant, read_slips, wanted
from collector.form.typed.heads import SLIP, TERMS
from tests.form.forms import form, form_of_every_shape, question

IDEA = form(question(Shape.TEXT, "title"), question(Shape.LONG, "text"))
LABEL = IDEA.questions[0].label


def test_a_column_is_known_by_its_name_or_its_words_whatever_the_signs() -> None:
    found = meant(IDEA, ["TITLE", "Remarks", SLIP], terms=False)
    assert found == {"TITLE": "title", "Remarks": "", SLIP: SLIP}
    assert meant(IDEA, [f"  {LABEL.upper()}: "], terms=False).popitem()[1] == "title"


def test_two_headings_never_mean_the_same_by_themselves() -> None:
    found = meant(IDEA, ["title", LABEL], terms=False)
    assert found == {"title": "title", LABEL: ""}


def test_every_column_that_can_be_typed_can_be_meant() -> None:
    columns = wanted(form_of_every_shape(), terms=True)
    assert {SLIP, TERMS} <= set(columns)
    assert all(words for column, words in columns.items() if column not in (SLIP, TERMS))
    assert TERMS not in wanted(IDEA, terms=False)


def test_a_table_is_read_by_what_its_headings_mean_and_the_rest_is_passed_over() -> None:
    text = "Name;Notes;More notes;Why\nRye;x;y;Dark\n"
    assert headings(text.encode(), IDEA) == ("Name", "Notes", "More notes", "Why")
    named = {"Name": "title", "Notes": "", "More notes": "", "Why": "text"}
    slips = read_slips(text.encode(), IDEA, today=date(2026, 11, 20), named=named)
    assert slips.faults == ()
    assert [dict(each.answers) for each in slips.good] == [{"title": "Rye", "text": "Dark"}]


def test_one_column_meant_twice_is_a_fault() -> None:
    named = {"Name": "title", "Idea": "title"}
    slips = read_slips(b"Name,Idea\nRye,Oat\n", IDEA, today=date(2026, 11, 20), named=named)
    assert [each.reason for each in slips.faults] == ["typed-head-twice"]


def test_what_is_no_table_is_told() -> None:
    assert isinstance(headings(b"\xff\xff", IDEA), Fault)
    assert isinstance(headings(b"", IDEA), Fault)
