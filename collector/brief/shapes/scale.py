"""`(1) Bad … (5) Good`: a scale of whole numbers, labelled at its ends and where one likes."""

import re

from collector.brief.blocks import Block
from collector.brief.model import Option, Shape
from collector.brief.numbers import NUMBER, UNIT
from collector.brief.report import Report
from collector.brief.shapes.answer import Answer, ShapeReader
from collector.brief.source import SourceLine

POINT = re.compile(rf"\(\s*({NUMBER})\s*({UNIT})?\s*\)")
GAP = re.compile(r"\s*(?:…|\.{3,}|-+)\s*$")
STEPS = re.compile(r",?\s*steps of\b.*$", re.IGNORECASE)
MOST_STEPS = 11


def _begins(block: Block) -> bool:
    """A number in brackets begins the line, another one stands behind a gap or ends it."""
    points = list(POINT.finditer(block.text))
    if len(points) < 2 or points[0].start() != 0:
        return False
    return any(_gap(block.text, points, index) for index in range(len(points) - 1))


def _read(block: Block, report: Report) -> Answer | None:
    line = block.first
    points = list(POINT.finditer(line.plain))
    if STEPS.search(line.plain) or any(point[2] for point in points):
        report.error(line, "brief-not-yet", what="a slider", fix="____ (number 0–100)")
        return None
    if any(not re.fullmatch("-?[0-9]+", point[1]) for point in points):
        report.error(line, "brief-scale-whole", fix="(1) Bad … (5) Good")
        return None
    values = [int(point[1]) for point in points]
    labels = [_label(line, points, index) for index in range(len(points))]
    problem = _fault(line.plain, points, values)
    if problem:
        report.error(line, problem, fix=_mended(values, labels))
        return None
    options = tuple(
        Option(str(value), label) for value, label in zip(values, labels, strict=True) if label
    )
    return Answer(Shape.SCALE, options=options, low=values[0], high=values[-1])


def _gap(text: str, points: list[re.Match[str]], index: int) -> bool:
    """Whether `…` stands between this point and the next."""
    return GAP.search(text[points[index].end() : points[index + 1].start()]) is not None


def _fault(text: str, points: list[re.Match[str]], values: list[int]) -> str:
    if values != sorted(set(values)):
        return "brief-scale-order"
    if not all(_gap(text, points, index) for index in range(len(points) - 1)):
        return "brief-scale-gap"
    return "brief-scale-long" if values[-1] - values[0] >= MOST_STEPS else ""


def _label(line: SourceLine, points: list[re.Match[str]], index: int) -> str:
    start = points[index].end()
    end = points[index + 1].start() if index + 1 < len(points) else len(line.plain)
    gap = GAP.search(line.plain[start:end]) if index + 1 < len(points) else None
    return line.words(start, start + gap.start() if gap else end)


def _mended(values: list[int], labels: list[str]) -> str:
    """The same points in order, parted as they must be."""
    points = dict(sorted(zip(values, labels, strict=True)))
    if max(points) - min(points) >= MOST_STEPS:
        return f"____ (number {min(points)}–{max(points)})"
    return " … ".join(f"({value}) {label}".strip() for value, label in points.items())


READER = ShapeReader(_begins, _read)
