"""A count is what one column brought: how often each answer was given, and how often none.

Count       a code, or a number
├── Ticks   a check box: leaving it empty is an answer too
├── Several any number of codes
└── Words   only that there was an answer, never which
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from collector.analysis import histogram
from collector.analysis.counter import move, read, written
from collector.analysis.description import Numbers
from collector.analysis.interval import Score, net_promoter_score
from collector.analysis.row import Row, row
from collector.brief import BLANKS, Shape
from collector.entries import Value

TICKED, NOT_TICKED = "yes", "no"
"""Codes of a check box."""


@dataclass
class Count:
    """How often each answer was `given`; None where it was asked for and nothing came."""

    given: Counter[Value | None] = field(default_factory=Counter)

    def add(self, value: Value | None, times: int = 1) -> None:
        """Count an answer, or that there was none; -1 times takes it back."""
        self.given[value] += times
        if times < 0:
            move(self.given, value, 0)

    @property
    def asked(self) -> int:
        return self.given.total()

    @property
    def n(self) -> int:
        """How many answered."""
        return self.asked - self.given[None]

    @property
    def codes(self) -> Counter[str]:
        """How often each code was given; a number is its own code."""
        codes: Counter[str] = Counter()
        for value, times in self._answers():
            for code in value if isinstance(value, tuple) else (value,):
                codes[str(code)] += times
        return codes

    @property
    def numbers(self) -> Counter[float]:
        numbers: Counter[float] = Counter()
        for value, times in self._answers():
            if isinstance(value, int | float):
                numbers[value] += times
        return numbers

    def _answers(self) -> list[tuple[Value, int]]:
        """One is one, whether it came as 1, 1.0 or as the tick of an older form."""
        return [
            (int(value) if isinstance(value, int | float) and value == value // 1 else value, times)
            for value, times in self.given.items()
            if value is not None
        ]

    def to_document(self) -> dict[str, Any]:
        """Plain JSON; the same for the same answers, in whatever order they came."""
        return {"given": written(Counter(dict(self._answers()))), "silent": self.given[None]}

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Self:
        """The count of this kind that gave this document."""
        count = cls(read(document["given"]))
        move(count.given, None, document["silent"])
        return count

    def rows(self, labels: Mapping[str, str], gone: Mapping[str, str]) -> tuple[Row, ...]:
        """A row for each code with a label, then one for each that was given but is `gone`."""
        counts, n = self.codes, self.n
        codes = [*labels, *sorted(counts.keys() - labels.keys())]
        told = {**gone, **labels}
        return tuple(row(code, told.get(code, code), counts[code], n) for code in codes)

    def described(self) -> Numbers | None:
        """Mean, median and ends of the numbers; None if there are none."""
        numbers = self.numbers
        if not numbers:
            return None
        mean, median = histogram.mean(numbers), histogram.median(numbers)
        return Numbers(mean, median, min(numbers), max(numbers))

    def score(self) -> Score | None:
        """The net promoter score of answers from 0 to 10; None if there are none."""
        numbers = self.numbers
        if not numbers:
            return None
        promoters = sum(times for value, times in numbers.items() if value >= 9)
        detractors = sum(times for value, times in numbers.items() if value <= 6)
        passives = numbers.total() - promoters - detractors
        return net_promoter_score(promoters, passives, detractors)


class Ticks(Count):
    """Of a check box."""

    def add(self, value: Value | None, times: int = 1) -> None:
        super().add(TICKED if value is True else NOT_TICKED, times)


class Words(Count):
    """Of answers in words, which are told nowhere."""

    def add(self, value: Value | None, times: int = 1) -> None:
        super().add(None if value is None else "", times)


class Several(Count):
    """Of a choice of several. Each code is counted by itself, and () for whoever gave any."""

    def add(self, value: Value | None, times: int = 1) -> None:
        codes = value if isinstance(value, tuple) else () if value is None else (str(value),)
        super().add(() if codes else None, times)
        for code in codes:
            super().add(code, times)

    @property
    def asked(self) -> int:
        return self.given[()] + self.given[None]


KINDS: dict[Shape, type[Count]] = {
    **dict.fromkeys(BLANKS, Words),
    Shape.NUMBER: Count,
    Shape.AMOUNT: Count,
    Shape.ONE: Count,
    Shape.SEVERAL: Several,
    Shape.YES: Ticks,
    Shape.SCALE: Count,
    Shape.STARS: Count,
    Shape.SLIDER: Count,
    Shape.FILE: Words,
    Shape.MATRIX_ONE: Count,
    Shape.MATRIX_SEVERAL: Several,
}
"""How each column is counted; what fills several columns at once is put together by `parts`."""
