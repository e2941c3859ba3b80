"""What the reader of a shape gives back, and what it is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from collector.brief.blocks import Block
from collector.brief.model import Limits, Line, Option, Shape
from collector.brief.report import Report


@dataclass(frozen=True)
class Answer:
    """An answer's shape with all that its marks say; the fields are a question's."""

    shape: Shape
    options: tuple[Option, ...] = ()
    lines: tuple[Line, ...] = ()
    limits: Limits = field(default_factory=Limits)
    low: int = 0
    high: int = 0
    step: int = 1
    total: float = 0


class ShapeReader(NamedTuple):
    """`begins` knows the marks; `read` gives the answer, or None if faults were reported."""

    begins: Callable[[Block], bool]
    read: Callable[[Block, Report], Answer | None]
