"""A form drawn as HTML: the same on the static page and, filled in, on the collector's pages.

draw ── templates/form.html ── one template a shape, each asking the sheet for words and ids
"""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from collector.brief import BLANKS, Form, Question, Shape
from collector.form.context import Context
from collector.form.sheet import Sheet
from collector.words import language, say


def draw(form: Form, context: Context) -> str:
    """The whole `<form>`, one block of HTML; every word of visitor and brief is escaped."""
    sheet = Sheet(form, context)
    drawn = _templates().get_template("form.html").render(form=form, context=context, sheet=sheet)
    return drawn.strip()


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=PackageLoader("collector.form"),
        autoescape=True,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
    templates.globals.update(language=language, say=say, template_of=template_of)
    return templates


def template_of(question: Question) -> str:
    """The template that draws a question."""
    return "menu.html" if question.dropdown else TEMPLATES[question.shape]


TEMPLATES: dict[Shape, str] = {
    **dict.fromkeys(BLANKS, "blank.html"),
    Shape.ONE: "one.html",
    Shape.SEVERAL: "several.html",
    Shape.YES: "yes.html",
    Shape.SCALE: "scale.html",
    Shape.STARS: "stars.html",
    Shape.LINES: "lines.html",
    Shape.RANKING: "ranking.html",
    Shape.MATRIX_ONE: "matrix_choice.html",
    Shape.MATRIX_SEVERAL: "matrix_choice.html",
    Shape.MATRIX_LINES: "matrix_lines.html",
    Shape.SLIDER: "slider.html",
    Shape.SHARE: "share.html",
    Shape.FILE: "file.html",
}
