"""A count is what one column brought: a number for each different answer."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from collector.analysis.interval import Score, net_promoter_score, wilson
from collector.analysis.result import Numbers, Row
from collector.brief import BLANKS, Shape
from collector.entries import Value

TICKED, NOT_TICKED = "yes", "no"
"""Codes of a check box; leaving it empty is an answer too."""

WORDS = BLANKS - {Shape.NUMBER, Shape.AMOUNT}
"""Shapes whose answers are only counted, never told."""


@dataclass
class Count:
    """How many were asked, how many answered, and how often each answer was given."""

    asked: int = 0
    n: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    numbers: Counter[float] = field(default_factory=Counter)

    def add(self, shape: Shape, value: Value | None) -> None:
        """Count an entry that was asked; None is no answer."""
        self.asked += 1
        if shape is Shape.YES:
            value = TICKED if value else NOT_TICKED
        if value is None or value == ():
            return
        self.n += 1
        if shape not in WORDS:
            self._note(value)

    def _note(self, value: Value) -> None:
        if isinstance(value, tuple):
            self.codes.update(value)
            return
        self.codes[str(value)] += 1
        if not isinstance(value, str):
            self.numbers[value] += 1

    def rows(self, labels: Mapping[str, str], gone: Mapping[str, str]) -> tuple[Row, ...]:
        """A row for each code with a label, then one for each that was given but is `gone`."""
        codes = [*labels, *sorted(self.codes.keys() - labels.keys())]
        return tuple(self._row(code, {**gone, **labels}.get(code, code)) for code in codes)

    def _row(self, code: str, label: str) -> Row:
        count = self.codes[code]
        interval = wilson(count, self.n)
        share = count / self.n if self.n else 0.0
        return Row(code, label, count, share, interval.low, interval.high)

    def described(self) -> Numbers | None:
        """Mean, median and ends of the numbers; None if there are none."""
        if not self.numbers:
            return None
        ordered = sorted(self.numbers)
        n = self.numbers.total()
        mean = sum(value * times for value, times in self.numbers.items()) / n
        return Numbers(mean, self._median(ordered, n), ordered[0], ordered[-1])

    def _median(self, ordered: list[float], n: int) -> float:
        upto = list(accumulate(self.numbers[value] for value in ordered))
        low, high = (
            next(value for value, last in zip(ordered, upto, strict=True) if last > place)
            for place in ((n - 1) // 2, n // 2)
        )
        return (low + high) / 2

    def score(self) -> Score | None:
        """The net promoter score of answers from 0 to 10; None if there are none."""
        if not self.numbers:
            return None
        promoters = sum(times for value, times in self.numbers.items() if value >= 9)
        detractors = sum(times for value, times in self.numbers.items() if value <= 6)
        n = self.numbers.total()
        return net_promoter_score(promoters, n - promoters - detractors, detractors)
