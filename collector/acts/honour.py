"""The idea of the month: the rule finds it, an owner confirms it, and then it stays.

What the rule counts can go on growing; what was confirmed does not change by that.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from collector import published
from collector.analysis.honour import Candidate, Place, Standings, standings
from collector.brief import Brief, SeenBy
from collector.entries import Decision, Honour, JobKind, Progress
from collector.errors import Conflict, Taken, Unknown
from collector.garden import Garden
from collector.moderation import ENDS, Move
from collector.published import PublishedIdea, PublishedVotes
from collector.store import Store, honours, reads, writes

HONOUR, UNHONOUR = "honour", "unhonour"
"""Moves, as their decisions name them."""

IN_FAVOUR = ("yes", "up", "4", "5", "won")
"""Values of votes that speak for an idea."""


def of_month(garden: Garden, store: Store, briefs: Iterable[Brief], month: str) -> Standings:
    """What the garden's rule says of a month now. Raises Unknown where there is no rule."""
    rule = garden.settings.recognition.rule
    if rule is None:
        raise Unknown("honour-no-rule")
    zone = garden.settings.zone
    found = (each for brief in briefs for each in candidates(garden, store, brief, zone))
    return standings(rule, month, found)


def last_month(garden: Garden, now: datetime) -> str:
    """The latest month that is over."""
    today = now.astimezone(garden.settings.zone).date()
    year, month = (today.year, today.month - 1) if today.month > 1 else (today.year - 1, 12)
    return f"{date(year, month, 1):%Y-%m}"


def confirm(
    garden: Garden, store: Store, place: Place, month: str, by: str, now: datetime
) -> Honour:
    """Keep that this idea is the month's. Raises Conflict where the month is not over or has one,
    Unknown for an idea that is gone."""
    if month > last_month(garden, now):
        raise Conflict("honour-early")
    honour = Honour(
        month=month,
        about=place.candidate.ref,
        challenge=place.candidate.challenge,
        rule=garden.settings.recognition.month,
        count=place.count,
        by=by,
        at=now,
    )

    def act(store: Store) -> Honour:
        try:
            writes.add(store, honour)
        except Taken:
            raise Conflict("honour-taken") from None
        idea = reads.idea(store, honour.about)
        if idea is None or idea.state in ENDS:
            raise Unknown("no-entry", ref=honour.about)
        _note(store, honour, HONOUR, by, now)
        return honour

    return store.transact(act)


def revoke(store: Store, month: str, by: str, now: datetime) -> None:
    """The month has no idea any more; once is as good as twice."""

    def act(store: Store) -> None:
        honour = honours.of_month(store, month)
        if honour is not None:
            writes.remove(store, Honour, month)
            _note(store, honour, UNHONOUR, by, now)

    store.transact(act)


def candidates(garden: Garden, store: Store, brief: Brief, zone: ZoneInfo) -> Iterator[Candidate]:
    """The ideas of a challenge that everybody sees; none of one that only some do."""
    data = published.read(garden.published / f"{brief.slug}.json")
    if data is None or brief.seen_by is not SeenBy.EVERYONE:
        return
    shown = _shown(store, brief.slug, zone)
    for idea in data.ideas:
        yield Candidate(
            ref=idea.ref,
            challenge=brief.slug,
            title=idea.title,
            shown=shown.get(idea.ref, idea.received),
            done=idea.progressed if idea.progress is Progress.DONE else None,
            votes=_in_favour(idea),
            comments=idea.said,
        )


def _shown(store: Store, slug: str, zone: ZoneInfo) -> Mapping[str, date]:
    """By ref the day when an idea was let through first; one that had not to be is not there."""
    found: dict[str, date] = {}
    for each in reads.decisions(store, challenge=slug):
        if each.move == Move.APPROVE:
            found.setdefault(each.about, each.at.astimezone(zone).date())
    return found


def _in_favour(idea: PublishedIdea) -> int | None:
    votes: PublishedVotes | None = idea.votes
    if votes is None:
        return None
    if not votes.values:
        return votes.n
    return sum(n for value, n in votes.values.items() if value in IN_FAVOUR)


def _note(store: Store, honour: Honour, move: str, by: str, now: datetime) -> None:
    entry = reads.entry(store, honour.about)
    if entry is None:
        raise Unknown("no-entry", ref=honour.about)
    writes.add(store, Decision.on(entry, move, entry.state, by, now))
    writes.enqueue(store, JobKind.FILL, honour.challenge, now)
