"""The hint under a label: what an answer of this shape looks like."""

from collections.abc import Callable

from collector.brief import BLANKS, Limits, Question, Shape
from collector.form.numbers import written
from collector.words import say


def hint(question: Question) -> str:
    """One short sentence, or nothing where the shape speaks for itself."""
    return HINTS[question.shape](question)


def hint_for_blank(shape: Shape, limits: Limits) -> str:
    """The same for one blank, as a line of a list is."""
    return BLANK_HINTS[shape](limits)


def choose_reason(least: int, most: int) -> tuple[str, dict[str, object]]:
    """How many are to be chosen, as the end of a reason and its facts."""
    if least == most:
        return "exactly", {"count": least}
    if least == 0:
        return "at-most", {"most": most}
    return "between", {"least": least, "most": most}


def _characters(limits: Limits) -> str:
    return _bounded("hint-characters", limits)


def _number(limits: Limits) -> str:
    kind = "hint-whole" if limits.whole else "hint-number"
    return _bounded(kind, limits) or say(kind)


def _bounded(reason: str, limits: Limits) -> str:
    """The sentence for the bounds that a blank has; nothing if it has none."""
    bounds = {"least": limits.least, "most": limits.most}
    facts = {name: written(bound) for name, bound in bounds.items() if bound is not None}
    if not facts:
        return ""
    return say(f"{reason}-{'between' if len(facts) == 2 else next(iter(facts))}", facts)


def _date(limits: Limits) -> str:
    return say("hint-date-from-today" if limits.from_today else "hint-date")


def _nothing(_: object) -> str:
    return ""


def _blank(question: Question) -> str:
    return hint_for_blank(question.shape, question.limits)


def _several(question: Question) -> str:
    if question.choose is None:
        return say("hint-choose-any")
    how_many, facts = choose_reason(*question.choose)
    return say(f"hint-choose-{how_many}", facts)


def _lines(question: Question) -> str:
    return say("hint-every-line") if question.required else ""


BLANK_HINTS: dict[Shape, Callable[[Limits], str]] = {
    Shape.TEXT: _characters,
    Shape.LONG: _characters,
    Shape.EMAIL: _nothing,
    Shape.PHONE: _nothing,
    Shape.WEB: lambda _: say("hint-web"),
    Shape.NUMBER: _number,
    Shape.AMOUNT: _number,
    Shape.DATE: _date,
    Shape.TIME: lambda _: say("hint-time"),
}

HINTS: dict[Shape, Callable[[Question], str]] = {
    **dict.fromkeys(BLANKS, _blank),
    Shape.ONE: _nothing,
    Shape.SEVERAL: _several,
    Shape.YES: _nothing,
    Shape.SCALE: _nothing,
    Shape.STARS: _nothing,
    Shape.LINES: _lines,
}
