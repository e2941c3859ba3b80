"""Votes that are counted apart, and what owners and moderators decide about them.

Each decision is about one idea and one reason: its votes count from now on, or stay apart. What
comes later is apart again. Ballots and comparisons are about all ideas: there a decision is about
the challenge.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from collector import voting
from collector.brief import SINGLE, Brief, VotingKind
from collector.entries import Decision, JobKind, new_reference
from collector.errors import Conflict, Unknown
from collector.store import Store, reads, votes, writes
from collector.store import apart as whole


class Verdict(StrEnum):
    """What is decided, as its decision names it."""

    COUNT = "count-votes"
    LEAVE = "leave-votes"


@dataclass(frozen=True)
class Apart:
    """An idea's votes that are counted apart for one reason; `decided` is the last word on them."""

    idea: str
    """Empty where the votes are about all ideas."""
    title: str
    reason: str
    n: int
    decided: Decision | None = None


def apart(store: Store, brief: Brief) -> list[Apart]:
    """What is counted apart in the challenge's round, by reason; the most votes first."""
    if _on_all(brief):
        counts = whole.tally(store, _table(brief), brief.slug, _round(brief))
        at_once = (_group(store, brief, "", reason, n) for reason, n in counts.items())
        return sorted(at_once, key=lambda each: voting.APART.index(each.reason))
    found: Counter[tuple[str, str]] = Counter()
    for (idea, _, reason, _), n in votes.tally(store, brief.slug, _round(brief)).items():
        if reason:
            found[reason, idea] += n
    groups = (_group(store, brief, idea, reason, n) for (reason, idea), n in found.items())
    return sorted(groups, key=lambda each: (voting.APART.index(each.reason), -each.n, each.idea))


def settle(
    store: Store, brief: Brief, idea: str, reason: str, verdict: Verdict, by: str, now: datetime
) -> Decision:
    """Count the votes, or leave them apart. Raises Unknown, or Conflict where there are none."""

    def act(store: Store) -> Decision:
        _ensure_known(store, brief, idea)
        if not _settle(store, brief, idea, reason, verdict):
            raise Conflict("votes-none-apart")
        decision = Decision(
            ref=new_reference(),
            about=idea or brief.slug,
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
    if not reason:
        return 0
    if _on_all(brief):
        place = _table(brief), brief.slug, _round(brief)
        if verdict is Verdict.COUNT:
            return whole.count_in(store, *place, reason)
        return whole.tally(store, *place).get(reason, 0)
    count = votes.count_in if verdict is Verdict.COUNT else votes.number_apart
    return count(store, brief.slug, _round(brief), idea, reason)


def _ensure_known(store: Store, brief: Brief, ref: str) -> None:
    """Raises Unknown for what is no idea of the challenge; all ideas at once have no ref."""
    idea = reads.idea(store, ref) if ref else None
    known = not ref if _on_all(brief) else idea is not None and idea.challenge == brief.slug
    if not known:
        raise Unknown("no-entry", ref=ref)


def _group(store: Store, brief: Brief, ref: str, reason: str, n: int) -> Apart:
    idea = reads.idea(store, ref) if ref else None
    title = str(reads.standing(store, idea).answers.get("title", "")) if idea else ""
    about = reads.decisions(store, about=ref or brief.slug)
    decided = [each for each in about if each.move in set(Verdict) and each.before == reason]
    return Apart(ref, title, reason, n, decided[-1] if decided else None)


def _round(brief: Brief) -> str:
    """Raises Conflict where ideas are not voted on."""
    return voting.on_ideas(brief).round if brief.voting is None else brief.voting.round


def _on_all(brief: Brief) -> bool:
    return brief.voting is not None and brief.voting.kind not in SINGLE


def _table(brief: Brief) -> str:
    """Where votes over all ideas are kept."""
    pairwise = brief.voting is not None and brief.voting.kind is VotingKind.PAIRWISE
    return "comparisons" if pairwise else "ballots"
