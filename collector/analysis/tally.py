"""A tally counts the answers to one form, entry by entry, and tells its results.

    tally = Tally(definition)
    for entry in entries:
        tally.add(entry.answers, kept[entry.form_hash])
    tally.results(labels)

It keeps counts, never the entries, so that any number of them may stream by.
"""

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeAlias

from collector.analysis.count import Count, Words
from collector.analysis.finding import Labels, findings
from collector.analysis.parts import Part, parts
from collector.analysis.result import QuestionResult
from collector.analysis.sharing import Points
from collector.brief import Page, Question
from collector.entries import Entry, Value
from collector.form import Definition
from collector.form.due import is_due

Counts: TypeAlias = list[tuple[Callable[[Mapping[str, Value]], Any], Count | Points]]
"""What is read of an entry's answers, and where it is counted."""


class Tally:
    """The counts of one form's questions. Adding and removing come to the same as a recount."""

    def __init__(self, definition: Definition) -> None:
        self.definition = definition
        self._parts: dict[str, tuple[Part, ...]] = {
            question.id: parts(question) for question in definition.questions
        }
        self._counts: dict[str, Count | Points] = {
            part.name: part.count() for each in self._parts.values() for part in each
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
        for read, count in self._due(answers, definition, but_personal):
            count.add(read(answers))

    def remove(
        self,
        answers: Mapping[str, Value],
        definition: Definition | None = None,
        *,
        but_personal: bool = False,
    ) -> None:
        """Take back an entry that was added with the very same."""
        for read, count in self._due(answers, definition, but_personal):
            count.add(read(answers), -1)

    def _due(
        self, answers: Mapping[str, Value], definition: Definition | None, but_personal: bool
    ) -> Counts:
        sent = definition or self.definition
        known = sent.hash, but_personal
        if known not in self._asked:
            self._asked[known] = self._learn(sent, sent.personal if but_personal else frozenset())
        return self._asked[known].counts(answers)

    def _learn(self, sent: Definition, left_out: Set[str]) -> "_Asked":
        asked = _Asked()
        for page in sent.pages:
            for question in page.questions:
                own, words = self._parts.get(question.id, ()), _in_words(question)
                told = [
                    part
                    for part in own
                    if left_out.isdisjoint(part.columns)
                    and (part.name not in words or part.count is Words)
                ]
                counts: Counts = [(part.read, self._counts[part.name]) for part in told]
                asked.learn(page, question, counts)
        return asked

    def to_document(self) -> dict[str, Any]:
        """Plain JSON: the same for the same entries, however they came and went."""
        counts = {name: count.to_document() for name, count in self._counts.items()}
        return {"definition": self.definition.hash, "counts": counts}

    @classmethod
    def from_document(cls, definition: Definition, document: Mapping[str, Any]) -> "Tally":
        """The tally that gave this document. Raises ValueError if it counted another form."""
        if document["definition"] != definition.hash:
            raise ValueError("the tally of another form")
        tally = cls(definition)
        for name, count in tally._counts.items():
            tally._counts[name] = count.from_document(document["counts"][name])
        return tally

    def results(self, labels: Labels) -> tuple[QuestionResult, ...]:
        """One result a question, one a line for lists of lines, in the form's order."""
        return tuple(
            result
            for question in self.definition.questions
            for result in findings(question, self._counts, labels["questions"].get(question.id, {}))
        )


def _in_words(question: Question) -> frozenset[str]:
    """The parts that people answered in words of their own: a form that asks for codes there now
    would tell them as what was chosen.
    """
    return frozenset(part.name for part in parts(question) if part.count is Words)


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
