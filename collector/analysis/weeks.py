"""Participation by week: what came in the seven days from each Monday on.

2026-11-16   ideas 4   answers 11   comments 2   votes 61
2026-11-23   ideas 0   answers  3   comments 0   votes 12
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

WEEK = timedelta(days=7)


class Part(StrEnum):
    """What people do, and how often pages were asked for."""

    IDEAS = "ideas"
    ANSWERS = "answers"
    COMMENTS = "comments"
    VOTES = "votes"
    SEEN = "seen"


ACTS = (Part.IDEAS, Part.ANSWERS, Part.COMMENTS, Part.VOTES)


@dataclass(frozen=True)
class Week:
    """The seven days from a Monday on."""

    begins: date
    counts: Mapping[Part, int]
    """Of every part, be it 0."""

    @property
    def acts(self) -> int:
        """Everything that people did."""
        return sum(self.counts[part] for part in ACTS)


def by_week(parts: Mapping[Part, Mapping[date, int]]) -> tuple[Week, ...]:
    """Every week from the first to the last in which there was anything, in order; `parts` counts
    by day.
    """
    counts: dict[date, Counter[Part]] = {}
    for part, days in parts.items():
        for day, count in days.items():
            if count:
                counts.setdefault(monday(day), Counter())[part] += count
    return tuple(_filled(counts))


def all_weeks(several: Iterable[Iterable[Week]]) -> tuple[Week, ...]:
    """The weeks of several challenges, added up."""
    counts: dict[date, Counter[Part]] = {}
    for weeks in several:
        for each in weeks:
            counts.setdefault(each.begins, Counter()).update(each.counts)
    return tuple(_filled(counts))


def _filled(counts: Mapping[date, Counter[Part]]) -> Iterable[Week]:
    if not counts:
        return
    begins, last = min(counts), max(counts)
    while begins <= last:
        found = counts.get(begins, Counter[Part]())
        yield Week(begins, {part: found[part] for part in Part})
        begins += WEEK


def monday(day: date) -> date:
    """With which its week begins."""
    return day - timedelta(days=day.weekday())
