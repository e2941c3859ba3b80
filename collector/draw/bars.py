"""A question's result as horizontal bars, drawn in SVG, with the same numbers as a table.

Across, everything is in percent of the chart's width; down, in heights of a letter (`em`). So the
chart fits a phone and grows with the reader's type. Colours come from classes; without a style
sheet all is drawn in the text's own colour.

    At the weekend
    ██████████░░░░░░░░░░░░░░   12 · 43 %
      ├────────────┤
"""

from collections.abc import Iterable
from dataclasses import dataclass

from collector.analysis import LEAST, Description, Hidden, QuestionResult, Row
from collector.brief import Shape
from collector.draw.numbers import estimated, interval, number, percent
from collector.draw.section import LINE, Asked, Line, Section, at, base, label_lines
from collector.words import say

WIDTH = 62.0
VALUE = 64.0
"""Percent of the chart's width that a share of all takes, and where its number begins."""
BAR = 2.0
"""What a bar with its interval and the gap below takes in height."""


UNTOLD = {
    Shape.FILE: "result-files",
    **dict.fromkeys((Shape.NUMBER, Shape.AMOUNT, Shape.SLIDER), "result-held-back"),
    **dict.fromkeys((Shape.RANKING, Shape.SHARE), "result-held-back"),
}
"""What is said where there is nothing to tell; else that people answered in words."""


@dataclass(frozen=True)
class Bar:
    """Where the parts of one row are drawn: percents across, letter heights down."""

    lines: tuple[Line, ...]
    value: str
    share: str
    low: str | None
    high: str | None
    top: str
    base: str
    cap: str
    middle: str
    foot: str

    @property
    def height(self) -> float:
        return LINE * len(self.lines) + BAR


def bars(result: QuestionResult, prefix: str = "") -> str:
    """HTML of the result, every text escaped. `prefix` keeps its ids apart from others."""
    rows = result.rows if result.n else ()
    drawn, height = place_bars(rows)
    section = Section(
        base=say("result-untold") if result.is_untold else base(result.n),
        description=" ".join(told(row, result.n) for row in rows),
        notes=_notes(result),
        heads=heads(),
        rows=[*(cells(row) for row in rows), *(_hidden(each) for each in result.hidden)],
    )
    asked = Asked(result.id, result.label, prefix)
    return draw_bars(asked, section, drawn, height)


def draw_bars(asked: Asked, section: Section, drawn: list[Bar], height: float) -> str:
    """HTML of bars that are placed already."""
    facts = {"width": at(WIDTH), "value_at": at(VALUE)}
    return section.draw(asked, "bars", height, bars=drawn, **facts)


def place_bars(rows: Iterable[Row]) -> tuple[list[Bar], float]:
    """A bar for each row below the other, and how high they are together."""
    drawn: list[Bar] = []
    y = 0.0
    for row in rows:
        value = f"{row.count} · {percent(row.share)}"
        drawn.append(bar(row.label, value, y, row.share, (row.low, row.high)))
        y += drawn[-1].height
    return drawn, y


def bar(
    label: str, value: str, y: float, share: float, ends: tuple[float, float] | None = None
) -> Bar:
    """A bar at this height: `share` of the width, its interval's `ends` too; `value` beside it."""
    lines = label_lines(label, y)
    top = y + LINE * len(lines) + 0.1
    return Bar(
        lines=lines,
        value=value,
        share=at(WIDTH * share),
        low=None if ends is None else at(WIDTH * ends[0]),
        high=None if ends is None else at(WIDTH * ends[1]),
        top=at(top),
        base=at(top + 0.7),
        cap=at(top + 0.85),
        middle=at(top + 1.05),
        foot=at(top + 1.25),
    )


def told(row: Row, n: int) -> str:
    """The row as a sentence."""
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
    notes += _described(result)
    if result.shape is Shape.SEVERAL:
        notes.append(say("result-several"))
    if result.rows:
        notes.append(say("result-interval"))
    if result.hidden:
        names = ", ".join(each.label for each in result.hidden)
        notes.append(say("result-hidden", {"names": names, "least": LEAST}))
    if result.held_back:
        notes.append(say("result-held-back"))
    elif not notes:
        notes.append(say(UNTOLD.get(result.shape, "result-words")))
    return notes


def _described(result: QuestionResult) -> list[str]:
    if result.description is not None:
        return described(result.description)
    if result.numbers is None:
        return []
    mean, median = number(result.numbers.mean), number(result.numbers.median)
    return [say("result-numbers", {"mean": mean, "median": median})]


def described(description: Description) -> list[str]:
    """Mean and median in a sentence each, and the highest and lowest two steps of a scale."""
    notes = [
        estimated("result-mean", description.mean),
        estimated("result-median", description.median),
    ]
    if description.top and description.bottom:
        top, bottom = description.top, description.bottom
        facts = {"top": percent(top.share), "bottom": percent(bottom.share)}
        ends = {"top_interval": interval(top), "bottom_interval": interval(bottom)}
        notes.append(say("result-top", facts | ends))
    return notes


def heads() -> list[str]:
    """What stands above `cells`."""
    return [say(f"result-{head}") for head in ("answer", "count", "share", "interval-head")]


def _hidden(each: Hidden) -> list[str]:
    return [each.label, say("groups-hidden"), *("\N{EN DASH}",) * 2]


def cells(row: Row) -> list[str]:
    """The row in a table."""
    return [row.label, str(row.count), percent(row.share), interval(row)]
