"""The sheet that is being drawn: what templates ask for ids, words, values and problems."""

import json
from collections.abc import Iterator, Mapping
from functools import cached_property

from markupsafe import Markup

from collector.brief import Condition, Form, Limits, Line, Option, Page, Question, Shape, Variant
from collector.form import prose
from collector.form.answers import steps
from collector.form.columns import (
    cell_column,
    columns,
    line_column,
    option_column,
    own_column,
)
from collector.form.conditions import tell_condition
from collector.form.context import Context
from collector.form.definition import define, plain
from collector.form.hints import hint, hint_for_blank, hint_for_row
from collector.form.inputs import accepted, attributes
from collector.form.labels import Words, words_of
from collector.form.minutes import minutes
from collector.form.numbers import written
from collector.form.prefill import fills
from collector.form.ranking import bounds
from collector.form.saving import saves
from collector.form.scripts import script_words
from collector.form.texts import mended
from collector.words import say

TERMS = "_terms"
"""The name of the box below the form; whatever begins with `_` is the kit's."""
ADMISSION = ("_invite", "_email")
"""What stands above the questions: who may send the form."""


class Sheet:
    """One form with its context. Values and problems are looked up by column."""

    own_column = staticmethod(own_column)
    line_column = staticmethod(line_column)
    option_column = staticmethod(option_column)
    cell_column = staticmethod(cell_column)
    steps = staticmethod(steps)
    hint = staticmethod(hint)
    hint_for_blank = staticmethod(hint_for_blank)
    hint_for_row = staticmethod(hint_for_row)
    bare = staticmethod(prose.bare)
    attributes = staticmethod(attributes)
    fills = staticmethod(fills)
    written = staticmethod(written)
    accepted = staticmethod(accepted)

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
    def waits(self) -> bool:
        """Whether the form is hidden until a variant of its trial is dealt."""
        return bool(self.context.deal and self.form.trial)

    @property
    def variants(self) -> tuple[Variant, ...]:
        """Those of its trial that are drawn."""
        trial, context = self.form.trial, self.context
        if trial is None:
            return ()
        every = context.every or self.waits
        return tuple(each for each in trial.variants if every or each.code == context.variant)

    @property
    def brought(self) -> Iterator[tuple[str, str]]:
        """What goes along until a variant is dealt."""
        yield from self.context.hidden.items()
        for column, texts in self.context.values.items():
            yield from ((column, text) for text in texts if text)

    @property
    def button(self) -> str:
        return self.context.button or say(f"form-send-{self.form.kind}")

    @property
    def script_words(self) -> str:
        """What the site's script says, as JSON."""
        return script_words()

    @property
    def has_required(self) -> bool:
        return any(question.required for question in self.form.questions)

    @property
    def takes(self) -> str:
        """How long the form takes; nothing where two questions or less speak for themselves."""
        if len(self.form.questions) < 3:
            return ""
        estimate = minutes(self.form)
        return say("form-minutes-one" if estimate == 1 else "form-minutes", {"minutes": estimate})

    @property
    def has_file(self) -> bool:
        """Whether anything is to be handed in; only then a browser sends more than texts."""
        return any(question.shape is Shape.FILE for question in self.form.questions)

    def kept_file(self, question: Question) -> str:
        """What the file is called that was handed in before; empty if there is none."""
        return self.context.files.get(self.value(question.id), "")

    @property
    def saves(self) -> bool:
        return saves(self.form) and self.context.saves

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
        asked = (question.id, *columns(question))
        return any(column in self.context.problems for column in asked)

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

    def picture(self, option: Option) -> str:
        """Where the option's picture is found from this page."""
        return self.context.base + option.picture

    def few(self, question: Question) -> int:
        """So many columns of a matrix fit the width of a text."""
        return 2 if question.shape is Shape.MATRIX_LINES else 5

    def places(self, question: Question) -> int:
        """The last place that an order gives."""
        return bounds(question)[1]

    def total(self, question: Question) -> str:
        """What is shared out."""
        return written(question.total)

    def share(self, line: Line) -> dict[str, str]:
        """What a number field for a share takes."""
        limits = line.limits
        ends = {"min": limits.least, "max": limits.most}
        held = {name: written(end) for name, end in ends.items() if end is not None}
        return {**held, "step": "1" if limits.whole else "any"}

    def keys(self, limits: Mapping[str, object]) -> str:
        """Which keys a telephone offers; the ones with digits only have no minus and no point."""
        if str(limits.get("min", "")).startswith("-"):
            return "text"
        return "decimal" if limits.get("step") == "any" else "numeric"

    def explained_by(self, question: Question) -> str:
        """The ids of what explains a question, as they stand on the page."""
        parts = {
            "condition": question.condition,
            "help": question.help,
            "hint": hint(question),
            "audience": True,
            "points": question.shape is Shape.SLIDER and question.options,
            "unit": question.shape is not Shape.SHARE and question.limits.unit,
            "note": question.note,
            "error": self.message(question.id),
        }
        return self._ids(question.id, parts)

    def blank_explained_by(self, column: str, shape: Shape, limits: Limits) -> str:
        """The same for one blank within a question."""
        parts = {
            "hint": hint_for_blank(shape, limits),
            "unit": limits.unit,
            "error": self.message(column),
        }
        return self._ids(column, parts)

    def cell_explained_by(self, question: Question, line: Line, head: Option) -> str:
        """The same for one blank of a matrix: by its row's hint, its unit and its error."""
        row = self._ids(line_column(question, line), {"hint": hint_for_row(question, line)})
        own = self.part_explained_by(cell_column(question, line, head), line.limits.unit)
        return f"{row} {own}".strip()

    def part_explained_by(self, column: str, unit: str) -> str:
        """The same for one number within a question whose hint holds for all of them."""
        return self._ids(column, {"unit": unit, "error": self.message(column)})

    def _ids(self, column: str, parts: Mapping[str, object]) -> str:
        return " ".join(self.id(column, name) for name, stands in parts.items() if stands)

    def summary(self) -> Iterator[tuple[str, str]]:
        """Every problem in the form's order: the id to go to (empty: nowhere), and what is said."""
        places = {**{own: own for own in ADMISSION}, **self._places(), TERMS: TERMS}
        for column in filter(self.context.problems.__contains__, places):
            yield self.id(places[column]), self._placed(column)
        for column in self.context.problems:
            if column not in places:
                yield "", self.message(column)

    def _places(self) -> dict[str, str]:
        """Where a problem can stand, in order, each with the column of the control to go to."""
        places: dict[str, str] = {}
        for question in self.form.questions:
            asked = columns(question)
            places |= {question.id: asked[0], **{column: column for column in asked}}
        return places

    def _placed(self, column: str) -> str:
        if column in (*ADMISSION, TERMS):
            return self.message(column)
        caption, message = self._caption(column), self.message(column)
        if caption.endswith(("?", "؟", "!")):  # a colon behind it would be one sign too many
            return f"{caption} {message}"
        return say("form-problem-at", {"caption": caption, "message": message})

    def _caption(self, column: str) -> str:
        """What a column is called; a question that has only parts, by its own words."""
        if column in self.words.captions:
            return self.words.captions[column]
        return next(self.bare(each.label) for each in self.form.questions if each.id == column)
