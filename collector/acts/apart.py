"""Votes that are counted apart, and what owners and moderators decide about them.

Each decision is about one idea and one reason: its votes count from now on, or stay apart. What
comes later is apart again.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from collector import voting
from collector.brief import Brief
from collector.entries import Decision, JobKind, new_reference
from collector.errors import Conflict, Unknown
from collector.store import Store, reads, votes, writes


class Verdict(StrEnum):
    """What is decided, as its decision names it."""

    COUNT = "count-votes"
    LEAVE = "leave-votes"


@dataclass(frozen=True)
class Apart:
    """An idea's votes that are counted apart for one reason; `decided` is the last word on them."""

    idea: str
    title: str
    reason: str
    n: int
    decided: Decision | None = None


def apart(store: Store, brief: Brief) -> list[Apart]:
    """What is counted apart in the challenge's round, by reason; the most votes first."""
    found: Counter[tuple[str, str]] = Counter()
    for (idea, _, reason, _), n in votes.tally(store, brief.slug, _round(brief)).items():
        if reason:
            found[reason, idea] += n
    groups = (_group(store, idea, reason, n) for (reason, idea), n in found.items())
    return sorted(groups, key=lambda each: (voting.APART.index(each.reason), -each.n, each.idea))


def settle(
    store: Store, brief: Brief, idea: str, reason: str, verdict: Verdict, by: str, now: datetime
) -> Decision:
    """Count the votes, or leave them apart. Raises Unknown, or Conflict where there are none."""

    def act(store: Store) -> Decision:
        about = reads.idea(store, idea)
        if about is None or about.challenge != brief.slug:
            raise Unknown("no-entry", ref=idea)
        if not _settle(store, brief, idea, reason, verdict):
            raise Conflict("votes-none-apart")
        decision = Decision(
            ref=new_reference(),
            about=idea,
            challenge=brief.slug,
            move=verdict,
            before=reason,
            after=reason,
            by=by,
            at=now,
        )
        writes.add(store, decision)
        writes.enqueue(store, JobKind.FILL, brief.slug, now)
        return decision

    return store.transact(act)


def _settle(store: Store, brief: Brief, idea: str, reason: str, verdict: Verdict) -> int:
    """How many votes it is about."""
    count = votes.count_in if verdict is Verdict.COUNT else votes.number_apart
    return count(store, brief.slug, _round(brief), idea, reason) if reason else 0


def _group(store: Store, ref: str, reason: str, n: int) -> Apart:
    idea = reads.idea(store, ref)
    title = str(reads.standing(store, idea).answers.get("title", "")) if idea else ""
    about = reads.decisions(store, about=ref)
    decided = [each for each in about if each.move in set(Verdict) and each.before == reason]
    return Apart(ref, title, reason, n, decided[-1] if decided else None)


def _round(brief: Brief) -> str:
    return voting.on_ideas(brief).round
