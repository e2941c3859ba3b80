"""The headings of somebody's own table, and which columns of a form they seem to mean."""

from collections.abc import Mapping, Sequence

from collector.brief import Form, Shape
from collector.form.labels import words_of
from collector.form.typed.fault import Fault
from collector.form.typed.heads import SLIP, TERMS, heads_of, typed_columns
from collector.form.typed.table import read_table


def headings(content: bytes, form: Form) -> tuple[str, ...] | Fault:
    """The first row that says anything, or why the table can't be read."""
    table = read_table(content, heads_of(form))
    return table if isinstance(table, Fault) else table.rows[0].cells


def wanted(form: Form, *, terms: bool) -> Mapping[str, str]:
    """The columns that a heading may mean, each with what it is called on the form; the kit's
    own, which have no words there, with nothing.
    """
    captions = words_of(form).captions
    labels = {each.id: each.label for each in form.questions if each.shape is not Shape.FILE}
    called = {each: captions.get(each) or labels.get(each, each) for each in typed_columns(form)}
    return {**called, SLIP: "", **({TERMS: ""} if terms else {})}


def meant(form: Form, heads: Sequence[str], *, terms: bool) -> dict[str, str]:
    """By heading the column it names by its name or its words, else nothing; each only once."""
    known, called = heads_of(form), wanted(form, terms=terms)
    by_words = {_plain(words): column for column, words in called.items() if words}
    own = {each: each for each in called}
    found: dict[str, str] = {}
    for head in heads:
        name = head.strip().lower()
        column = name if name in known else own.get(name) or by_words.get(_plain(head), "")
        found[head] = column if column not in found.values() else ""
    return found


def _plain(words: str) -> str:
    return " ".join("".join(each if each.isalnum() else " " for each in words).split()).casefold()
