"""A matrix of steps, drawn: what lies below the middle to the left, what lies above to the right.

                 │
      12 %  ▒▒▓▓ │ ▓▓▓▒▒▒▒▒▒▒    71 %      Our bread
    38 %  ▒▒▒▓▓▓ │ ▓▓▓▒▒         40 %      Our hours

All lines have one scale and one middle, so that they can be compared: R. M. Heiberger and
N. B. Robbins (2014), "Design of diverging stacked bar charts for Likert scales and other
applications", Journal of Statistical Software 57(5).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from collector.analysis import LEAST, Matrix, MatrixRow, Row
from collector.draw.numbers import ends, number, percent
from collector.draw.section import LINE, Asked, Line, Section, at, base, label_lines
from collector.words import say

LEFT, RIGHT = 14.0, 86.0
"""Percent of the chart's width between which the bars lie; the sums stand beside."""

BAR = 2.1
"""What a bar and the gap below take in height."""

GAP = 0.35
"""Percent between two neighbours, by which they differ without any colour."""

FAINTEST, MIDDLE = 0.45, 0.2
"""How much of its colour the step next to the middle has, and the middle itself."""


@dataclass(frozen=True)
class Step:
    """How a column looks: `side` is low, middle or high."""

    label: str
    side: str
    opacity: str


@dataclass(frozen=True)
class Part:
    """One column of one line: percents across."""

    step: Step
    x: str
    width: str


@dataclass(frozen=True)
class Bar:
    """Where one line is drawn: percents across, letter heights down."""

    lines: tuple[Line, ...]
    parts: tuple[Part, ...]
    low: str
    high: str
    top: str
    base: str
    foot: str


def likert(matrix: Matrix, asked: Asked) -> str:
    """HTML of a matrix whose columns are ordered from the worst to the best.

    Lines with hidden cells stand in the table only.
    """
    steps = _steps(matrix.columns)
    whole = [row for row in matrix.rows if not row.hidden]
    scale = _scale(whole)
    drawn: list[Bar] = []
    y = 0.0
    for each in whole:
        lines = label_lines(each.label, y)
        y += LINE * len(lines)
        drawn.append(_bar(each, lines, y, steps, scale))
        y += BAR
    some = any(each.n for each in matrix.rows)
    section = Section(
        base=span(matrix.rows),
        description=" ".join(map(_told, whole)),
        notes=_notes(matrix) if some else [],
        heads=[*map(say, ("likert-line", "likert-n")), *matrix.columns, *map(say, _MEAN)],
        rows=[_cells(each, matrix.columns) for each in matrix.rows] if some else [],
    )
    return section.draw(asked, "likert", y, bars=drawn, steps=steps, middle=at(scale[0]))


_MEAN = ("likert-mean", "result-interval-head")


def _steps(columns: Sequence[str]) -> list[Step]:
    half = len(columns) // 2
    steps = []
    for place, label in enumerate(columns):
        far = abs(2 * place - (len(columns) - 1)) / 2
        if far == 0:
            steps.append(Step(label, "middle", at(MIDDLE)))
            continue
        nearest = 1 if len(columns) % 2 else 0.5
        share = (far - nearest) / (half - 1) if half > 1 else 1
        opacity = at(FAINTEST + (1 - FAINTEST) * share)
        steps.append(Step(label, "low" if place < half else "high", opacity))
    return steps


def _sides(row: MatrixRow) -> tuple[float, float, float]:
    """The shares below the middle, of the middle, and above it."""
    shares = [each.share for each in row.rows]
    half = len(shares) // 2
    middle = sum(shares[half : len(shares) - half])
    return sum(shares[:half]), middle, sum(shares[len(shares) - half :])


def _scale(rows: Sequence[MatrixRow]) -> tuple[float, float]:
    """Where the middle is, and how many percent across a share of all takes."""
    sides = [(low + middle / 2, high + middle / 2) for low, middle, high in map(_sides, rows)]
    left = max((low for low, _ in sides), default=0.0)
    right = max((high for _, high in sides), default=0.0)
    unit = (RIGHT - LEFT) / ((left + right) or 1)
    return LEFT + left * unit, unit


def _bar(
    row: MatrixRow,
    lines: tuple[Line, ...],
    top: float,
    steps: Sequence[Step],
    scale: tuple[float, float],
) -> Bar:
    low, middle, high = _sides(row)
    begin = scale[0] - (low + middle / 2) * scale[1]
    return Bar(
        lines=lines,
        parts=tuple(_parts(row.rows, steps, begin, scale[1])),
        low=percent(low),
        high=percent(high),
        top=at(top + 0.1),
        base=at(top + 0.95),
        foot=at(top + 1.2),
    )


def _parts(rows: Sequence[Row], steps: Sequence[Step], x: float, unit: float) -> Iterator[Part]:
    for row, step in zip(rows, steps, strict=True):
        width = row.share * unit
        if row.count:
            yield Part(step, at(x), at(max(width - GAP, GAP)))
        x += width


def span(rows: Sequence[MatrixRow]) -> str:
    """How many answers the lines have, in words."""
    numbers = [row.n for row in rows]
    low, high = min(numbers, default=0), max(numbers, default=0)
    return base(high) if low == high else say("likert-base", {"low": low, "high": high})


def _told(row: MatrixRow) -> str:
    cells = (
        say("likert-cell", {"label": each.label, "share": percent(each.share)}) for each in row.rows
    )
    return say("likert-told", {"label": row.label, "cells": ", ".join(cells)})


def _notes(matrix: Matrix) -> list[str]:
    facts = {"low": matrix.columns[0], "high": matrix.columns[-1], "last": len(matrix.columns)}
    notes = [say("likert-sides")]
    if any(row.mean for row in matrix.rows):
        notes.append(say("likert-mean-explained", facts))
    if hidden := [row.label for row in matrix.rows if row.hidden]:
        notes.append(say("likert-hidden", {"lines": ", ".join(hidden), "least": LEAST}))
    return notes


def _cells(row: MatrixRow, columns: Sequence[str]) -> list[str]:
    told = {each.label: percent(each.share) for each in row.rows}
    shares = (told.get(column, say("groups-hidden")) for column in columns)
    mean = (number(row.mean.value), ends(row.mean)) if row.mean else ("\N{EN DASH}",) * 2
    return [row.label, str(row.n), *shares, *mean]
