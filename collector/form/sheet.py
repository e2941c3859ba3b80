"""The sheet that is being drawn: what templates ask for ids, words, values and problems."""

import json
from collections.abc import Iterator
from functools import cached_property

from markupsafe import Markup

from collector.brief import Condition, Form, Limits, Page, Question, Shape
from collector.form import prose
from collector.form.answers import steps
from collector.form.columns import columns, line_column, own_column
from collector.form.conditions import tell_condition
from collector.form.context import Context
from collector.form.definition import define, plain
from collector.form.hints import hint, hint_for_blank
from collector.form.inputs import attributes
from collector.form.labels import Words, words_of
from collector.form.texts import mended
from collector.words import say

TERMS = "_terms"
"""The name of the box below the form; whatever begins with `_` is the kit's."""


class Sheet:
    """One form with its context. Values and problems are looked up by column."""

    own_column = staticmethod(own_column)
    line_column = staticmethod(line_column)
    steps = staticmethod(steps)
    hint = staticmethod(hint)
    hint_for_blank = staticmethod(hint_for_blank)
    bare = staticmethod(prose.bare)
    attributes = staticmethod(attributes)

    def __init__(self, form: Form, context: Context) -> None:
        self.form = form
        self.context = context
        self.prefix = context.prefix or form.name

    @cached_property
    def words(self) -> Words:
        return words_of(self.form)

    @property
    def definition_hash(self) -> str:
        return self.context.definition_hash or define(self.form).hash

    @property
    def button(self) -> str:
        return self.context.button or say(f"form-send-{self.form.kind}")

    @property
    def has_required(self) -> bool:
        return any(question.required for question in self.form.questions)

    def id(self, *parts: object) -> str:
        """An id on the page: `idea--role`, `idea--role--hint`."""
        return "--".join([self.prefix, *map(str, parts)])

    def choice_id(self, column: str, number: int) -> str:
        """The id of the n-th choice; the first has the column's own, which problems lead to."""
        return self.id(column) if number == 1 else self.id(column, number)

    def line(self, text: str) -> Markup:
        """A label."""
        return prose.line(text, self.context.base)

    def block(self, text: str) -> Markup:
        """Help, a note or an introduction."""
        return prose.block(text, self.context.base)

    def value(self, column: str) -> str:
        """What was typed into a blank."""
        return next(iter(self.values(column)), "")

    def values(self, column: str) -> list[str]:
        """What was chosen, or all that was sent under this name."""
        typed = self.context.values.get(column, ())
        held = typed if isinstance(typed, list | tuple) else ()
        return [mended(each) for each in held if isinstance(each, str)]

    def message(self, column: str) -> str:
        """What is wrong with a column; empty if nothing is."""
        problem = self.context.problems.get(column)
        return say(problem.reason, problem.facts) if problem else ""

    def has_problem(self, question: Question) -> bool:
        return any(column in self.context.problems for column in columns(question))

    def must(self, page: Page, question: Question) -> bool:
        """Whether the browser may insist: never on what may turn out not to be due."""
        return question.required and not question.condition and not page.condition

    def audience(self, question: Question) -> str:
        return "public" if self.form.shown(question) else "private"

    def condition(self, condition: Condition) -> str:
        return tell_condition(condition, self.words)

    def condition_data(self, condition: Condition) -> str:
        """The condition as JSON, for the script that hides what is not due."""
        return json.dumps(plain(condition), ensure_ascii=False)

    def point(self, question: Question, step: int) -> Markup:
        """The label of a point on a scale; empty if it has none."""
        labels = (each.label for each in question.options if each.code == str(step))
        return self.line(next(labels, ""))

    def explained_by(self, question: Question) -> str:
        """The ids of what explains a question, as they stand on the page."""
        parts = {
            "condition": question.condition,
            "help": question.help,
            "hint": hint(question),
            "audience": True,
            "unit": question.limits.unit,
            "note": question.note,
            "error": self.message(question.id),
        }
        return " ".join(self.id(question.id, name) for name, stands in parts.items() if stands)

    def blank_explained_by(self, column: str, shape: Shape, limits: Limits) -> str:
        """The same for one blank within a question."""
        parts = {
            "hint": hint_for_blank(shape, limits),
            "unit": limits.unit,
            "error": self.message(column),
        }
        return " ".join(self.id(column, name) for name, stands in parts.items() if stands)

    def summary(self) -> Iterator[tuple[str, str]]:
        """Every problem in the form's order: the id to go to (empty: nowhere), and what is said."""
        places = [*self.words.captions, TERMS]
        for column in filter(self.context.problems.__contains__, places):
            yield self.id(column), self._placed(column)
        for column in self.context.problems:
            if column not in places:
                yield "", self.message(column)

    def _placed(self, column: str) -> str:
        if column == TERMS:
            return self.message(column)
        facts = {"caption": self.words.captions[column], "message": self.message(column)}
        return say("form-problem-at", facts)
