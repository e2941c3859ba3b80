"""A tally counts the answers to one form, entry by entry, and tells its results.

    tally = Tally(definition)
    for entry in entries:
        tally.add(entry.answers, kept[entry.form_hash])
    tally.results(labels)

It keeps counts, never the entries, so that any number of them may stream by.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeAlias

from collector.analysis.count import KINDS, NOT_TICKED, TICKED, Count
from collector.analysis.result import QuestionResult
from collector.brief import BLANKS, Page, Question, Shape
from collector.entries import Entry, Value
from collector.form import Definition
from collector.form.due import is_due
from collector.words import say

Labels: TypeAlias = Mapping[str, Any]
"""A form's labels document, or its part for one question."""


Counts: TypeAlias = list[tuple[str, Count]]
"""By column."""


class Tally:
    """The counts of one form's questions. Adding and removing come to the same as a recount."""

    def __init__(self, definition: Definition) -> None:
        self.definition = definition
        self._counts = {
            column: KINDS[shape]()
            for question in definition.questions
            for column, shape in _parts(question)
        }
        self._asked: dict[tuple[str, bool], _Asked] = {}

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
        for column, count in self._due(answers, definition, but_personal):
            count.add(answers.get(column))

    def remove(
        self,
        answers: Mapping[str, Value],
        definition: Definition | None = None,
        *,
        but_personal: bool = False,
    ) -> None:
        """Take back an entry that was added with the very same."""
        for column, count in self._due(answers, definition, but_personal):
            count.add(answers.get(column), -1)

    def _due(
        self, answers: Mapping[str, Value], definition: Definition | None, but_personal: bool
    ) -> Counts:
        sent = definition or self.definition
        known = sent.hash, but_personal
        if known not in self._asked:
            self._asked[known] = self._learn(sent, sent.personal if but_personal else frozenset())
        return self._asked[known].counts(answers)

    def _learn(self, sent: Definition, left_out: Set[str]) -> "_Asked":
        own = {each.id: each for each in self.definition.questions}
        asked = _Asked()
        for page in sent.pages:
            for question in page.questions:
                columns = (column for column, _ in _parts(own.get(question.id)))
                counts = [(each, self._counts[each]) for each in columns if each not in left_out]
                asked.learn(page, question, counts)
        return asked

    def to_document(self) -> dict[str, Any]:
        """Plain JSON: the same for the same entries, however they came and went."""
        counts = {column: count.to_document() for column, count in self._counts.items()}
        return {"definition": self.definition.hash, "counts": counts}

    @classmethod
    def from_document(cls, definition: Definition, document: Mapping[str, Any]) -> "Tally":
        """The tally that gave this document. Raises ValueError if it counted another form."""
        if document["definition"] != definition.hash:
            raise ValueError("the tally of another form")
        tally = cls(definition)
        for column, count in tally._counts.items():
            tally._counts[column] = count.from_document(document["counts"][column])
        return tally

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


@dataclass
class _Asked:
    """What the form asks that an entry was sent with: most of it always, some on a condition."""

    always: Counts = field(default_factory=list)
    decided: list[tuple[Page, Question, Counts]] = field(default_factory=list)

    def learn(self, page: Page, question: Question, counts: Counts) -> None:
        if page.condition is None and question.condition is None:
            self.always += counts
        elif counts:
            self.decided.append((page, question, counts))

    def counts(self, answers: Mapping[str, Value]) -> Counts:
        """The counts of what was due."""
        due = [counts for page, question, counts in self.decided if is_due(page, question, answers)]
        return [*self.always, *chain.from_iterable(due)] if due else self.always


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


def _parts(question: Question | None) -> list[tuple[str, Shape]]:
    if question is None:
        return []
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
