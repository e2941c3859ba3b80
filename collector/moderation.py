"""Moderation: which moves lead from which state to which, and what may be seen.

            approve     reject      spam     reopen    withdraw
waiting     approved    rejected    spam     -         withdrawn
approved    -           rejected    spam     waiting   withdrawn
rejected    approved    -           spam     waiting   withdrawn
spam        approved    rejected    -        waiting   withdrawn

What is unfinished nobody decides on: its author goes on with it, or takes it back.
Withdrawn and erased are ends: nothing leads out of them. To erase is no move of these: it takes the
entry itself away, from every state, and leaves a tombstone (`acts.upkeep`).

An idea may also point to another that it was merged into. A pointer counts only while what it
names may be seen; if that is withdrawn, rejected or erased, what was merged into it stands again.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from collector.brief import Brief, Form, FormKind, Showing
from collector.entries import (
    NO_KEY,
    Comment,
    Decision,
    Entry,
    Idea,
    Pick,
    Progress,
    Response,
    State,
)
from collector.errors import Conflict


class Move(StrEnum):
    """What an owner, or the author, does to an entry."""

    APPROVE = "approve"
    REJECT = "reject"
    SPAM = "spam"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"


MERGE, UNMERGE, PROGRESS, TAGS, THEME = "merge", "unmerge", "progress", "tags", "theme"
SHORTLIST, AWARD, UNLIST = "shortlist", "award", "unlist"
"""What else is decided on an idea: its decisions tell refs, steps of progress, or picks."""

PICKS: Mapping[str, Pick] = {
    SHORTLIST: Pick.SHORTLIST,
    AWARD: Pick.AWARD,
    UNLIST: Pick.NONE,
}
"""What each of these moves picks it for."""

BENEFIT = "benefit"
"""What is said of what an idea brings: its decisions tell the versions before and after."""

TARGET: Mapping[Move, State] = {
    Move.APPROVE: State.APPROVED,
    Move.REJECT: State.REJECTED,
    Move.SPAM: State.SPAM,
    Move.REOPEN: State.WAITING,
    Move.WITHDRAW: State.WITHDRAWN,
}

ENDS = frozenset({State.WITHDRAWN, State.ERASED})

MOVES: Mapping[State, Mapping[Move, State]] = {
    state: {
        move: target for move, target in TARGET.items() if state not in ENDS and state is not target
    }
    for state in State
    if state is not State.UNFINISHED
} | {State.UNFINISHED: {Move.WITHDRAW: State.WITHDRAWN}}
"""The table above, as data."""


def move(state: State, by: Move) -> State:
    """The state that the move leads to. Raises Conflict where the table has none."""
    if state is TARGET[by]:
        raise Conflict("already-moved", state=state.value, move=by.value)
    try:
        return MOVES[state][by]
    except KeyError:
        raise Conflict("move-not-allowed", state=state.value, move=by.value) from None


def undo(state: State, decision: Decision) -> State:
    """The state before the decision. Raises Conflict if it no longer stands or is the author's."""
    before, after = State(decision.before), State(decision.after)
    if after in ENDS or before in ENDS or before is after:
        raise Conflict("undo-not-allowed", state=state.value, move=decision.move)
    if state is not after:
        raise Conflict("undo-too-late", state=state.value, move=decision.move)
    return before


def undone(entry: Entry, log: Sequence[Decision]) -> tuple[Entry, Decision]:
    """The entry as it was before the last decision of its log that changed it, and that decision.

    What is said of its benefit is kept beside it, so that one changes nothing in the entry.
    Raises Conflict if there is none, or it can't be taken back.
    """
    last = next((each for each in reversed(log) if each.before != each.after), None)
    if last is None:
        raise Conflict("nothing-to-undo", ref=entry.ref)
    move = _first(last, log).move
    if move in (MERGE, UNMERGE):
        return _unmerged(entry, last), last
    if move == PROGRESS:
        return _progressed_before(entry, last, log), last
    if move == BENEFIT:
        return entry, last
    if move in PICKS:
        return _before_pick(entry, last), last
    return replace(entry, state=undo(entry.state, last)), last


def is_about(move: str, decision: Decision, log: Sequence[Decision]) -> bool:
    """Whether the decision is a move of this kind, or takes one back, however often."""
    return _first(decision, log).move == move


def _first(decision: Decision, log: Sequence[Decision]) -> Decision:
    """What a decision that takes another back, perhaps one that did so too, is about."""
    known = {each.ref: each for each in log}
    while decision.undoes in known:
        decision = known[decision.undoes]
    return decision


def _unmerged(entry: Entry, last: Decision) -> Entry:
    if not isinstance(entry, Idea) or last.before:  # to merge it again is to be looked at again
        raise Conflict("undo-not-allowed", state=entry.state.value, move=last.move)
    if entry.merged != last.after:
        raise Conflict("entry-changed", ref=entry.ref)
    return replace(entry, merged="")


def _progressed_before(entry: Entry, last: Decision, log: Sequence[Decision]) -> Entry:
    if not isinstance(entry, Idea) or entry.progress != last.after:
        raise Conflict("entry-changed", ref=entry.ref)
    came = [each.at for each in log if each.move == PROGRESS and each.after == last.before]
    return replace(entry, progress=Progress(last.before), progressed=came[-1] if came else None)


def _before_pick(entry: Entry, last: Decision) -> Entry:
    if not isinstance(entry, Idea) or entry.pick != last.after:
        raise Conflict("entry-changed", ref=entry.ref)
    return replace(entry, pick=Pick(last.before))


def arrival(brief: Brief, form: Form, flags: Collection[str]) -> State:
    """The state an entry is born with. What is suspected waits, whatever the rule, and so does
    every report, until somebody has dealt with it."""
    if set(flags) - {NO_KEY} or form.kind is FormKind.REPORT:
        return State.WAITING
    if form.kind in (FormKind.IDEA, FormKind.COMMENT) and brief.moderation != "after":
        return State.WAITING
    return State.APPROVED


def visible(entry: Entry, brief: Brief, now: datetime) -> bool:
    """Whether the public may see the entry at `now`, on its own or at what it was merged into.

    Responses are never shown singly.
    """
    form = brief.form(entry.form)
    return (
        isinstance(entry, Idea)
        and entry.state is State.APPROVED
        and entry.challenge == brief.slug
        and form is not None
        and form.kind is FormKind.IDEA
        and not form.private
        and brief.shows(Showing.IDEAS, now)
    )


def standing(ref: str, leads: Mapping[str, str]) -> str:
    """The idea that this one stands at: itself, or the end of its pointers.

    `leads` tells of every idea that may be seen what it was merged into, empty for nothing.
    Pointers that run in a ring, which no act makes, count for nothing.
    """
    stands, met = ref, {ref}
    while (onward := leads.get(stands, "")) in leads:
        if onward in met:
            return ref
        met.add(stands := onward)
    return stands


def merged_sets(leads: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """By the idea that stands: all that are at it, itself the first; in the order of `leads`."""
    sets: dict[str, list[str]] = {ref: [ref] for ref in leads if standing(ref, leads) == ref}
    for ref in leads:
        if ref not in sets:
            sets[standing(ref, leads)].append(ref)
    return {ref: tuple(each) for ref, each in sets.items()}


def comment_shown(comment: Comment, idea: Idea, parent: Comment | None) -> bool:
    """Whether the public may see what the comment says, the `idea` being shown.

    A reply stands under the comment it answers. That one's author may have taken it back: then its
    place stays, without words, for the replies; if it was the owner who took it away, they go too.
    """
    if comment.state is not State.APPROVED or comment.about != idea.ref:
        return False
    if not comment.parent:
        return True
    return parent is not None and _has_place(parent, comment)


def _has_place(parent: Comment, reply: Comment) -> bool:
    fits = (parent.ref, parent.about, parent.parent) == (reply.parent, reply.about, "")
    return fits and parent.state in {State.APPROVED, *ENDS}


def counted(entry: Entry) -> bool:
    """Whether the entry is in the counts that are told."""
    return _stands(entry) and not entry.keyless


def counted_apart(entry: Entry) -> bool:
    """Whether it is told of beside the counts: it may be somebody's second answer."""
    return _stands(entry) and entry.keyless


def _stands(entry: Entry) -> bool:
    whole = not isinstance(entry, Response) or entry.complete
    return whole and entry.state is State.APPROVED
