"""The hint under a label: what an answer of this shape looks like."""

from collections.abc import Callable

from collector.brief import BLANKS, Limits, Line, Question, Shape
from collector.form.numbers import told
from collector.words import say


def hint(question: Question) -> str:
    """One short sentence, or nothing where the shape speaks for itself."""
    return HINTS[question.shape](question)


def hint_for_blank(shape: Shape, limits: Limits) -> str:
    """The same for one blank, as a line of a list is."""
    return BLANK_HINTS[shape](limits)


def hint_for_row(question: Question, line: Line) -> str:
    """What the blanks of a matrix's row take, unless it is said of all rows."""
    if question.shape is not Shape.MATRIX_LINES or _alike(question):
        return ""
    return hint_for_blank(line.shape, line.limits)


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
    facts = {name: told(bound) for name, bound in bounds.items() if bound is not None}
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


def _file(question: Question) -> str:
    types = ", ".join(each.upper() for each in question.limits.types)
    return say("hint-file", {"types": types, "most": told(question.limits.megabytes or 0)})


def _ranking(question: Question) -> str:
    if question.choose is None:
        return say("hint-rank", {"most": len(question.options)})
    how_many, facts = choose_reason(*question.choose)
    return say(f"hint-rank-{how_many}", facts)


def _matrix(question: Question) -> str:
    return say("hint-every-row") if question.required else ""


def _matrix_several(question: Question) -> str:
    return _matrix(question) or say("hint-rows-any")


def _cells(question: Question) -> str:
    """What all blanks take, if they are alike."""
    first = question.lines[0]
    shared = hint_for_blank(first.shape, first.limits) if _alike(question) else ""
    return " ".join(filter(None, (_lines(question), shared)))


def _alike(question: Question) -> bool:
    return len({(line.shape, line.limits) for line in question.lines}) == 1


def _slider(question: Question) -> str:
    facts = {
        "low": question.low,
        "high": question.high,
        "step": question.step,
        "unit": question.limits.unit,
    }
    return say("hint-slider" if question.step == 1 else "hint-slider-steps", facts)


def _share(question: Question) -> str:
    facts = {"total": told(question.total), "unit": question.limits.unit}
    return say("hint-share" if question.limits.unit else "hint-share-bare", facts)


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
    Shape.RANKING: _ranking,
    Shape.MATRIX_ONE: _matrix,
    Shape.MATRIX_SEVERAL: _matrix_several,
    Shape.MATRIX_LINES: _cells,
    Shape.SLIDER: _slider,
    Shape.SHARE: _share,
    Shape.FILE: _file,
}
