"""Visitors vote on an idea, change their vote, take it back; the allowance is kept in the same act.

    Cast ─ cast ─► Vote (+ Receipt, Job)

A vote is known by round, idea and voter key: sent again it changes nothing. One without a key has a
name of its own for a voter, is counted apart, and is changed or taken back by its receipt alone.
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from collector import moderation, voting
from collector.acts import admit, quota, visit
from collector.acts.admit import NO_PROOF, Proof
from collector.acts.receipt import code_hash
from collector.analysis import VoteCount, of_set, ordered
from collector.brief import Act, Brief
from collector.entries import Idea, JobKind, Receipt, Vote, new_reference
from collector.errors import Conflict, Unknown
from collector.store import Store, reads, votes, writes
from collector.voting import NO_KEY, TAKEN_BACK

GATHERED = timedelta(seconds=4)
"""How long votes are gathered before the pages are filled anew."""

TABLE = "votes"
"""Where a vote's receipt says that it leads."""


@dataclass(frozen=True, kw_only=True)
class Cast:
    """What was sent: an idea's ref, and a value that may be `TAKEN_BACK`.

    `voter` is the voter key, empty if nobody can tell who it is; `suspicion` why the vote is to be
    counted apart. With `code_hash`, the hash of a receipt's code, the vote has a receipt, and
    `digest` tells it from other content under that code.
    """

    brief: Brief
    idea: str
    value: str
    voter: str = ""
    group: str = ""
    suspicion: str = ""
    code_hash: str = ""
    digest: str = ""
    proof: Proof = NO_PROOF
    """What told who it is."""


@dataclass(frozen=True)
class Outcome:
    """How it stands now: the person's vote on the idea, and how many more they may vote for."""

    vote: Vote | None
    left: int | None = None


def cast(store: Store, cast: Cast, now: datetime) -> Outcome:
    """Keep the vote, or what stands if exactly this was sent before.

    Raises Closed outside the time to vote; Unproven for who may not; Unknown or Conflict for what
    can't be voted on or where all votes are used; Invalid for a wrong value; Unavailable if
    nothing could be kept.
    """
    return store.transact(partial(_cast, cast=cast, now=now))


def is_kept(store: Store, cast: Cast) -> bool:
    """Whether exactly this was sent before."""
    return bool(cast.code_hash) and reads.receipt(store, cast.code_hash) is not None


def foresee(store: Store, cast: Cast, now: datetime) -> Vote | None:
    """What the voter has said until now. Raises what casting this would raise."""
    _ensure_open(store, cast.brief, now)
    before = own(store, cast.brief, cast.voter, cast.idea)
    if cast.value != TAKEN_BACK:
        _ensure(store, cast, before, now)
    return before


def own(store: Store, brief: Brief, voter: str, idea: str) -> Vote | None:
    """What this voter has said of the idea in the challenge's round."""
    round_ = voting.on_ideas(brief).round
    return votes.cast_by(store, voter, round_, idea) if voter else None


def behind(store: Store, code: str) -> Vote | None:
    """The vote that this code's receipt leads to; None if it was taken back.

    Raises Unknown if the code is no vote's.
    """
    receipt = reads.receipt(store, code_hash(code))
    if receipt is None or receipt.table != TABLE:
        raise Unknown("no-receipt")
    return votes.one(store, receipt.about)


def change(store: Store, brief: Brief, code: str, value: str, now: datetime) -> Outcome:
    """The holder of a receipt says something else, or takes the vote back.

    Raises as `cast` does, and Conflict where the vote was taken back before.
    """

    def act(store: Store) -> Outcome:
        vote = behind(store, code)
        if vote is None or vote.challenge != brief.slug:
            raise Conflict("vote-gone")
        _ensure_open(store, brief, now)
        return _say(store, Cast(brief=brief, idea=vote.idea, value=value, voter=vote.voter), now)

    return store.transact(act)


def erase(store: Store, brief: Brief | None, code: str, now: datetime) -> None:
    """Erase the vote behind the code while voting is open; afterwards what ties it to anybody.

    Either way the receipt goes too. Raises Unknown if the code is no vote's.
    """

    def act(store: Store) -> None:
        vote = behind(store, code)
        writes.remove(store, Receipt, code_hash(code))
        if vote is None:
            return
        votes.take(store, vote)
        if brief is not None and brief.standing(Act.VOTE, now).allowed:
            writes.enqueue(store, JobKind.FILL, brief.slug, now + GATHERED)
        else:
            votes.put(store, replace(vote, ref=new_reference(), voter=new_reference()))

    store.transact(act)


def is_receipt(store: Store, code: str) -> bool:
    """Whether the code is that of a vote's receipt."""
    receipt = reads.receipt(store, code_hash(code))
    return receipt is not None and receipt.table == TABLE


def left(store: Store, brief: Brief, vote: Vote, now: datetime) -> int | None:
    """How many more ideas this vote's voter may vote for; None: any number, or nobody can tell."""
    voter = "" if vote.apart == NO_KEY else vote.voter
    return _left(store, Cast(brief=brief, idea=vote.idea, value=vote.value, voter=voter), now)


def _ensure_open(store: Store, brief: Brief, now: datetime) -> None:
    """Raises Closed with the day on which voting opens, or on which it ended."""
    voting.on_ideas(brief)
    visit.ensure_allowed(quota.standing(store, brief, now), Act.VOTE, now)


def _cast(store: Store, *, cast: Cast, now: datetime) -> Outcome:
    kept = reads.receipt(store, cast.code_hash) if cast.code_hash else None
    if kept is not None:
        return _kept(store, cast, kept, now)
    _ensure_open(store, cast.brief, now)
    cast = replace(cast, group=admit.admit(store, cast.brief, Act.VOTE, cast.proof, now))
    if not cast.voter and cast.value == TAKEN_BACK:
        raise Conflict("vote-by-receipt")
    outcome = _say(store, cast, now)
    if cast.code_hash and outcome.vote:
        writes.add(store, _receipt(cast, outcome.vote))
    return outcome


def _kept(store: Store, cast: Cast, receipt: Receipt, now: datetime) -> Outcome:
    """What became of the same post. Raises Conflict if it held something else."""
    if receipt.digest != cast.digest:
        raise Conflict("other-content")
    return Outcome(votes.one(store, receipt.about), _left(store, cast, now))


def _say(store: Store, cast: Cast, now: datetime) -> Outcome:
    """The vote is kept, in place of the one before, or taken back."""
    rules = voting.on_ideas(cast.brief)
    before = own(store, cast.brief, cast.voter, cast.idea)
    if cast.value == TAKEN_BACK:
        if before and votes.take(store, before):
            _leave_fill(store, cast, now)
        return Outcome(None, _left(store, cast, now))
    _ensure(store, cast, before, now)
    vote = replace(before, value=cast.value) if before else _new(cast, rules.round, now)
    if vote != before:
        vote = replace(vote, at=_hour(now))
        votes.put(store, vote, anew=before is None)
        _leave_fill(store, cast, now)
    return Outcome(vote, _left(store, cast, now))


def _ensure(store: Store, cast: Cast, before: Vote | None, now: datetime) -> None:
    """That it may be said, of this idea, and that the voter has a vote left for it."""
    rules = voting.on_ideas(cast.brief)
    voting.ensure_value(rules, cast.value)
    _ensure_votable(store, cast, now)
    if before is None and cast.voter and rules.most is not None:
        voting.ensure_left(rules, _used(store, cast, now))


def _ensure_votable(store: Store, cast: Cast, now: datetime) -> None:
    idea = reads.idea(store, cast.idea)
    stands = reads.standing(store, idea).ref if idea else ""
    shown = idea is not None and moderation.visible(idea, cast.brief, now)
    voting.ensure_votable(idea, stands, shown=shown)


def count(store: Store, brief: Brief, ref: str, now: datetime) -> VoteCount:
    """What the votes on the idea say now, with those of the ideas merged into it."""
    rules = voting.on_ideas(brief)
    order = voting.VALUES[rules.kind]
    members = _members(store, brief, ref, now)
    if len(members) > 1:
        return of_set(votes.on(store, rules.round, members), order)
    values: Counter[str] = Counter()
    for (value, apart), n in votes.tally_of(store, brief.slug, rules.round, ref).items():
        values["" if apart else value] += n
    return VoteCount(ordered(values, order), values[""])


def _members(store: Store, brief: Brief, ref: str, now: datetime) -> list[str]:
    """The idea and all that lead to it, by way of ideas that are seen."""
    members = [ref]
    for each in members:  # it grows meanwhile
        into = (idea for idea in reads.merged_into(store, each) if idea.ref not in members)
        members += [idea.ref for idea in into if moderation.visible(idea, brief, now)]
    return members


def _new(cast: Cast, round_: str, now: datetime) -> Vote:
    return Vote(
        ref=new_reference(),
        challenge=cast.brief.slug,
        round=round_,
        idea=cast.idea,
        voter=cast.voter or new_reference(),
        value=cast.value,
        at=_hour(now),
        apart=cast.suspicion or ("" if cast.voter else NO_KEY),
        group=cast.group,
    )


def _left(store: Store, cast: Cast, now: datetime) -> int | None:
    """How many ideas the voter may still vote for; None: any number, or nobody can tell."""
    rules = voting.on_ideas(cast.brief)
    if rules.most is None or not cast.voter:
        return None
    return voting.left(rules, _used(store, cast, now))


def _used(store: Store, cast: Cast, now: datetime) -> int:
    """The voter's votes on ideas that are shown: others count nowhere, and are free again."""
    rules = voting.on_ideas(cast.brief)
    cast_before = votes.all_by(store, cast.brief.slug, rules.round, cast.voter)
    ideas = (reads.idea(store, each.idea) for each in cast_before)
    return sum(idea is not None and _takes_votes(store, idea, cast.brief, now) for idea in ideas)


def _takes_votes(store: Store, idea: Idea, brief: Brief, now: datetime) -> bool:
    return moderation.visible(idea, brief, now) and reads.standing(store, idea).ref == idea.ref


def _hour(now: datetime) -> datetime:
    """Votes keep no minute."""
    return now.replace(minute=0, second=0, microsecond=0)


def _leave_fill(store: Store, cast: Cast, now: datetime) -> None:
    writes.enqueue(store, JobKind.FILL, cast.brief.slug, now + GATHERED)


def _receipt(cast: Cast, vote: Vote) -> Receipt:
    return Receipt(code_hash=cast.code_hash, digest=cast.digest, about=vote.ref, table=TABLE)
