"""How a challenge, or the whole garden, goes: its funnel, its answers, who takes part and when.

What each number is stands in `docs/programme.md`, and beside it wherever it is told.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import reduce
from operator import add

from collector.analysis import suppress
from collector.analysis.answering import Answering, days_to_answer
from collector.analysis.funnel import CAME, Funnel, ever_shortlisted, funnel
from collector.analysis.progress import Point, Progress, progress
from collector.analysis.weeks import ACTS, Part, Week, all_weeks, by_week
from collector.brief import Brief
from collector.entries import Decision, Idea, State
from collector.moderation import merged_sets
from collector.published.promise import first_answers, promise
from collector.store import Store, measurements, participation, reads
from collector.store.participation import Arrivals

SAMPLE = "sample"
"""The source of the demo's made-up entries: nobody waits for an answer to these."""

NOBODY = "_none"
"""The group of all who were not invited for one; no other code begins so."""

TABLES = {Part.IDEAS: "ideas", Part.ANSWERS: "responses", Part.COMMENTS: "comments"}


@dataclass(frozen=True)
class GroupCounts:
    """What one group did; None where that is hidden, because it is of fewer than five.

    Of votes, how many people of it voted.
    """

    code: str
    """Empty for all who were not invited for a group."""
    label: str
    counts: Mapping[Part, int | None]


@dataclass(frozen=True)
class OpenPromise:
    """An idea that waits for its first answer, and the last day that was promised for it."""

    challenge: str
    ref: str
    title: str
    until: date


@dataclass(frozen=True)
class Programme:
    """How one challenge goes, or several together: these have no groups."""

    funnel: Funnel = field(default_factory=Funnel)
    since: date | None = None
    """The first day on which its pages were counted."""
    weeks: tuple[Week, ...] = ()
    answering: Answering = field(default_factory=Answering)
    promises: tuple[OpenPromise, ...] = ()
    """The soonest day first."""
    groups: tuple[GroupCounts, ...] = ()
    progress: Progress | None = None
    """How far it has come towards its objective; None where nothing is measured."""

    @property
    def told_of_groups(self) -> tuple[Part, ...]:
        """What any of the groups did, be it hidden."""
        return tuple(part for part in ACTS if any(each.counts[part] != 0 for each in self.groups))

    def total(self, part: Part) -> int:
        """How many there were in all weeks."""
        return sum(week.counts[part] for week in self.weeks)


def programme(
    store: Store, brief: Brief, seen: Mapping[date, int] | None, now: datetime
) -> Programme:
    """How the challenge goes at `now`, an aware time; days are told in its zone.

    `seen` tells how often its pages were asked for, by day; None where nobody counts.
    """
    arrivals = _arrivals(store, brief.slug)
    ideas = list(reads.ideas(store, brief.slug))
    decisions = reads.decisions(store, challenge=brief.slug)
    answers = first_answers(reads.replies(store, brief.slug), decisions)
    answered = {ref: _day(moment, now) for ref, moment in answers.items()}
    days = {part: _by_day(each, now) for part, each in arrivals.items()}
    promises = tuple(_open_promises(brief, ideas, answered, now))
    return Programme(
        funnel=_funnel(store, brief, ideas, decisions, seen),
        since=min(seen, default=None) if seen else None,
        weeks=by_week({**days, Part.SEEN: seen or {}}),
        answering=_answering(brief, ideas, answered, now),
        promises=tuple(sorted(promises, key=_until)),
        groups=_groups(store, brief, arrivals) if brief.groups else (),
        progress=progress_of(store, brief, now),
    )


def progress_of(store: Store, brief: Brief, now: datetime) -> Progress | None:
    """How far the challenge has come; None where nothing is measured."""
    if brief.measure is None:
        return None
    kept = measurements.of_challenge(store, brief.slug)
    begins = None if brief.opens is None else _day(brief.opens, now)
    points = (Point(each.day, each.value) for each in kept)
    return progress(brief.measure, points, begins, now.date())


def together(programmes: Iterable[Programme]) -> Programme:
    """How all of them go."""
    each = list(programmes)
    waiting = [one for those in each for one in those.promises]
    return Programme(
        funnel=reduce(add, (one.funnel for one in each), Funnel()),
        since=min((one.since for one in each if one.since), default=None),
        weeks=all_weeks(one.weeks for one in each),
        answering=reduce(add, (one.answering for one in each), Answering()),
        promises=tuple(sorted(waiting, key=_until)),
    )


def _funnel(
    store: Store,
    brief: Brief,
    ideas: Iterable[Idea],
    decisions: Iterable[Decision],
    seen: Mapping[date, int] | None,
) -> Funnel:
    read = list(ideas)
    sets = merged_sets({each.ref: each.merged for each in read if each.state is State.APPROVED})
    voted = participation.voted(store, brief.slug)
    return funnel(
        read,
        sets,
        voted if voted or brief.voting else None,
        ever_shortlisted(decisions),
        None if seen is None else sum(seen.values()),
    )


def _answering(
    brief: Brief, ideas: Iterable[Idea], answered: Mapping[str, date], now: datetime
) -> Answering:
    came = {each.ref: _day(each.received, now) for each in _to_answer(brief, ideas)}
    told = Answering(days_to_answer(came, answered), len(came.keys() - answered.keys()))
    if brief.answers_within is None:
        return told
    kept = promise(brief.answers_within, came, answered, now.date())
    return replace(told, in_time=kept.in_time, late=kept.late, overdue=kept.overdue, due=kept.due)


def _open_promises(
    brief: Brief, ideas: Iterable[Idea], answered: Mapping[str, date], now: datetime
) -> Iterator[OpenPromise]:
    if brief.answers_within is None:
        return
    for each in _to_answer(brief, ideas):
        if each.ref not in answered:
            until = _day(each.received, now) + brief.answers_within
            yield OpenPromise(brief.slug, each.ref, str(each.answers.get("title", "")), until)


def _to_answer(brief: Brief, ideas: Iterable[Idea]) -> Iterator[Idea]:
    """Those of which the public is told whether they were answered, whatever a phase shows."""
    private = {form.name for form in brief.forms if form.private}
    return (
        each
        for each in ideas
        if each.state is State.APPROVED and each.form not in private and each.source != SAMPLE
    )


def _arrivals(store: Store, challenge: str) -> dict[Part, Arrivals]:
    found: dict[Part, Arrivals] = {
        part: participation.arrived(store, table, challenge, CAME) for part, table in TABLES.items()
    }
    votes = Counter[tuple[str, datetime]]()
    for table in participation.CAST:
        votes.update(participation.cast(store, table, challenge))
    return {**found, Part.VOTES: votes}


def _by_day(arrivals: Arrivals, now: datetime) -> dict[date, int]:
    days = Counter[date]()
    for (_, moment), count in arrivals.items():
        days[_day(moment, now)] += count
    return days


def engaged(store: Store, brief: Brief) -> dict[str, dict[str, int | None]]:
    """What each group did, by its code (`_none` for everybody else) and by what it was; None where
    that is hidden.
    """
    told = _groups(store, brief, _arrivals(store, brief.slug))
    return {
        each.code or NOBODY: {part.value: count for part, count in each.counts.items()}
        for each in told
    }


def _groups(
    store: Store, brief: Brief, arrivals: Mapping[Part, Arrivals]
) -> tuple[GroupCounts, ...]:
    labels = {each.code: each.label for each in brief.groups}
    found = {group for part in arrivals.values() for group, _ in part}
    codes = [*labels, *sorted(found - labels.keys() - {""}), ""]
    shown = suppress([_did(store, brief.slug, code, arrivals) for code in codes])
    return tuple(
        GroupCounts(code, labels.get(code, code), dict(zip(ACTS, cells, strict=True)))
        for code, cells in zip(codes, shown.cells, strict=True)
    )


def _did(
    store: Store, challenge: str, code: str, arrivals: Mapping[Part, Arrivals]
) -> tuple[int, ...]:
    """What a group did, in the order of ACTS; of votes, how many people."""
    sent = (
        sum(count for (group, _), count in arrivals[part].items() if group == code)
        for part in TABLES
    )
    return (*sent, participation.voters(store, challenge, code))


def _day(moment: datetime, now: datetime) -> date:
    return moment.astimezone(now.tzinfo).date()


def _until(one: OpenPromise) -> date:
    return one.until
