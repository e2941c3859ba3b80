"""How soon the owner promised to answer each idea, and whether it was kept, told in public.

An answer is the owner's first public reply, the first step of progress, or that the idea was
merged into another. That it was let through is none. Only ideas that may be seen are told of: how
many wait is nobody's business. Days are days of the calendar.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Self

from collector.entries import Decision, Progress, Reply

ANSWERS = frozenset({"merge", "progress"})
"""Moves that tell an idea's author what becomes of it."""


@dataclass(frozen=True)
class Promise:
    """Ideas by how they were answered; `days` were promised.

    `late` were answered after that, `overdue` are not answered though it is over, `due` still may.
    """

    days: int
    in_time: int = 0
    late: int = 0
    overdue: int = 0
    due: int = 0

    def to_document(self) -> dict[str, Any]:
        """Plain JSON values, as `schema.json` says."""
        return dict(vars(self))

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Self:
        """The promise that gave this document. Raises TypeError."""
        return cls(**document)


def promise(
    within: timedelta, came: Mapping[str, date], answered: Mapping[str, date], today: date
) -> Promise:
    """How the promise was kept for the ideas that `came`, by ref the day; as for `answered`."""
    counts = {"in_time": 0, "late": 0, "overdue": 0, "due": 0}
    for ref, day in came.items():
        counts[_kept(day + within, answered.get(ref), today)] += 1
    return Promise(within.days, **counts)


def _kept(until: date, answered: date | None, today: date) -> str:
    if answered is not None:
        return "in_time" if answered <= until else "late"
    return "due" if today <= until else "overdue"


def first_answers(replies: Iterable[Reply], decisions: Iterable[Decision]) -> dict[str, datetime]:
    """By idea's ref, when it was first answered. What was taken back was no answer."""
    log = list(decisions)
    undone = {each.undoes for each in log}
    told = [(each.about, each.at) for each in replies]
    told += [(each.about, each.at) for each in log if each.ref not in undone and _answers(each)]
    found: dict[str, datetime] = {}
    for about, moment in told:
        found[about] = min(moment, found.get(about, moment))
    return found


def _answers(decision: Decision) -> bool:
    back = decision.after == Progress.OPEN  # to where it began
    return decision.move in ANSWERS and not decision.undoes and not back
