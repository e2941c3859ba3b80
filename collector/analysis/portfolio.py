"""A portfolio: the ideas that stand, by what they are and where they stand, and what they brought.

A bet on what is known is told from one on what is not: B. Nagji and G. Tuff (2012), "Managing Your
Innovation Portfolio", Harvard Business Review 90(5). The kinds are those of `entries.benefit`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from collector.entries import GOALS, Benefit, Innovation, Progress, Sum


class By(StrEnum):
    """What ideas are told apart by."""

    KIND = "kind"
    STAGE = "stage"
    THEME = "theme"
    BLOCK = "block"
    GOAL = "goal"


UNTOLD = ""
"""The code of what was not said."""


@dataclass(frozen=True)
class Holding:
    """One idea that stands, with those that were merged into it."""

    challenge: str
    ref: str
    title: str
    received: date
    progress: Progress = Progress.OPEN
    progressed: date | None = None
    """The day on which it came to that step."""
    tags: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    """Those of the tags that put it into no block, experiment or story."""
    blocks: tuple[str, ...] = ()
    """Of canvases, as `canvas/block`."""
    benefit: Benefit | None = None

    @property
    def is_done(self) -> bool:
        return self.progress is Progress.DONE


@dataclass(frozen=True)
class Line:
    """Those of one code: how many ideas, how many done, what these brought and took by unit."""

    code: str
    ideas: int
    done: int
    value: tuple[Sum, ...] = ()
    cost: tuple[Sum, ...] = ()

    @classmethod
    def of(cls, code: str, held: Sequence[Holding]) -> "Line":
        """The line of these ideas."""
        done = [each for each in held if each.is_done]
        told = [each.benefit for each in done if each.benefit]
        return cls(
            code,
            len(held),
            len(done),
            sums(each.worth for each in told),
            sums(each.spent for each in told),
        )


def sums(told: Iterable[Sum | None]) -> tuple[Sum, ...]:
    """Added up by unit, in alphabetical order; capitals make no other unit, the first one stays."""
    numbers: dict[str, Decimal] = {}
    units: dict[str, str] = {}
    for each in told:
        if each is not None:
            unit = each.unit.casefold()
            units.setdefault(unit, each.unit)
            numbers[unit] = numbers.get(unit, Decimal()) + each.number
    return tuple(Sum(numbers[unit], units[unit]) for unit in sorted(units))


def portfolio(held: Sequence[Holding], by: By) -> tuple[Line, ...]:
    """A line for each code: of kinds and stages all there are, of the others those that occur.

    What was not said comes last, where there is any; an idea may be in several themes and blocks.
    """
    found: dict[str, list[Holding]] = {code: [] for code in ALWAYS.get(by, ())}
    for each in held:
        for code in CODES[by](each) or (UNTOLD,):
            found.setdefault(code, []).append(each)
    untold = found.pop(UNTOLD, [])
    codes = sorted(found, key=ORDER[by]) if by in ORDER else [*found]
    lines = [Line.of(code, found[code]) for code in codes]
    return (*lines, Line.of(UNTOLD, untold)) if untold else tuple(lines)


def crossed(held: Sequence[Holding]) -> Mapping[str, Mapping[Progress, int]]:
    """How many ideas of each kind, those of none last, stand at each step."""
    counts = Counter((code, each.progress) for each in held for code in _kind(each) or (UNTOLD,))
    untold = [UNTOLD] if any(code == UNTOLD for code, _ in counts) else []
    return {
        code: {step: counts[code, step] for step in Progress} for code in [*Innovation, *untold]
    }


def _kind(held: Holding) -> tuple[str, ...]:
    return (held.benefit.kind,) if held.benefit and held.benefit.kind else ()


def _goal(held: Holding) -> tuple[str, ...]:
    return (str(held.benefit.goal),) if held.benefit and held.benefit.goal in GOALS else ()


CODES: Mapping[By, Callable[[Holding], tuple[str, ...]]] = {
    By.KIND: _kind,
    By.STAGE: lambda held: (held.progress,),
    By.THEME: lambda held: held.themes,
    By.BLOCK: lambda held: held.blocks,
    By.GOAL: _goal,
}

ALWAYS: Mapping[By, Sequence[str]] = {By.KIND: [*Innovation], By.STAGE: [*Progress]}

ORDER: Mapping[By, Callable[[str], tuple[int, str]]] = {
    By.THEME: lambda code: (0, code.casefold()),
    By.BLOCK: lambda code: (0, code),
    By.GOAL: lambda code: (int(code), ""),
}
