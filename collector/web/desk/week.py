"""This week: the desk's first page. What waits for whoever looks, the oldest first, and what turns.

waiting   entries, reports, promised answers, pairs of ideas
trouble   faults, failed work and notices, backups
ahead     phases that open or close within seven days
came      what the last seven days brought
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain

from flask import redirect, url_for
from werkzeug.wrappers import Response as AnyResponse

from collector.brief import Brief
from collector.entries import Comment, Entry, Idea, Response, State
from collector.store import reads
from collector.web.context import Context, current
from collector.web.desk import door
from collector.web.desk.door import Access
from collector.web.desk.live_site import briefs_for
from collector.web.desk.menu import has_jury
from collector.web.desk.page import page
from collector.web.desk.task import minutes, oldest_first
from collector.web.desk.trouble import trouble
from collector.web.desk.waiting import alike, promised, to_decide, to_honour, to_measure
from collector.words import say

WEEK = timedelta(days=7)

LATEST = 2_000
"""Entries of each kind that are looked at for what came this week."""

COUNTED: tuple[type[Entry], ...] = (Idea, Response, Comment)


@dataclass(frozen=True)
class Turn:
    """Something that begins or ends in a challenge."""

    at: datetime
    reason: str
    name: str
    brief: Brief


def week() -> AnyResponse:
    """What waits. Jurors, who decide nothing, begin with what is to be judged."""
    if not door.may_somewhere(Access.VIEWER):
        return redirect(
            url_for("desk.juries" if has_jury(current().store) else "desk.challenges"), 303
        )
    context, now = current(), current().clock()
    briefs = briefs_for(context, Access.VIEWER)
    tasks = oldest_first(
        chain(
            trouble(context, now),
            to_decide(context),
            promised(context, briefs, now),
            alike(context, briefs, now),
            to_honour(context, briefs, now),
            to_measure(context, briefs, now),
        )
    )
    return page(
        "week",
        say("week-title"),
        tasks=tasks,
        minutes=minutes(sum(each.seconds for each in tasks)),
        ahead=sorted(_ahead(briefs, now), key=lambda each: each.at),
        came=_came(context, now - WEEK),
        challenges=bool(briefs),
    )


def _ahead(briefs: list[Brief], now: datetime) -> Iterator[Turn]:
    """What opens or closes within a week, named phases by their names."""
    for brief in briefs:
        edges: list[tuple[datetime | None, str, str]] = [
            (brief.opens, "opens", ""),
            (brief.closes, "closes", ""),
        ]
        if brief.phases:
            edges = [(each.opens, "phase-opens", each.name) for each in brief.phases]
            edges += [(each.closes, "phase-closes", each.name) for each in brief.phases]
        for at, reason, name in edges:
            if at and now < at <= now + WEEK:
                yield Turn(at, reason, name, brief)


def _came(context: Context, since: datetime) -> list[tuple[str, int, bool]]:
    """How many entries of each kind came since then, where there are any, and whether those are all
    that did."""
    where = door.where(Access.VIEWER)
    counts: list[tuple[str, int, bool]] = []
    for kind in COUNTED:
        latest = reads.latest(context.store, kind, LATEST, challenge=where)
        came = [each for each in latest if each.received >= since]
        count = sum(map(_stands, came))
        counts.append((kind.__name__.lower(), count, len(came) < LATEST))
    return [each for each in counts if each[1]]


def _stands(entry: Entry) -> bool:
    return entry.state not in (State.SPAM, State.UNFINISHED, State.ERASED)
