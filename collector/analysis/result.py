"""What analysis says about one question, as plain values that cross to pages and exports.

QuestionResult ── rows: Row(code, label, count, share, low, high) …
               ├─ hidden: Hidden(code, label) …                 rows that would tell too much
               ├─ numbers: Numbers(mean, median, least, most)   of scales, stars and numbers
               ├─ description: Description                      the same, with intervals
               ├─ score: Score(value, low, high)                of {.nps}
               ├─ bins: Bins                                    of numbers
               ├─ matrix: Matrix                                of a table of lines by answers
               ├─ ranking: Ranking                              of options put in order
               └─ sharing: Sharing                              of a total shared out
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from collector.analysis import document
from collector.analysis.bins import Bins
from collector.analysis.description import Description, Numbers
from collector.analysis.interval import Score
from collector.analysis.matrix import Matrix
from collector.analysis.ranking import Ranking
from collector.analysis.row import Hidden, Row
from collector.analysis.sharing import Sharing
from collector.brief import Shape

STEPPED = frozenset({Shape.SCALE, Shape.STARS})
"""Shapes whose answers are a few whole numbers, each counted."""


@dataclass(frozen=True)
class QuestionResult:
    """One question, one line of a list of lines, or one cell of a table of blanks.

    `asked` counts the responses in which it was due, `n` those in which it was answered. Answers
    in words and files are only counted. With several choices the shares add up to more than 1.
    `unit` is that of the numbers, `total` what each had to share out, `labels` name the options of
    `ranking` and `sharing` by code. A result that is `held_back` keeps its counts to itself: they
    are too few to be told. Where even how many were asked would tell too much, `asked` is 0.
    """

    id: str
    label: str
    shape: Shape
    n: int
    asked: int
    rows: tuple[Row, ...] = ()
    numbers: Numbers | None = None
    score: Score | None = None
    held_back: bool = False
    hidden: tuple[Hidden, ...] = ()
    description: Description | None = None
    bins: Bins | None = None
    matrix: Matrix | None = None
    ranking: Ranking | None = None
    sharing: Sharing | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    unit: str = ""
    total: float = 0

    @property
    def is_untold(self) -> bool:
        """Whether not even the number of answers is told."""
        return self.held_back and self.asked == 0

    def to_document(self) -> dict[str, Any]:
        """Plain JSON values."""
        told: dict[str, Any] = document.to_document(self)
        return told

    @classmethod
    def from_document(cls, told: Mapping[str, Any]) -> "QuestionResult":
        """The result that gave this document; older ones have fewer keys.

        Raises KeyError, TypeError, ValueError.
        """
        return document.from_document(cls, told)
