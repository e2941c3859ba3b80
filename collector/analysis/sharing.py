"""Sharing out: how people spread a number of points over the options."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from collector.analysis.counter import move, read, written
from collector.analysis.estimate import Estimate, estimated_mean
from collector.analysis.few import TooFew
from collector.analysis.histogram import Histogram, size


@dataclass(frozen=True)
class Portion:
    """What one option got: points on the mean, a `share` of all points, from `givers` people.

    `givers` is None where it would tell too much.
    """

    code: str
    mean: Estimate
    share: float
    givers: int | None


@dataclass(frozen=True)
class Sharing:
    """All options in the order in which they were asked; the shares add up to 1."""

    n: int
    portions: tuple[Portion, ...]


@dataclass
class Points:
    """The points that people gave, as answers come and go: by option, how often each number."""

    asked: int = 0
    n: int = 0
    given: dict[str, Counter[float]] = field(default_factory=dict)

    def add(self, points: Mapping[str, float] | None, times: int = 1) -> None:
        """Count what somebody gave, None being no answer; -1 times takes it back.

        What an option got nothing of may be left out.
        """
        self.asked += times
        if points is None:
            return
        self.n += times
        for code, number in points.items():
            if number:
                move(self.given.setdefault(code, Counter()), number, times)

    def to_document(self) -> dict[str, Any]:
        """Plain JSON; the same for the same answers, in whatever order they came."""
        given = {code: written(numbers) for code, numbers in sorted(self.given.items()) if numbers}
        return {"asked": self.asked, "n": self.n, "given": given}

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Self:
        """The points that gave this document."""
        given = {code: read(numbers) for code, numbers in document["given"].items()}
        return cls(document["asked"], document["n"], given)

    def shared(self, options: Sequence[str], total: float | None = None) -> Sharing | TooFew:
        """What the options got; `total` is what each had to give, None if that was free.

        For the interval of the mean see `estimate`.
        """
        if self.n == 0:
            return TooFew(0, 1)
        ends = None if total is None else (0.0, total)
        means = {code: estimated_mean(self._histogram(code), ends) for code in options}
        whole = sum(mean.value for mean in means.values())
        return Sharing(
            self.n,
            tuple(
                Portion(code, mean, mean.value / whole if whole else 0.0, self._givers(code))
                for code, mean in means.items()
            ),
        )

    def _histogram(self, code: str) -> Histogram:
        silent = self.n - self._givers(code)
        return {**({0: silent} if silent else {}), **self.given.get(code, {})}

    def _givers(self, code: str) -> int:
        return size(self.given.get(code, {}))
