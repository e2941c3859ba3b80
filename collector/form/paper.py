"""A form for paper: boxes to tick, lines to write on, conditions as sentences.

One template a shape. What is drawn has no field and no script; how it looks is for the style sheet
of the page around it.
"""

from collections.abc import Mapping
from functools import cache
from math import ceil

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from collector.brief import BLANKS, Condition, Form, Limits, Option, Question, Shape
from collector.form import prose
from collector.form.answers import steps
from collector.form.blanks import text_most
from collector.form.conditions import tell_condition
from collector.form.hints import hint, hint_for_blank
from collector.form.labels import words_of
from collector.form.numbers import written
from collector.words import say

A_LINE = 70
"""Signs that people write on one line."""
MOST_LINES = 8
MANY = 12
"""More options than these stand in columns."""
TOO_MANY = 60
"""More than these are not printed: one writes down which is meant."""


def on_paper(form: Form, pictures: Mapping[str, str] | None = None) -> Markup:
    """The form as HTML to print; `pictures` gives the address of each file beside the brief."""
    facts = {"form": form, "slip": _Slip(form, pictures or {})}
    drawn = _templates().get_template("slip.html").render(facts)
    return Markup(drawn.strip())  # noqa: S704  # the templates escape


class _Slip:
    """What the templates ask."""

    hint = staticmethod(hint)
    hint_for_blank = staticmethod(hint_for_blank)
    line = staticmethod(prose.line)
    block = staticmethod(prose.block)
    steps = staticmethod(steps)
    written = staticmethod(written)

    def __init__(self, form: Form, pictures: Mapping[str, str]) -> None:
        self._form = form
        self._words = words_of(form)
        self._pictures = pictures

    def condition(self, condition: Condition) -> str:
        return tell_condition(condition, self._words)

    def audience(self, question: Question) -> str:
        return say("form-public" if self._form.shown(question) else "form-private")

    def picture(self, option: Option) -> str:
        return self._pictures.get(option.picture, "")

    def point(self, question: Question, step: int) -> Markup:
        """The label of a point on a scale; empty if it has none."""
        labels = (each.label for each in question.options if each.code == str(step))
        return prose.line(next(labels, ""))

    def is_long(self, question: Question) -> bool:
        """Whether the options stand in columns."""
        return len(question.options) > MANY

    def is_written(self, question: Question) -> bool:
        """Whether there are too many options to print them."""
        return len(question.options) > TOO_MANY

    def rules(self, shape: Shape, limits: Limits) -> int:
        """How many lines there are to write on."""
        if shape is not Shape.LONG:
            return 1
        return max(3, min(MOST_LINES, ceil(text_most(shape, limits) / A_LINE)))

    def width(self, shape: Shape) -> str:
        """How long such a line is."""
        return "wide" if shape in WIDE else "narrow"


WIDE = frozenset({Shape.TEXT, Shape.LONG, Shape.EMAIL, Shape.WEB, Shape.PHONE})


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=PackageLoader("collector.form", "templates/paper"),
        autoescape=True,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    templates.globals.update(say=say, template_of=_template_of)
    return templates


def _template_of(question: Question) -> str:
    return TEMPLATES[question.shape]


TEMPLATES: dict[Shape, str] = {
    **dict.fromkeys(BLANKS, "blank.html"),
    Shape.ONE: "choice.html",
    Shape.SEVERAL: "choice.html",
    Shape.YES: "choice.html",
    Shape.SCALE: "scale.html",
    Shape.STARS: "scale.html",
    Shape.LINES: "lines.html",
    Shape.FILE: "file.html",
    Shape.RANKING: "ranking.html",
    Shape.MATRIX_ONE: "matrix.html",
    Shape.MATRIX_SEVERAL: "matrix.html",
    Shape.MATRIX_LINES: "matrix.html",
    Shape.SLIDER: "slider.html",
    Shape.SHARE: "share.html",
}
