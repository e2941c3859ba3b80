"""A quarter as its owner may know it: everything that was let through, of all challenges asked for.

What the public may know of it stands in published data; both are counted by `analysis.quarter`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import add
from typing import Self

from collector.analysis.portfolio import Holding
from collector.analysis.quarter import (
    COUNTS,
    SUMS,
    Asked,
    Deed,
    Happened,
    QuarterCounts,
    QuarterTold,
    Step,
    count_quarter,
)
from collector.brief import Brief, Quarter
from collector.entries import Comment, Idea, State, Sum
from collector.export.column import Kind
from collector.export.plain_table import Row, Table
from collector.export.portfolio import holdings
from collector.models import Models
from collector.moderation import comment_shown
from collector.published.happened import by_day, span
from collector.store import Store, participation, reads
from collector.words import say

COLUMNS = {
    "quarter": Kind.CHOICE,
    "measure": Kind.CHOICE,
    "unit": Kind.CHOICE,
    "value": Kind.NUMBER,
    "definition": Kind.TEXT,
}


@dataclass(frozen=True)
class Chronicle:
    """All that happened in these challenges, of which any quarter can be told."""

    briefs: tuple[Brief, ...]
    happened: Mapping[str, Happened]
    held: tuple[Holding, ...]
    today: date

    @classmethod
    def read(cls, store: Store, briefs: Iterable[Brief], now: datetime) -> Self:
        """As it is kept; days are told in the zone of `now`. The briefs end as quotas end them."""
        named = tuple(briefs)
        held = holdings(store, named, Models(), now)
        return cls(
            named,
            {each.slug: _happened(store, each, held, now) for each in named},
            tuple(held),
            now.date(),
        )

    @property
    def quarters(self) -> list[Quarter]:
        """From today's back to the first in which anything happened."""
        first = min(self._days, default=self.today)
        found = [Quarter.of(self.today)]
        while found[-1].begins > first:
            found.append(found[-1].before)
        return found

    @property
    def _days(self) -> Iterator[date]:
        for each in self.happened.values():
            yield from (*each.ideas, *each.comments, *each.replies, *each.answers, *each.votes)

    def told(self, quarter: Quarter) -> QuarterTold:
        """One of them."""
        counts = {
            slug: count_quarter(quarter, each, self.today) for slug, each in self.happened.items()
        }
        return QuarterTold(
            quarter=quarter,
            as_of=self.today,
            counts=reduce(add, counts.values(), QuarterCounts()),
            asked=tuple(
                Asked(each.slug, each.title, each.language)
                for each in self.briefs
                if counts[each.slug].challenges
            ),
            deeds=tuple(self._deeds(quarter)),
        )

    def _deeds(self, quarter: Quarter) -> list[Deed]:
        languages = {each.slug: each.language for each in self.briefs}
        found = [
            _deed(each, each.progressed, languages[each.challenge])
            for each in self.held
            if each.is_done and each.progressed and quarter.holds(each.progressed)
        ]
        return sorted(found, key=lambda each: (each.day, each.title, each.ref))


def _deed(held: Holding, day: date, language: str) -> Deed:
    about = held.benefit
    value, cost, learnt = (about.worth, about.spent, about.learnt) if about else (None, None, "")
    return Deed(held.challenge, held.ref, held.title, language, day, value, cost, learnt)


def _happened(store: Store, brief: Brief, held: Iterable[Holding], now: datetime) -> Happened:
    ideas = {each.ref: each for each in reads.ideas(store, brief.slug, State.APPROVED)}
    comments = list(_shown(store, brief, ideas))
    answered = {*ideas, *(each.ref for each in comments)}
    replies = [each for each in reads.replies(store, brief.slug) if each.about in answered]
    opened, closed = span(brief, now.tzinfo)

    def day(moment: datetime) -> date:
        return moment.astimezone(now.tzinfo).date()

    return Happened(
        opened=opened,
        closed=closed,
        ideas=tuple(day(each.received) for each in ideas.values()),
        comments=tuple(day(each.received) for each in comments),
        replies=tuple(day(each.at) for each in replies),
        answers=by_day(participation.answers(store, brief.slug), now.tzinfo),
        votes=by_day(participation.votes(store, brief.slug), now.tzinfo),
        steps=tuple(_step(each) for each in held if each.challenge == brief.slug),
    )


def _shown(store: Store, brief: Brief, ideas: Mapping[str, Idea]) -> Iterator[Comment]:
    known = {each.ref: each for each in reads.comments(store, brief.slug)}
    for each in known.values():
        idea = ideas.get(each.about)
        if idea is not None and comment_shown(each, idea, known.get(each.parent)):
            yield each


def _step(held: Holding) -> Step:
    about = held.benefit
    sums = (about.worth, about.spent) if about else (None, None)
    return Step(held.progress, held.progressed, *sums)


def numbers_table(told: QuarterTold) -> Table:
    """A row for each number, with what it is."""
    return Table(str(told.quarter), COLUMNS, list(_rows(told)))


def _rows(told: QuarterTold) -> Iterator[Row]:
    quarter = str(told.quarter)
    for name in COUNTS:
        value: int = getattr(told.counts, name)
        yield [quarter, name, None, value, say(f"report-{name}-is")]
    for name in SUMS:
        sums: tuple[Sum, ...] = getattr(told.counts, name)
        for each in sums:
            yield [quarter, name, each.unit, each.number, say(f"report-{name}-is")]
