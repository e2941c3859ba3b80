"""`(1) Bad … (5) Good`: a scale of whole numbers, labelled at its ends and where one likes.

Past eleven steps, or with a unit or steps, it is a slider: `(0 €) —— (500 €), steps of 10`.
"""

import re
from dataclasses import dataclass

from collector.brief.blocks import Block
from collector.brief.model import Limits, Option, Shape
from collector.brief.numbers import NUMBER, UNIT
from collector.brief.report import Report
from collector.brief.shapes.answer import Answer, ShapeReader
from collector.brief.source import SourceLine
from collector.brief.vocabulary import PHRASES

POINT = re.compile(rf"\(\s*(?P<before>{UNIT})?\s*(?P<value>{NUMBER})\s*(?P<after>{UNIT})?\s*\)")
GAP = re.compile(r"\s*(?:…|\.{3,}|-+)\s*$")
STEPS_OF = "|".join(
    ("(?:in )?steps of", *(each for each, meant in PHRASES.items() if meant == "steps of"))
)
STEPS = re.compile(
    rf",?\s*\b(?:{STEPS_OF})\b\s*(?P<step>[^,]*?)\s*(?P<unit>{UNIT})??\s*\.?$", re.IGNORECASE
)
MOST_STEPS = 11


@dataclass(frozen=True)
class Points:
    """The points of a scale with what stands behind each, and the steps between."""

    line: SourceLine
    found: tuple[re.Match[str], ...]
    steps: re.Match[str] | None

    @property
    def whole(self) -> bool:
        written = [point["value"] for point in self.found]
        if self.steps:
            written.append(self.steps["step"])
        return all(re.fullmatch("-?[0-9]{1,9}", each) for each in written)

    @property
    def values(self) -> list[int]:
        return [int(point["value"]) for point in self.found]

    @property
    def step(self) -> int:
        return int(self.steps["step"]) if self.steps else 1

    @property
    def units(self) -> set[str]:
        """The units that are written, each once."""
        written = [point[side] for point in self.found for side in ("before", "after")]
        written.append(self.steps["unit"] if self.steps else "")
        return {str(each) for each in written if each}

    @property
    def labels(self) -> list[str]:
        """The words behind each point."""
        return [self._label(index) for index in range(len(self.found))]

    @property
    def slides(self) -> bool:
        far = self.values[-1] - self.values[0] >= MOST_STEPS
        return far or bool(self.steps or self.units)

    def _label(self, index: int) -> str:
        start, last = self.found[index].end(), index + 1 == len(self.found)
        if last:
            return self.line.words(start, self.steps.start() if self.steps else None)
        end = self.found[index + 1].start()
        gap = GAP.search(self.line.plain[start:end])
        return self.line.words(start, start + gap.start() if gap else end)


def _begins(block: Block) -> bool:
    """A number in brackets begins the line, another one stands behind a gap or ends it."""
    points = list(POINT.finditer(block.text))
    if len(points) < 2 or points[0].start() != 0:
        return False
    return any(_gap(block.text, points, index) for index in range(len(points) - 1))


def _read(block: Block, report: Report) -> Answer | None:
    line = block.first
    found = tuple(POINT.finditer(line.plain))
    points = Points(line, found, STEPS.search(line.plain, found[-1].end()))
    if not points.whole:
        report.error(line, "brief-scale-whole", fix="(1) Bad … (5) Good")
        return None
    problem = _fault(points) or (_slider_fault(points) if points.slides else "")
    if problem:
        report.error(line, problem, fix=_mended(points))
        return None
    low, high = points.values[0], points.values[-1]
    options = tuple(
        Option(str(value), label)
        for value, label in zip(points.values, points.labels, strict=True)
        if label
    )
    if not points.slides:
        return Answer(Shape.SCALE, options=options, low=low, high=high)
    limits = Limits(unit=next(iter(points.units), ""))
    return Answer(
        Shape.SLIDER, options=options, limits=limits, low=low, high=high, step=points.step
    )


def _gap(text: str, points: list[re.Match[str]], index: int) -> bool:
    """Whether `…` stands between this point and the next."""
    return GAP.search(text[points[index].end() : points[index + 1].start()]) is not None


def _fault(points: Points) -> str:
    found, values = list(points.found), points.values
    if values != sorted(set(values)):
        return "brief-scale-order"
    gaps = (_gap(points.line.plain, found, index) for index in range(len(found) - 1))
    return "" if all(gaps) else "brief-scale-gap"


def _slider_fault(points: Points) -> str:
    low = points.values[0]
    if len(points.units) > 1:
        return "brief-slider-units"
    fits = points.step > 0 and not any((value - low) % points.step for value in points.values)
    return "" if fits else "brief-slider-steps"


def _mended(points: Points) -> str:
    """The same points in order, parted as they must be, with steps that lead to the end."""
    labels = dict(sorted(zip(points.values, points.labels, strict=True)))
    unit = next(iter(sorted(points.units)), "")
    sign = f" {unit}" if unit else ""
    written = " … ".join(f"({value}{sign}) {label}".strip() for value, label in labels.items())
    if points.step == 1:
        return written
    low, high = min(labels), max(labels)
    step = next((each for each in (10, 5, 2) if not any((v - low) % each for v in labels)), 1)
    return f"{written}, steps of {step}" if high - low > step else written


READER = ShapeReader(_begins, _read)
