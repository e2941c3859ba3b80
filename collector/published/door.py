"""The door that ideas pass: nothing goes through but what its author was told would be shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property

from collector.brief import CREDIT, Brief, Form, Option, Question
from collector.entries import Benefit, Idea
from collector.form import labels as words_of
from collector.form.summarise import TELLERS
from collector.moderation import visible
from collector.published.benefit import PublishedBenefit
from collector.published.idea import PublishedAnswer, PublishedIdea, PublishedJury
from collector.published.results import Definitions, Labels
from collector.published.rules import scores_shown
from collector.published.said import Said

TITLE, BYLINE = "title", "name"
"""Questions whose answers have a place of their own."""


@dataclass(frozen=True)
class Door:
    """What decides: the brief, the forms that authors filled in, and the time.

    `definitions` and `labels` are by hash; days are told in the zone of `now`.
    """

    brief: Brief
    definitions: Definitions
    labels: Labels
    now: datetime
    benefits: Mapping[str, Benefit] = field(default_factory=dict)
    scores: Mapping[str, float] = field(default_factory=dict)
    """By the ref of the idea that each is about."""

    def idea(self, idea: Idea, said: Said) -> PublishedIdea | None:
        """The idea as the public may see it, with what was said about it, be it merged or not;
        None if it may not."""
        form = self.brief.form(idea.form)
        if form is None or not visible(idea, self.brief, self.now):
            return None
        told = self._answers(idea, form)
        if TITLE not in told:
            return None
        named = told.pop(BYLINE, None)
        byline = "" if named is None else named.text
        return PublishedIdea(
            ref=idea.ref,
            title=told.pop(TITLE).text,
            received=self._day(idea.received),
            progress=idea.progress,
            answers=tuple(told.values()),
            byline=byline,
            credit=byline if CREDIT in idea.agreed else "",
            sample=idea.source == "sample",
            tags=idea.tags,
            progressed=idea.progressed and self._day(idea.progressed),
            replies=said.answers(idea.ref, self._day),
            comments=said.comments(idea, self._day) if self.brief.comments else (),
            benefit=PublishedBenefit.of(self.benefits.get(idea.ref)),
            jury=self._jury(idea),
        )

    def _jury(self, idea: Idea) -> PublishedJury | None:
        score = self.scores.get(idea.ref) if scores_shown(self.brief, self.now) else None
        told = PublishedJury(idea.pick, score)
        return None if told == PublishedJury() else told

    def _answers(self, idea: Idea, form: Form) -> dict[str, PublishedAnswer]:
        words = self._words[form.name]["questions"]
        return {
            question.id: PublishedAnswer(question.id, words[question.id]["label"], text)
            for question in self._public(idea, form)
            if (text := TELLERS[question.shape](self._as_asked(question, idea), idea.answers))
        }

    def _public(self, idea: Idea, form: Form) -> list[Question]:
        """Questions that are public now and were when the author answered them."""
        definition = self.definitions.get(idea.form_hash)
        promised = {each.id for each in definition.questions if each.public} if definition else ()
        return [each for each in form.questions if form.shown(each) and each.id in promised]

    def _as_asked(self, question: Question, idea: Idea) -> Question:
        """The question with the options it had when it was answered."""
        asked = self.labels.get(idea.form_hash, {}).get("questions", {}).get(question.id, {})
        known = {option.code for option in question.options}
        gone = (
            Option(code, label)
            for code, label in asked.get("options", {}).items()
            if code not in known
        )
        return replace(question, options=(*question.options, *gone))

    @cached_property
    def _words(self) -> Labels:
        return {form.name: words_of(form) for form in self.brief.forms}

    def _day(self, moment: datetime) -> date:
        return moment.astimezone(self.now.tzinfo).date()
