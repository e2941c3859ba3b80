"""A question's result as horizontal bars, drawn in SVG, with the same numbers as a table.

Across, everything is in percent of the chart's width; down, in heights of a letter (`em`). So the
chart fits a phone and grows with the reader's type. Colours come from classes; without a style
sheet all is drawn in the text's own colour.

    At the weekend
    ██████████░░░░░░░░░░░░░░   12 · 43 %
      ├────────────┤
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from collector.analysis import QuestionResult, Row
from collector.brief import Shape
from collector.draw.lines import wrap
from collector.draw.numbers import interval, number, percent
from collector.words import say

WIDTH = 62.0
VALUE = 64.0
"""Percent of the chart's width that a share of all takes, and where its number begins."""
LINE = 1.4
BAR = 2.0
"""What a line of a label, and a bar with its interval and the gap below, take in height."""


@dataclass(frozen=True)
class Line:
    """One line of a label; `y` is where its letters stand."""

    text: str
    y: str


@dataclass(frozen=True)
class Bar:
    """Where the parts of one row are drawn: percents across, letter heights down."""

    lines: tuple[Line, ...]
    value: str
    share: str
    low: str
    high: str
    top: str
    base: str
    cap: str
    middle: str
    foot: str


def bars(result: QuestionResult, prefix: str = "") -> str:
    """HTML of the result, every text escaped. `prefix` keeps its ids apart from others."""
    drawn, height = _bars(result)
    return _template().render(
        id=f"{prefix}-result-{result.id}".lstrip("-"),
        label=result.label,
        base=_base(result),
        bars=drawn,
        height=_at(height),
        width=_at(WIDTH),
        value_at=_at(VALUE),
        description=" ".join(_told(row, result.n) for row in result.rows),
        notes=_notes(result),
        rows=[_cells(row) for row in result.rows],
        words=_heads(),
    )


def _bars(result: QuestionResult) -> tuple[list[Bar], float]:
    drawn: list[Bar] = []
    y = 0.0
    if result.n:
        for row in result.rows:
            lines = wrap(row.label)
            drawn.append(_bar(row, lines, y))
            y += LINE * len(lines) + BAR
    return drawn, y


def _bar(row: Row, lines: list[str], y: float) -> Bar:
    top = y + LINE * len(lines) + 0.1
    return Bar(
        lines=tuple(Line(text, _at(y + LINE * index + 1)) for index, text in enumerate(lines)),
        value=f"{row.count} · {percent(row.share)}",
        share=_at(WIDTH * row.share),
        low=_at(WIDTH * row.low),
        high=_at(WIDTH * row.high),
        top=_at(top),
        base=_at(top + 0.7),
        cap=_at(top + 0.85),
        middle=_at(top + 1.05),
        foot=_at(top + 1.25),
    )


def _at(place: float) -> str:
    return f"{place:.2f}".rstrip("0").rstrip(".")


def _base(result: QuestionResult) -> str:
    reason = {0: "result-base-none", 1: "result-base-one"}.get(result.n, "result-base")
    return say(reason, {"n": result.n})


def _told(row: Row, n: int) -> str:
    facts = {"label": row.label, "count": row.count, "n": n}
    return say("result-row", facts | {"share": percent(row.share), "interval": interval(row)})


def _notes(result: QuestionResult) -> list[str]:
    if not result.n:
        return []
    notes = []
    if result.score is not None:
        score = result.score
        facts = {"value": score.value, "low": score.low, "high": score.high}
        notes.append(say("result-score", {name: number(each, 0) for name, each in facts.items()}))
    if result.numbers is not None:
        mean, median = number(result.numbers.mean), number(result.numbers.median)
        notes.append(say("result-numbers", {"mean": mean, "median": median}))
    if result.shape is Shape.SEVERAL:
        notes.append(say("result-several"))
    if result.rows:
        notes.append(say("result-interval"))
    if result.held_back:
        notes.append(say("result-held-back"))
    elif not notes:
        notes.append(say("result-words"))
    return notes


def _cells(row: Row) -> dict[str, Any]:
    return {
        "label": row.label,
        "count": row.count,
        "share": percent(row.share),
        "interval": interval(row),
    }


def _heads() -> dict[str, str]:
    return {
        "summary": say("result-table"),
        "answer": say("result-answer"),
        "count": say("result-count"),
        "share": say("result-share"),
        "interval": say("result-interval-head"),
    }


@cache
def _template() -> Template:
    loader = PackageLoader("collector.draw")
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    return environment.get_template("result.html")
