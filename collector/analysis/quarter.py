"""A quarter of a challenge, or of several, in numbers: what came, what was done, what it brought.

Every number is a count, or a sum, of what happened on a day of the quarter; how things stand is
told as they stand now. What each of them is says the sentence `report-<number>-is`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Self

from collector.analysis.portfolio import sums
from collector.brief import Quarter
from collector.entries import Progress, Sum

STEPS: Mapping[Progress, str] = {
    Progress.PLANNED: "planned",
    Progress.IN_PROGRESS: "in_progress",
    Progress.DONE: "done",
    Progress.DECLINED: "declined",
}
"""Steps of progress that are counted, and by which number."""


@dataclass(frozen=True)
class Step:
    """Where an idea that stands is, since when, and what doing it brought and took."""

    progress: Progress
    since: date | None
    value: Sum | None = None
    cost: Sum | None = None


@dataclass(frozen=True)
class Happened:
    """What happened in a challenge, by day."""

    opened: date | None = None
    """None where the brief names no day: then it is open since something first came."""
    closed: date | None = None
    """The last day on which it was open; None while it has no end."""
    ideas: tuple[date, ...] = ()
    comments: tuple[date, ...] = ()
    replies: tuple[date, ...] = ()
    """What was answered in public."""
    answers: Mapping[date, int] = field(default_factory=dict)
    votes: Mapping[date, int] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()

    def was_open(self, quarter: Quarter, today: date) -> bool:
        """Whether it was open on a day of the quarter, up to today."""
        days = (*self.ideas, *self.comments, *self.answers, *self.votes)
        opened = self.opened or min(days, default=today)
        ends = min(quarter.ends, today)
        return opened <= ends and (self.closed is None or self.closed >= quarter.begins)


@dataclass(frozen=True)
class QuarterCounts:
    """The numbers of a quarter."""

    challenges: int = 0
    ideas: int = 0
    answers: int = 0
    comments: int = 0
    votes: int = 0
    replies: int = 0
    planned: int = 0
    in_progress: int = 0
    done: int = 0
    declined: int = 0
    value: tuple[Sum, ...] = ()
    cost: tuple[Sum, ...] = ()

    def __add__(self, other: Self) -> "QuarterCounts":
        added: dict[str, Any] = {
            name: getattr(self, name) + getattr(other, name) for name in COUNTS
        }
        for name in SUMS:
            added[name] = sums((*getattr(self, name), *getattr(other, name)))
        return QuarterCounts(**added)

    @property
    def is_empty(self) -> bool:
        """Whether nothing came and nothing was done; that something was asked is not enough."""
        return self == QuarterCounts(challenges=self.challenges)


SUMS = ("value", "cost")
COUNTS = tuple(each.name for each in fields(QuarterCounts) if each.name not in SUMS)


@dataclass(frozen=True)
class Asked:
    """A challenge that was open."""

    challenge: str
    title: str
    language: str


@dataclass(frozen=True)
class Deed:
    """An idea that was done, with what may be told of what it brought."""

    challenge: str
    ref: str
    title: str
    language: str
    day: date
    value: Sum | None = None
    cost: Sum | None = None
    learnt: str = ""


@dataclass(frozen=True)
class QuarterTold:
    """A quarter of one's whole garden, as far as whoever reads it may know it."""

    quarter: Quarter
    as_of: date
    counts: QuarterCounts = QuarterCounts()
    asked: tuple[Asked, ...] = ()
    deeds: tuple[Deed, ...] = ()
    """In the order of their days."""

    @property
    def is_over(self) -> bool:
        return self.as_of > self.quarter.ends


def count_quarter(quarter: Quarter, happened: Happened, today: date) -> QuarterCounts:
    """The numbers of one challenge."""
    reached = [each for each in happened.steps if quarter.holds(each.since)]
    done = [each for each in reached if each.progress is Progress.DONE]
    steps = {name: sum(each.progress is step for each in reached) for step, name in STEPS.items()}
    return QuarterCounts(
        challenges=int(happened.was_open(quarter, today)),
        ideas=_number(quarter, happened.ideas),
        answers=_total(quarter, happened.answers),
        comments=_number(quarter, happened.comments),
        votes=_total(quarter, happened.votes),
        replies=_number(quarter, happened.replies),
        **steps,
        value=sums(each.value for each in done),
        cost=sums(each.cost for each in done),
    )


def _number(quarter: Quarter, days: Iterable[date]) -> int:
    return sum(map(quarter.holds, days))


def _total(quarter: Quarter, days: Mapping[date, int]) -> int:
    return sum(count for day, count in days.items() if quarter.holds(day))


def to_document(counts: QuarterCounts) -> dict[str, Any]:
    """Plain JSON values."""
    plain: dict[str, Any] = {name: getattr(counts, name) for name in COUNTS}
    for name in SUMS:
        plain[name] = [each.to_document() for each in getattr(counts, name)]
    return plain


def from_document(document: Mapping[str, Any]) -> QuarterCounts:
    """The counts that gave this document. Raises KeyError, ValueError."""
    read: dict[str, Any] = {name: document[name] for name in COUNTS}
    for name in SUMS:
        read[name] = tuple(map(Sum.from_document, document[name]))
    return QuarterCounts(**read)
