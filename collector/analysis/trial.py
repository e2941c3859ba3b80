"""A trial: what people say to each of its variants, compared once enough of them have answered.

How many answers that takes is settled beforehand. Until then nothing is compared: whoever looks
again and again finds a difference by chance alone far more often than one time in twenty
(P. Armitage, C. K. McPherson and B. C. Rowe (1969), "Repeated significance tests on accumulating
data", Journal of the Royal Statistical Society A 132, 235-244).
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from collector.analysis.difference import Difference, difference, needed
from collector.analysis.holm import holm
from collector.brief import Trial
from collector.entries import Value


@dataclass(frozen=True)
class Arm:
    """One variant: how many were dealt it, how many of them answered, and how many as counted.

    `count` is None where it would tell of a few.
    """

    code: str
    dealt: int
    answered: int
    count: int | None

    @property
    def counted(self) -> tuple[int, int]:
        """So many of so many. Raises ValueError where that is not told."""
        if self.count is None:
            raise ValueError("not told")
        return self.count, self.answered


@dataclass(frozen=True)
class Contrast:
    """A variant less the first one; `adjusted` is its p among all that were compared."""

    code: str
    difference: Difference
    adjusted: float


@dataclass(frozen=True)
class TrialResult:
    """`planned` answers to each variant let a difference of `detect` be seen four times in five.

    `contrasts` are empty until all have them. `uneven` is how often chance alone lets so many more
    people answer one variant than another; None where it can't be told.
    """

    question: str
    goal: tuple[str, ...]
    detect: float
    planned: int
    arms: tuple[Arm, ...]
    contrasts: tuple[Contrast, ...] = ()
    uneven: float | None = None

    @property
    def missing(self) -> dict[str, int]:
        """By variant how many answers it still takes; only where it takes any."""
        wanted = {each.code: self.planned - each.answered for each in self.arms}
        return {code: count for code, count in wanted.items() if count > 0}

    @property
    def is_firm(self) -> bool:
        """Whether all answers that were planned have come."""
        return not self.missing


class TrialTally:
    """Counts the answers to a trial's first question as they stream by."""

    def __init__(self, trial: Trial) -> None:
        self._trial = trial
        self._answered: Counter[str] = Counter()
        self._counted: Counter[str] = Counter()

    def add(self, variant: str, answers: Mapping[str, Value]) -> None:
        """Count the answers of somebody who was dealt the variant; none, and it counts nowhere."""
        value = answers.get(self._trial.question)
        if value is not None and variant in self._trial.codes:
            self._answered[variant] += 1
            self._counted[variant] += _is_counted(value, self._trial.goal)

    def result(self, dealt: Mapping[str, int]) -> TrialResult:
        """What it says; `dealt` is how many people were dealt each variant."""
        arms = tuple(
            Arm(code, dealt.get(code, 0), self._answered[code], self._counted[code])
            for code in self._trial.codes
        )
        result = TrialResult(
            self._trial.question,
            self._trial.goal,
            self._trial.detect,
            planned(self._trial),
            arms,
            uneven=_uneven(arms),
        )
        return _compared(result) if result.is_firm else result


def planned(trial: Trial) -> int:
    """How many answers to each variant it takes, settled before the first one comes."""
    return needed(*trial.expected, tests=len(trial.variants) - 1)


def _is_counted(value: Value, goal: tuple[str, ...]) -> bool:
    if isinstance(value, bool):
        return value
    given = value if isinstance(value, tuple) else (str(value),)
    return any(code in goal for code in given)


def _compared(result: TrialResult) -> TrialResult:
    first, *others = result.arms
    found = [difference(first.counted, each.counted) for each in others]
    adjusted = holm([each.p for each in found])
    contrasts = tuple(
        Contrast(each.code, told, p) for each, told, p in zip(others, found, adjusted, strict=True)
    )
    return replace(result, contrasts=contrasts)


def _uneven(arms: tuple[Arm, ...]) -> float | None:
    """Whether variants are answered by unlike many of those who were dealt them."""
    if any(each.answered > each.dealt or not each.dealt for each in arms):
        return None
    first, *others = ((each.answered, each.dealt) for each in arms)
    return min(holm([difference(first, each).p for each in others]))
