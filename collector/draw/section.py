"""What every chart stands in: heading, base, notes, and a table of the same numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from collector.draw.lines import wrap
from collector.words import say

LINE = 1.4
"""What a line of a label takes in height, in letters."""


@dataclass(frozen=True)
class Line:
    """One line of a label; `y` is where its letters stand."""

    text: str
    y: str


@dataclass(frozen=True)
class Asked:
    """The question that a chart answers; `prefix` keeps apart the ids of forms on one page."""

    id: str
    label: str
    prefix: str = ""

    @property
    def own_id(self) -> str:
        return f"{self.prefix}-result-{self.id}".lstrip("-")


@dataclass(frozen=True)
class Section:
    """What is said around a chart. `description` tells the chart in words, `rows` are its table.

    Without rows there is neither chart nor table.
    """

    base: str
    description: str
    notes: Sequence[str]
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]

    def draw(self, asked: Asked, kind: str, height: float, **chart: Any) -> str:
        """HTML with the chart of this kind, which is its template too; every text escaped."""
        facts = {"id": asked.own_id, "label": asked.label, "height": at(height), "kind": kind}
        return render(kind, **vars(self), **facts, summary=say("result-table"), **chart)


def render(template: str, **facts: Any) -> str:
    """HTML of one template with these facts; every text escaped."""
    return _environment().get_template(f"{template}.html").render(facts)


def base(n: int) -> str:
    """How many answers there are, in words."""
    return say({0: "result-base-none", 1: "result-base-one"}.get(n, "result-base"), {"n": n})


def at(place: float) -> str:
    """A place or a length with as few digits as it needs: 12.50 → `12.5`."""
    return f"{place:.2f}".rstrip("0").rstrip(".")


def label_lines(label: str, y: float) -> tuple[Line, ...]:
    """The label's lines from this height on; it takes LINE for each."""
    return tuple(Line(text, at(y + LINE * row + 1)) for row, text in enumerate(wrap(label)))


@cache
def _environment() -> Environment:
    loader = PackageLoader("collector.draw")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
