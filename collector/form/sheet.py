"""The sheet that is being drawn: what templates ask for ids, words, values and problems."""

import json
from collections.abc import Mapping
from functools import cached_property

from markupsafe import Markup

from collector.brief import Condition, Form, FormKind, Limits, Line, Page, Question, Shape
from collector.form import prose
from collector.form.answers import steps
from collector.form.columns import columns, line_column, own_column
from collector.form.conditions import tell_condition
from collector.form.context import Context
from collector.form.definition import define, plain
from collector.form.hints import hint, hint_for_blank
from collector.form.inputs import attributes
from collector.form.labels import captions
from collector.form.texts import mended
from collector.words import say


class Sheet:
    """One form with its context. Values and problems are looked up by column."""

    def __init__(self, form: Form, context: Context) -> None:
        self.form = form
        self.context = context
        self.prefix = context.prefix or form.name

    own_column = staticmethod(own_column)
    line_column = staticmethod(line_column)
    steps = staticmethod(steps)
    hint = staticmethod(hint)
    hint_for_blank = staticmethod(hint_for_blank)

    def id(self, *parts: object) -> str:
        """An id on the page: `idea--role`, `idea--role--hint`."""
        return "--".join([self.prefix, *map(str, parts)])

    def definition_hash(self) -> str:
        return self.context.definition_hash or define(self.form).hash

    def line(self, text: str) -> Markup:
        return prose.line(text, self.context.base)

    def block(self, text: str) -> Markup:
        return prose.block(text, self.context.base)

    def value(self, column: str) -> str:
        return next(iter(self.values(column)), "")

    def values(self, column: str) -> list[str]:
        typed = self.context.values.get(column, ())
        return [mended(each) for each in typed if isinstance(each, str)]

    def message(self, column: str) -> str:
        """What is wrong with a column; empty if nothing is."""
        problem = self.context.problems.get(column)
        return say(problem.reason, problem.facts) if problem else ""

    def audience(self, question: Question) -> str:
        return say("form-public" if self.form.shown(question) else "form-private")

    def condition(self, condition: Condition) -> str:
        return tell_condition(self.form, condition)

    def condition_data(self, condition: Condition) -> str:
        """The condition as JSON, for the script that hides what is not due."""
        return json.dumps(plain(condition), ensure_ascii=False)

    def must(self, page: Page, question: Question) -> bool:
        """Whether the browser may insist: never on what may turn out not to be due."""
        return question.required and not question.condition and not page.condition

    def described_by(self, question: Question, *more: str) -> str:
        """The ids of what explains a question, as they are on the page."""
        parts = {
            "condition": question.condition,
            "help": question.help,
            "hint": hint(question),
            "audience": True,
            "note": question.note,
            "error": question.id in self.context.problems,
        }
        return " ".join([*(self.id(question.id, name) for name in parts if parts[name]), *more])

    def attributes(self, shape: Shape, limits: Limits, question: Question) -> Mapping[str, str]:
        return attributes(shape, limits, question)

    @property
    def has_required(self) -> bool:
        return any(question.required for question in self.form.questions)

    @property
    def is_idea(self) -> bool:
        return self.form.kind is FormKind.IDEA

    @property
    def button(self) -> str:
        return self.context.button or say(f"form-send-{self.form.kind}")

    @cached_property
    def captions(self) -> dict[str, str]:
        return captions(self.form)

    def summary(self) -> list[tuple[str, str]]:
        """Every problem in the form's order: the id to go to (empty: nowhere), and what is said."""
        order = [*self.captions, "_terms"]
        known = [column for column in order if column in self.context.problems]
        others = [column for column in self.context.problems if column not in known]
        return [self._told(column) for column in known] + [
            ("", self.message(column)) for column in others
        ]

    def _told(self, column: str) -> tuple[str, str]:
        message = self.message(column)
        if column in self.captions:
            facts = {"caption": self.captions[column], "message": message}
            message = say("form-problem-at", facts)
        return self.id(column), message

    bare = staticmethod(prose.bare)

    def step_id(self, column: str, number: int) -> str:
        """The id of the n-th choice; the first has the column's own, which problems lead to."""
        return self.id(column) if number == 1 else self.id(column, number)

    def has_problem(self, question: Question) -> bool:
        return any(column in self.context.problems for column in columns(question))

    def point(self, question: Question, step: int) -> Markup:
        """The label of a point on a scale; empty if it has none."""
        labels = (each.label for each in question.options if each.code == str(step))
        return self.line(next(labels, ""))

    def line_described_by(self, column: str, line: Line) -> str:
        """The ids of what explains one line of a list."""
        parts = {
            "hint": hint_for_blank(line.shape, line.limits),
            "unit": line.limits.unit,
            "error": column in self.context.problems,
        }
        return " ".join(self.id(column, name) for name in parts if parts[name])
