"""A tally counts the answers to one form, entry by entry, and tells its results.

    tally = Tally(definition)
    for entry in entries:
        tally.add(entry.answers, kept[entry.form_hash])
    tally.results(labels)

It keeps counts, never the entries, so that any number of them may stream by.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from collector import form
from collector.analysis.count import NOT_TICKED, TICKED, Count
from collector.analysis.result import QuestionResult
from collector.brief import BLANKS, Question, Shape
from collector.entries import Entry, Value
from collector.form import Definition
from collector.words import say

Labels: TypeAlias = Mapping[str, Any]
"""A form's labels document, or its part for one question."""


class Tally:
    """The counts of one form's questions."""

    def __init__(self, definition: Definition) -> None:
        self.definition = definition
        self._counts = {
            column: Count() for question in definition.questions for column, _ in _parts(question)
        }

    def add(
        self,
        answers: Mapping[str, Value],
        definition: Definition | None = None,
        *,
        but_personal: bool = False,
    ) -> None:
        """Count an entry by the definition that it was sent with; None: the tally's own.

        `but_personal`: as if nothing personal had been asked; it may have been erased since.
        """
        asked = definition or self.definition
        due = form.due(asked, answers)
        left_out = asked.personal if but_personal else frozenset()
        for question in self.definition.questions:
            if question.id in due:
                for column, shape in _parts(question):
                    if column not in left_out:
                        self._counts[column].add(shape, answers.get(column))

    def results(self, labels: Labels) -> tuple[QuestionResult, ...]:
        """One result a question, one a line for lists of lines, in the form's order."""
        return tuple(
            result
            for question in self.definition.questions
            for result in self._results(question, labels["questions"].get(question.id, {}))
        )

    def _results(self, question: Question, labels: Labels) -> Iterator[QuestionResult]:
        for column, shape in _parts(question):
            count = self._counts[column]
            known, gone = ROWS[shape](question, labels), labels.get("options", {})
            yield QuestionResult(
                id=column,
                label=_label(question, column, labels),
                shape=shape,
                n=count.n,
                asked=count.asked,
                rows=count.rows(known, gone) if known else (),
                numbers=count.described(),
                score=count.score() if question.nps else None,
            )


def find(
    definition: Definition,
    labels: Labels,
    entries: Iterable[Entry],
    kept: Mapping[str, Definition] | None = None,
) -> tuple[QuestionResult, ...]:
    """The results of the entries that count, told in the words of `labels`.

    `kept` has the definitions of older entries by hash, which decide what these were asked.
    """
    tally = Tally(definition)
    for entry in entries:
        asked = (kept or {}).get(entry.form_hash)
        tally.add(entry.answers, asked, but_personal=entry.cleared is not None)
    return tally.results(labels)


def _parts(question: Question) -> list[tuple[str, Shape]]:
    if question.shape is Shape.LINES:
        return [(f"{question.id}__{line.code}", line.shape) for line in question.lines]
    return [(question.id, question.shape)]


def _label(question: Question, column: str, labels: Labels) -> str:
    label = str(labels.get("label", question.id))
    if column == question.id:
        return label
    code = column.removeprefix(f"{question.id}__")
    return say("row-line", {"question": label, "line": labels.get("lines", {}).get(code, code)})


def _none(_question: Question, _labels: Labels) -> dict[str, str]:
    return {}


def _options(question: Question, labels: Labels) -> dict[str, str]:
    words = labels.get("options", {})
    return {option.code: words.get(option.code, option.code) for option in question.options}


def _box(_question: Question, _labels: Labels) -> dict[str, str]:
    return {TICKED: say("row-ticked"), NOT_TICKED: say("row-not-ticked")}


def _points(question: Question, labels: Labels) -> dict[str, str]:
    words = labels.get("points", {})
    codes = [str(step) for step in range(question.low, question.high + 1)]
    return {
        code: say("row-point", {"step": code, "label": words[code]}) if words.get(code) else code
        for code in codes
    }


def _stars(question: Question, _labels: Labels) -> dict[str, str]:
    steps = range(1, question.high + 1)
    return {
        str(step): say("row-star" if step == 1 else "row-stars", {"step": step}) for step in steps
    }


ROWS: dict[Shape, Callable[[Question, Labels], dict[str, str]]] = {
    **dict.fromkeys(BLANKS, _none),
    Shape.ONE: _options,
    Shape.SEVERAL: _options,
    Shape.YES: _box,
    Shape.SCALE: _points,
    Shape.STARS: _stars,
    Shape.LINES: _none,
}
"""What can be answered, code by code; what is answered in words or numbers has no rows."""
