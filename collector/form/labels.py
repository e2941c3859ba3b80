"""The words of a form by column and code: kept beside its definition, for exports and findings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from collector.brief import Form, Line, Option, Question, Shape
from collector.entries import Document
from collector.form.columns import columns, line_column, own_column
from collector.form.prose import bare


def labels(form: Form) -> Document:
    """As plain text and plain JSON.

    {"label": …, "questions": {id: {"label": …, "options" | "points" | "lines": {code: label}}}}
    """
    return {
        "label": bare(form.label),
        "questions": {question.id: _words(question) for question in form.questions},
    }


@dataclass(frozen=True)
class Words:
    """The words of a form by column, as plain text: what it is called, and its options by code."""

    captions: Mapping[str, str]
    options: Mapping[str, Mapping[str, str]]


def words_of(form: Form) -> Words:
    """What a sentence about a form's columns needs."""
    captions = {
        column: caption
        for question in form.questions
        for column, caption in zip(columns(question), _captions(question), strict=True)
    }
    return Words(captions, {each.id: _by_code(each.options) for each in form.questions})


def _words(question: Question) -> Document:
    points = question.shape in (Shape.SCALE, Shape.STARS)
    lists = {
        "points" if points else "options": _by_code(question.options),
        "lines": _by_code(question.lines),
    }
    held = {name: words for name, words in lists.items() if words}
    return {"label": bare(question.label), **held}


def _by_code(each: Sequence[Option | Line]) -> dict[str, str]:
    return {one.code: bare(one.label) for one in each}


def _captions(question: Question) -> list[str]:
    label = bare(question.label)
    named = {own_column(question, option): option.label for option in question.options}
    named |= {line_column(question, line): line.label for line in question.lines}
    return [
        f"{label} – {bare(named[column])}" if column in named else label
        for column in columns(question)
    ]
