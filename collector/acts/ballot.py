"""Visitors fill in a ballot over all ideas, change it, take it back; checked in the same act.

    Cast ─ cast ─► Ballot (+ Receipt, Job)

A ballot is known by challenge, round and voter key: sent again it changes nothing. One without a
key has a name of its own for a voter, is counted apart, and is changed by its receipt alone.
What became of ideas since the ballot was drawn is told, and the rest of it is kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from collector import moderation, voting
from collector.acts import admit, quota, visit
from collector.acts.admit import NO_PROOF, Proof
from collector.acts.receipt import code_hash
from collector.acts.vote import GATHERED
from collector.brief import Act, Brief
from collector.entries import Ballot, Idea, JobKind, Receipt, State, new_reference
from collector.errors import Conflict, Unknown
from collector.store import Store, ballots, reads, writes
from collector.voting import NO_KEY

TABLE = "ballots"
"""Where a ballot's receipt says that it leads."""


@dataclass(frozen=True, kw_only=True)
class Cast:
    """What was sent: ideas' refs, the best first; none takes the ballot back.

    `voter`, `suspicion`, `code_hash`, `digest` and `proof` are as in `acts.vote.Cast`. `changes` is
    the code of the receipt whose ballot is to be changed, whoever holds it.
    """

    brief: Brief
    choices: tuple[str, ...]
    voter: str = ""
    suspicion: str = ""
    code_hash: str = ""
    digest: str = ""
    changes: str = ""
    proof: Proof = NO_PROOF
    group: str = ""
    """Found by the proof."""


@dataclass(frozen=True)
class Note:
    """What became of an idea since the ballot was drawn; `reason` names the sentence."""

    reason: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Settled:
    """A ballot as it can be kept now: its ideas, each of which is shown, and what is different."""

    ideas: tuple[Idea, ...]
    notes: tuple[Note, ...] = ()

    @property
    def choices(self) -> tuple[str, ...]:
        return tuple(idea.ref for idea in self.ideas)


def settle(store: Store, brief: Brief, choices: Sequence[str], now: datetime) -> Settled:
    """What stands of these ideas: a merged one counts as what it was merged into, where it stands.

    Raises Unknown for what is no idea of the challenge.
    """
    ideas: dict[str, Idea] = {}
    notes = []
    for ref in dict.fromkeys(choices):
        idea = reads.idea(store, ref)
        if idea is None or idea.challenge != brief.slug:
            raise Unknown("vote-unknown")
        note, stands = _become(store, brief, idea, now)
        if note is not None:
            notes.append(note)
        if stands is not None:
            ideas.setdefault(stands.ref, stands)
    return Settled(tuple(ideas.values()), tuple(notes))


def _become(
    store: Store, brief: Brief, idea: Idea, now: datetime
) -> tuple[Note | None, Idea | None]:
    """What there is to tell of an idea, and what counts in its place; nothing if it is not shown.

    What is not shown any more is told without its title.
    """
    if idea.state in moderation.ENDS:
        return Note("ballot-idea-gone"), None
    if idea.state is not State.APPROVED or not moderation.visible(idea, brief, now):
        return Note("ballot-idea-not-shown"), None
    stands = reads.standing(store, idea)
    if stands.ref == idea.ref:
        return None, idea
    titles = {"title": _title(idea), "into": _title(stands)}
    return Note("ballot-idea-merged", titles), stands


def cast(store: Store, cast: Cast, now: datetime) -> Ballot | None:
    """Keep the ballot, or what stands if exactly this was sent before; None if it is taken back.

    Raises Closed outside the time to vote; Unproven for who may not; Unknown for what is no idea;
    Conflict if nothing of it is shown any more; Invalid for what the rules do not allow;
    Unavailable if nothing could be kept.
    """
    return store.transact(partial(_cast, cast=cast, now=now))


def is_kept(store: Store, cast: Cast) -> bool:
    """Whether exactly this was sent before."""
    return bool(cast.code_hash) and reads.receipt(store, cast.code_hash) is not None


def foresee(store: Store, cast: Cast, now: datetime) -> Settled:
    """The ballot as it would be kept. Raises what casting it would raise."""
    ensure_open(store, cast.brief, now)
    return _settled(store, cast, now)


def own(store: Store, brief: Brief, voter: str) -> Ballot | None:
    """This voter's ballot in the challenge's round."""
    round_ = voting.on_ballots(brief).round
    return ballots.filled_by(store, brief.slug, round_, voter) if voter else None


def behind(store: Store, code: str) -> Ballot | None:
    """The ballot that this code's receipt leads to; None if it was taken back.

    Raises Unknown if the code is no ballot's.
    """
    receipt = reads.receipt(store, code_hash(code))
    if receipt is None or receipt.table != TABLE:
        raise Unknown("no-receipt")
    return ballots.one(store, receipt.about)


def is_receipt(store: Store, code: str) -> bool:
    """Whether the code is that of a ballot's receipt."""
    receipt = reads.receipt(store, code_hash(code))
    return receipt is not None and receipt.table == TABLE


def erase(store: Store, brief: Brief | None, code: str, now: datetime) -> None:
    """Erase the ballot behind the code while voting is open; afterwards what ties it to anybody.

    Either way the receipt goes too. Raises Unknown if the code is no ballot's.
    """

    def act(store: Store) -> None:
        ballot = behind(store, code)
        writes.remove(store, Receipt, code_hash(code))
        if ballot is None:
            return
        ballots.take(store, ballot)
        if brief is not None and brief.standing(Act.VOTE, now).allowed:
            _leave_fill(store, ballot.challenge, now)
        else:
            ballots.put(store, replace(ballot, ref=new_reference(), voter=new_reference()))

    store.transact(act)


def ensure_open(store: Store, brief: Brief, now: datetime) -> None:
    """Raises Conflict where there are no ballots, Closed with the day that they are filled in."""
    voting.on_ballots(brief)
    visit.ensure_allowed(quota.standing(store, brief, now), Act.VOTE, now)


def _cast(store: Store, *, cast: Cast, now: datetime) -> Ballot | None:
    kept = reads.receipt(store, cast.code_hash) if cast.code_hash else None
    if kept is not None:
        if kept.digest != cast.digest:
            raise Conflict("other-content")
        return ballots.one(store, kept.about)
    ensure_open(store, cast.brief, now)
    if not cast.changes:
        cast = replace(cast, group=admit.admit(store, cast.brief, Act.VOTE, cast.proof, now))
    before = _before(store, cast)
    if not cast.choices:
        _take_back(store, cast, before, now)
        return None
    ballot = _filled(cast, before, _settled(store, cast, now).choices, now)
    if ballot != before:
        ballots.put(store, ballot)
        _leave_fill(store, cast.brief.slug, now)
    if cast.code_hash:
        writes.add(store, _receipt(cast, ballot))
    return ballot


def _before(store: Store, cast: Cast) -> Ballot | None:
    """The ballot that this one takes the place of."""
    if not cast.changes:
        return own(store, cast.brief, cast.voter)
    before = behind(store, cast.changes)
    if before is None or before.challenge != cast.brief.slug:
        raise Conflict("ballot-gone")
    return before


def _settled(store: Store, cast: Cast, now: datetime) -> Settled:
    settled = settle(store, cast.brief, cast.choices, now)
    if cast.choices and not settled.ideas:
        raise Conflict("ballot-nothing-left")
    voting.ensure_ballot(voting.on_ballots(cast.brief), settled.ideas)
    return settled


def _take_back(store: Store, cast: Cast, before: Ballot | None, now: datetime) -> None:
    if not cast.voter and not cast.changes:
        raise Conflict("vote-by-receipt")
    if before is not None and ballots.take(store, before):
        _leave_fill(store, cast.brief.slug, now)


def _filled(cast: Cast, before: Ballot | None, choices: tuple[str, ...], now: datetime) -> Ballot:
    if before is not None and before.choices == choices:
        return before
    at = now.replace(minute=0, second=0, microsecond=0)  # ballots keep no minute
    if before is not None:
        return replace(before, choices=choices, at=at)
    return Ballot(
        ref=new_reference(),
        challenge=cast.brief.slug,
        round=voting.on_ballots(cast.brief).round,
        voter=cast.voter or new_reference(),
        choices=choices,
        at=at,
        apart=cast.suspicion or ("" if cast.voter else NO_KEY),
        group=cast.group,
    )


def _leave_fill(store: Store, challenge: str, now: datetime) -> None:
    writes.enqueue(store, JobKind.FILL, challenge, now + GATHERED)


def _receipt(cast: Cast, ballot: Ballot) -> Receipt:
    return Receipt(code_hash=cast.code_hash, digest=cast.digest, about=ballot.ref, table=TABLE)


def _title(idea: Idea) -> str:
    return str(idea.answers.get("title", ""))
