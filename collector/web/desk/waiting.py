"""What waits to be decided, and what was promised: the tasks that visitors bring."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import islice

from flask import url_for

from collector import screening, words
from collector.acts import honour
from collector.brief import Brief, Measure
from collector.entries import Entry, Idea, Report, State
from collector.errors import StoreError
from collector.published.promise import first_answers
from collector.store import honours, measurements, reads
from collector.web import similar
from collector.web.context import Context
from collector.web.desk import door
from collector.web.desk.cards import brief_of
from collector.web.desk.door import Access
from collector.web.desk.task import Task

MOST = 10_000
"""Entries that are looked at; who has more to do begins with these."""

READ, SUSPECTED, REPORT, ANSWER, MERGE, MEASURE = 15, 3, 30, 120, 60, 120
"""Seconds that one takes: to read and decide on, to see that it is spam, …"""

SOON = timedelta(days=3)
"""How long before a promised answer is due it becomes a task."""

NAMED = 5
"""Promised answers, and pairs of ideas, that have a line of their own."""

FRESH, YOUNG = 20, timedelta(days=14)
"""Ideas that are compared with all others: the newest, as long as they are young."""

UNMEASURED = timedelta(days=30)
"""After so long without a value a challenge's measure is asked for."""

WAYS = {
    "entries": "suspected=no&screened=no",
    "screened": "suspected=no&screened=yes",
    "suspected": "suspected=yes",
    "reports": "kind=report",
}
"""What the queue is asked for, by the sort of entries."""


@dataclass
class Heap:
    """Entries that one line tells of; `oldest` is when the first of them came."""

    oldest: datetime
    count: int = 0


def to_decide(context: Context) -> Iterator[Task]:
    """A line for each challenge's entries, one for those that a rule names, for suspected ones,
    for reports."""
    heaps: dict[tuple[str, str], Heap] = {}
    where = door.where(Access.VIEWER)
    waiting = reads.entries(context.store, State.WAITING, challenge=where)
    for entry in islice(waiting, MOST):
        heap = heaps.setdefault((_sort(context, entry), entry.challenge), Heap(entry.received))
        heap.count += 1
    for (sort, slug), heap in heaps.items():
        yield _heap(context, sort, slug, heap)


def _sort(context: Context, entry: Entry) -> str:
    if isinstance(entry, Report):
        return "reports"
    if entry.suspicions:
        return "suspected"
    return "screened" if screening.hits(entry, brief_of(context, entry.challenge)) else "entries"


def _heap(context: Context, sort: str, slug: str, heap: Heap) -> Task:
    each = {"entries": READ, "screened": READ, "suspected": SUSPECTED, "reports": REPORT}[sort]
    return Task(
        f"{sort}-{'one' if heap.count == 1 else 'many'}",
        f"{url_for('desk.queue', challenge=slug)}&{WAYS[sort]}",
        heap.count * each,
        heap.oldest,
        {"count": heap.count, "challenge": title_of(context, slug)},
    )


def promised(context: Context, briefs: list[Brief], now: datetime) -> Iterator[Task]:
    """Ideas that are shown and whose promised answer is late, or due in a few days."""
    for brief in briefs:
        if brief.answers_within is None or not door.may(Access.DESK, brief.slug):
            continue
        due = _unanswered(context, brief.slug, now + SOON - brief.answers_within)
        for idea in due[:NAMED]:
            end = idea.received + brief.answers_within
            late = end < now
            yield Task(
                "answer-late" if late else "answer-due",
                url_for("desk.entry", ref=idea.ref) + "#replies",
                ANSWER,
                idea.received,
                {"title": idea.answers.get("title", ""), "when": end},
                late,
            )
        if more := due[NAMED:]:
            yield Task(
                "answer-more",
                url_for("desk.entries", slug=brief.slug, state=State.APPROVED.value),
                len(more) * ANSWER,
                more[0].received,
                {"count": len(more), "challenge": brief.title},
            )


def _unanswered(context: Context, slug: str, before: datetime) -> list[Idea]:
    """The ideas that came before then and nobody answered yet, the oldest first."""
    ideas = [
        each
        for each in reads.ideas(context.store, slug, State.APPROVED)
        if not each.merged and each.received <= before
    ]
    if not ideas:
        return []
    decisions = reads.decisions(context.store, challenge=slug)
    answered = first_answers(reads.replies(context.store, slug), decisions)
    return [each for each in ideas if each.ref not in answered]


def alike(context: Context, briefs: list[Brief], now: datetime) -> Iterator[Task]:
    """Pairs of ideas, one of them young, that seem to ask for the same."""
    for brief in briefs:
        if not door.may(Access.DESK, brief.slug):
            continue
        states = (State.WAITING, State.APPROVED)
        latest = reads.latest(context.store, Idea, 10 * FRESH, *states, challenge=brief.slug)
        young = [each for each in latest if now - each.received < YOUNG and not each.merged]
        for idea, other in similar.pairs(context, brief.slug, young[-FRESH:])[:NAMED]:
            yield Task(
                "alike",
                url_for("desk.merge_page", ref=idea.ref, into=other.ref),
                MERGE,
                idea.received,
                {"title": idea.answers.get("title", ""), "other": other.title},
            )


def to_honour(context: Context, briefs: list[Brief], now: datetime) -> Iterator[Task]:
    """The idea of the month that is just over, where the rule finds one and none is confirmed."""
    if context.garden.settings.recognition.rule is None or not door.may(Access.OWNER):
        return
    month = honour.last_month(context.garden, now)
    if honours.of_month(context.store, month) is None and _is_found(context, briefs, month):
        facts = {"month": words.named_month(month)}
        yield Task("honour", url_for("desk.honours", month=month), READ, None, facts)


def _is_found(context: Context, briefs: list[Brief], month: str) -> bool:
    """Whether the rule names an idea; not where nothing can be read that is published."""
    with suppress(StoreError):
        return bool(honour.of_month(context.garden, context.store, briefs, month).first)
    return False


def to_measure(context: Context, briefs: list[Brief], now: datetime) -> Iterator[Task]:
    """Measures without a value for a month, until there is one of the target's day or later."""
    for brief in briefs:
        if brief.measure is None or not door.may(Access.DESK, brief.slug):
            continue
        since = _unmeasured_since(context, brief, brief.measure)
        if since and now - since >= UNMEASURED:
            facts = {"metric": brief.measure.metric, "challenge": brief.title}
            yield Task("measure", url_for("desk.measured", slug=brief.slug), MEASURE, since, facts)


def _unmeasured_since(context: Context, brief: Brief, measure: Measure) -> datetime | None:
    """The last day with a value, or that of the baseline; else when the challenge began. None where
    nothing has begun, or is left to measure."""
    kept = measurements.of_challenge(context.store, brief.slug)
    last = kept[-1].day if kept else measure.since
    if last is not None:
        midnight = datetime.combine(last, time(), context.garden.settings.zone)
        return midnight if last < measure.until else None
    first = next(reads.ideas(context.store, brief.slug), None)
    return brief.opens or (first.received if first else None)


def title_of(context: Context, slug: str) -> str:
    """The challenge's title; its slug where it is no longer on the site."""
    brief = brief_of(context, slug)
    return brief.title if brief else slug
