"""A quota: a challenge that wants so many answers closes by itself once they have come.

    closes: after 200 answers

An answer is an idea or a whole response, of any of its forms, that waits or was accepted. What is
taken back, erased or rejected makes room, until the quota is filled: then it stays closed, though
some may go later. A filled quota is told like an end: as the brief's own, at the time of the last.
"""

from dataclasses import replace
from datetime import datetime

from collector.brief import Brief
from collector.entries import Idea, JobKind, Quota, Response, State
from collector.store import Store, reads, writes


def standing(store: Store, brief: Brief, now: datetime) -> Brief:
    """The brief with the end that its quota gave it, if that was filled before its own."""
    if brief.closes_after is None:
        return brief
    full = _full(store, brief)
    if full is None and _has_all(store, brief):
        full = now
    if full is None or (brief.closes and brief.closes <= full):
        return brief
    return replace(brief, closes=full)


def settle(store: Store, brief: Brief, now: datetime) -> None:
    """Within an act: if that brought the last answer, note it and leave the page to be closed."""
    if brief.closes_after is None or _full(store, brief) or not _has_all(store, brief):
        return
    noted = Quota(challenge=brief.slug, most=brief.closes_after, full=now.replace(microsecond=0))
    writes.keep_quota(store, noted)
    writes.enqueue(store, JobKind.FILL, brief.slug, now)


def _full(store: Store, brief: Brief) -> datetime | None:
    """When it was filled; one that the brief has changed since is none."""
    kept = reads.quota(store, brief.slug)
    return kept.full if kept and kept.most == brief.closes_after else None


def _has_all(store: Store, brief: Brief) -> bool:
    sent, kinds = (State.WAITING, State.APPROVED), (Idea, Response)
    came = reads.number(store, *sent, challenge=brief.slug, kinds=kinds)
    return brief.closes_after is not None and came >= brief.closes_after
