"""The words of a form by column and code: kept beside its definition, for exports and findings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from collector.brief import Form, Line, Option, Question, Shape
from collector.entries import Document
from collector.form.columns import (
    cell_column,
    columns,
    line_column,
    option_column,
    own_column,
)
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
    options = {
        column: _by_code(question.options)
        for question in form.questions
        for column in (question.id, *columns(question))
    }
    return Words(captions, options)


def _words(question: Question) -> Document:
    points = question.shape in (Shape.SCALE, Shape.STARS, Shape.SLIDER)
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
    named = dict(_named(question))
    return [f"{label} – {named[each]}" if each in named else label for each in columns(question)]


def _named(question: Question) -> Iterator[tuple[str, str]]:
    """The columns that are part of a question, each with its words."""
    for line in question.lines:
        name = bare(line.label)
        yield line_column(question, line), name
        for head in question.options:
            yield cell_column(question, line, head), f"{name} – {bare(head.label)}"
    for option in question.options:
        yield own_column(question, option), bare(option.label)
        yield option_column(question, option), bare(option.label)
