"""The attributes of an input by shape, so that keyboards, pickers and password managers help.

Numbers and web addresses are lines of text: a browser's own would refuse a comma, or "www.".
Lengths are told in the hint and checked on arrival: `maxlength` would cut what is pasted.
"""

from collector.brief import FILE_TYPES, Limits, Shape
from collector.form.numbers import written

INPUTS: dict[Shape, dict[str, str]] = {
    Shape.TEXT: {"type": "text"},
    Shape.LONG: {},
    Shape.EMAIL: {"type": "email", "autocomplete": "email", "spellcheck": "false"},
    Shape.PHONE: {"type": "tel", "autocomplete": "tel"},
    Shape.WEB: {"type": "text", "inputmode": "url", "spellcheck": "false"},
    Shape.NUMBER: {"type": "text", "inputmode": "decimal"},
    Shape.AMOUNT: {"type": "text", "inputmode": "decimal"},
    Shape.DATE: {"type": "date"},
    Shape.TIME: {"type": "time"},
}


def attributes(column: str, shape: Shape, limits: Limits) -> dict[str, str]:
    """What an input or text area has beside its name, id and value."""
    found = dict(INPUTS[shape])
    if column == "name":
        found["autocomplete"] = "name"
    if limits.whole:
        found["inputmode"] = "numeric"
    if shape in (Shape.NUMBER, Shape.AMOUNT):
        found |= _bounds(limits)
    if "inputmode" in found and limits.least is not None and limits.least < 0:
        del found["inputmode"]  # phones' number keys have no minus
    if limits.from_today:
        found["data-ig-from-today"] = ""
    if shape in (Shape.TEXT, Shape.LONG):
        found |= _lengths(limits)
    return found


def accepted(limits: Limits) -> str:
    """What a browser offers to choose from: media types, so that a telephone offers its camera."""
    return ",".join(FILE_TYPES[each] for each in limits.types)


def _bounds(limits: Limits) -> dict[str, str]:
    """Lets a script say at once what the collector would say."""
    bounds = {"data-ig-least": limits.least, "data-ig-most": limits.most}
    found = {name: written(bound) for name, bound in bounds.items() if bound is not None}
    return found | ({"data-ig-whole": ""} if limits.whole else {})


def _lengths(limits: Limits) -> dict[str, str]:
    """`data-ig-most` lets a script count along."""
    lengths = {"minlength": limits.least, "data-ig-most": limits.most}
    return {name: written(length) for name, length in lengths.items() if length is not None}
