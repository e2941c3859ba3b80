"""The idea of a month, by the owner's rule: those that have most of what it counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from collector.garden import Among, Measure, Rule


@dataclass(frozen=True)
class Candidate:
    """An idea that everybody sees. `votes` are those in favour, None while counts are not told.

    `shown` is the day since when it is seen, `done` when it was done; None before.
    """

    ref: str
    challenge: str
    title: str
    shown: date
    done: date | None = None
    votes: int | None = None
    comments: int = 0


@dataclass(frozen=True)
class Place:
    """One idea and what the rule counts of it."""

    candidate: Candidate
    count: int


@dataclass(frozen=True)
class Standings:
    """Ideas that can be the month's, the most first; `first` are those that share the most.

    `secret` counts ideas that might be among them, but whose votes are not told yet.
    """

    places: tuple[Place, ...]
    secret: int = 0

    @property
    def first(self) -> tuple[Place, ...]:
        """One, or several that are level, or none."""
        most = max((each.count for each in self.places), default=0)
        return tuple(each for each in self.places if each.count == most)


def standings(rule: Rule, month: str, candidates: Iterable[Candidate]) -> Standings:
    """Who may be the idea of `month`, as `2026-11`, as counts stand now."""
    among = [each for each in candidates if _belongs(rule, month, each)]
    counted = [(each, _count(rule, each)) for each in among]
    found = (Place(each, n) for each, n in counted if n is not None and n >= rule.least)
    order = sorted(found, key=lambda each: (-each.count, each.candidate.shown, each.candidate.ref))
    return Standings(tuple(order), sum(n is None for _, n in counted))


def _belongs(rule: Rule, month: str, idea: Candidate) -> bool:
    if rule.among is Among.SHOWN:
        return _month(idea.shown) == month
    if rule.among is Among.DONE:
        return idea.done is not None and _month(idea.done) == month
    return _month(idea.shown) <= month


def _count(rule: Rule, idea: Candidate) -> int | None:
    return idea.votes if rule.measure is Measure.VOTES else idea.comments


def _month(day: date) -> str:
    return f"{day:%Y-%m}"
