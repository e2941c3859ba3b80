"""The attributes of an input by shape, so that keyboards, pickers and password managers help.

Numbers and web addresses are lines of text: a browser's own would refuse a comma, or "www.".
Lengths are told in the hint and checked on arrival: `maxlength` would cut what is pasted.
"""

from collector.brief import Limits, Question, Shape
from collector.form.blanks import text_most

INPUTS: dict[Shape, dict[str, str]] = {
    Shape.TEXT: {"type": "text"},
    Shape.LONG: {},
    Shape.EMAIL: {"type": "email", "spellcheck": "false"},
    Shape.PHONE: {"type": "tel"},
    Shape.WEB: {"type": "text", "inputmode": "url", "spellcheck": "false"},
    Shape.NUMBER: {"type": "text", "inputmode": "decimal"},
    Shape.AMOUNT: {"type": "text", "inputmode": "decimal"},
    Shape.DATE: {"type": "date"},
    Shape.TIME: {"type": "time"},
}

AUTOCOMPLETE: dict[Shape, str] = {Shape.EMAIL: "email", Shape.PHONE: "tel"}


def attributes(shape: Shape, limits: Limits, question: Question) -> dict[str, str]:
    """What an input or text area has beside its name, id and value."""
    found = dict(INPUTS[shape])
    if limits.whole:
        found["inputmode"] = "numeric"
    if limits.from_today:
        found["data-ig-from-today"] = ""
    if shape in (Shape.TEXT, Shape.LONG):
        found |= _lengths(shape, limits)
    if question.personal and (filled := _autocomplete(shape, question)):
        found["autocomplete"] = filled
    return found


def _lengths(shape: Shape, limits: Limits) -> dict[str, str]:
    lengths = {"data-ig-most": str(text_most(shape, limits))}
    if limits.least is not None:
        lengths["minlength"] = str(int(limits.least))
    return lengths


def _autocomplete(shape: Shape, question: Question) -> str:
    if shape is Shape.TEXT and question.id == "name":
        return "name"
    return AUTOCOMPLETE.get(shape, "")
