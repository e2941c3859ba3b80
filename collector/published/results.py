"""The result of a survey or poll: its responses that count, as the public may see them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, TypeAlias

from collector.analysis import QuestionResult, Tally, TrialTally, in_steps
from collector.brief import Form, FormKind
from collector.entries import Response
from collector.form import Definition, define
from collector.form import labels as words_of
from collector.moderation import counted, counted_apart
from collector.published.data import FormResult
from collector.published.linked import unlinked
from collector.published.rules import for_the_public, without_few

Definitions: TypeAlias = Mapping[str, Definition]
"""By hash."""

Labels: TypeAlias = Mapping[str, Mapping[str, Any]]
"""Labels documents, by the hash of their definition."""

Dealt: TypeAlias = Mapping[str, Mapping[str, int]]
"""By form how many people were dealt each variant of its trial."""

NOBODY: Mapping[str, int] = MappingProxyType({})


class FormTally:
    """Counts the responses of one form as they stream by."""

    def __init__(self, form: Form, definitions: Definitions, labels: Labels) -> None:
        self.form = form
        self.n = 0
        self.apart = 0
        self._definitions = definitions
        self._labels = labels
        self._tally = Tally(define(form))
        self._trial = TrialTally(form.trial) if form.trial else None
        who = {question.id for question in form.questions if question.identifies}
        self._personal = who | define(form).personal

    def add(self, response: Response) -> None:
        """Count the response if it is this form's and counts."""
        if response.form != self.form.name:
            return
        self.apart += counted_apart(response)
        if counted(response):
            self.n += 1
            asked = self._definitions.get(response.form_hash)
            self._tally.add(response.answers, asked, but_personal=True)
            if self._trial:
                self._trial.add(response.variant, response.answers)

    def result(self, dealt: Mapping[str, int] = NOBODY) -> FormResult:
        """What the public may see, in the form's words of today. Of personal answers: nothing.

        `dealt` is how many people were dealt each variant of a trial, by code.
        """
        results = self._tally.results(self._words())
        questions = (each for each in results if each.id not in self._personal)
        told = _told(self.form, self.n, questions)
        trial = without_few(self._trial.result(dealt)) if self._trial else None
        return FormResult(words_of(self.form)["label"], self.n, told, self.apart, trial)

    def _words(self) -> dict[str, Any]:
        """Today's words, and older ones for options that the form no longer has."""
        words = words_of(self.form)
        for older in self._older():
            for name, question in words["questions"].items():
                gone = older.get("questions", {}).get(name, {}).get("options", {})
                if gone:
                    question["options"] = {**gone, **question.get("options", {})}
        return words

    def _older(self) -> list[Mapping[str, Any]]:
        kept = self._definitions.items()
        name = self.form.name
        return [self._labels.get(key, {}) for key, each in kept if each.name == name]


def form_result(
    form: Form,
    definitions: Definitions,
    labels: Labels,
    responses: Iterable[Response],
    dealt: Mapping[str, int] = NOBODY,
) -> FormResult:
    """The form's result, whether or not it may be told yet: `rules` knows that."""
    tally = FormTally(form, definitions, labels)
    for response in responses:
        tally.add(response)
    return tally.result(dealt)


def stepped(form: Form, old: FormResult, new: FormResult) -> FormResult:
    """The result that may be told after `old`, question by question; a poll's as it is."""
    if form.kind is FormKind.POLL:
        return new
    before = {each.id: each for each in old.questions}
    questions = (in_steps(before.get(each.id), each) for each in new.questions)
    return replace(new, questions=_told(form, new.n, questions))


def _told(form: Form, n: int, questions: Iterable[QuestionResult]) -> tuple[QuestionResult, ...]:
    """What the public may see, where `n` answered the form."""
    public = tuple(for_the_public(form, each) for each in questions)
    return public if form.kind is FormKind.POLL else unlinked(define(form), n, public)
