"""What analysis says about one question, as plain values that cross to pages and exports.

QuestionResult ── rows: Row(code, label, count, share, low, high) …
               ├─ numbers: Numbers(mean, median, least, most)   of scales, stars and numbers
               └─ score: Score(value, low, high)                of {.nps}
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from collector.analysis.interval import Score, share
from collector.brief import Shape


@dataclass(frozen=True)
class Row:
    """How many gave one answer. `share` and its 95 % interval are parts of `n`, from 0 to 1."""

    code: str
    label: str
    count: int
    share: float
    low: float
    high: float


def row(code: str, label: str, count: int, n: int) -> Row:
    """The row of an answer that `count` of `n` people gave."""
    told = share(count, n)
    return Row(code, label, count, told.share, told.low, told.high)


@dataclass(frozen=True)
class Numbers:
    """What describes a set of numbers. `least` and `most` are single answers: never published."""

    mean: float
    median: float
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True)
class QuestionResult:
    """One question, or one line of a list of lines. Answers in words are only counted.

    `asked` counts the responses in which it was due, `n` those in which it was answered.
    With several choices the shares add up to more than 1. A result that is `held_back` keeps its
    counts to itself: they are too few to be told.
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

    def to_document(self) -> dict[str, Any]:
        """Plain JSON values."""
        document = asdict(self)
        document["shape"] = self.shape.value
        document["rows"] = [asdict(row) for row in self.rows]
        return document

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> "QuestionResult":
        """The result that gave this document."""
        numbers, score = document["numbers"], document["score"]
        return cls(
            id=document["id"],
            label=document["label"],
            shape=Shape(document["shape"]),
            n=document["n"],
            asked=document["asked"],
            rows=tuple(Row(**row) for row in document["rows"]),
            numbers=None if numbers is None else Numbers(**numbers),
            score=None if score is None else Score(**score),
            held_back=document["held_back"],
        )
