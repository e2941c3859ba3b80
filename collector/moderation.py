"""Moderation: which moves lead from which state to which, and what may be seen.

            approve     reject      spam     reopen    withdraw
waiting     approved    rejected    spam     -         withdrawn
approved    -           rejected    spam     waiting   withdrawn
rejected    approved    -           spam     waiting   withdrawn
spam        approved    rejected    -        waiting   withdrawn

What is unfinished nobody decides on: its author goes on with it, or takes it back.
Withdrawn and erased are ends: nothing leads out of them. To erase is no move of these: it takes the
entry itself away, from every state, and leaves a tombstone (`acts.upkeep`).
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from enum import StrEnum

from collector.brief import Brief, Form, FormKind, Phase
from collector.entries import NO_KEY, Decision, Entry, Idea, Response, State
from collector.errors import Conflict


class Move(StrEnum):
    """What an owner, or the author, does to an entry."""

    APPROVE = "approve"
    REJECT = "reject"
    SPAM = "spam"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"


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


def arrival(brief: Brief, form: Form, flags: Collection[str]) -> State:
    """The state an entry is born with. What is suspected waits, whatever the rule."""
    if set(flags) - {NO_KEY}:
        return State.WAITING
    if form.kind is FormKind.IDEA and brief.moderation != "after":
        return State.WAITING
    return State.APPROVED


def shown(entry: Entry, brief: Brief, now: datetime) -> bool:
    """Whether the public may see the entry at `now`. Responses are never shown singly."""
    form = brief.form(entry.form)
    return (
        isinstance(entry, Idea)
        and entry.state is State.APPROVED
        and entry.challenge == brief.slug
        and not entry.merged
        and form is not None
        and form.kind is FormKind.IDEA
        and not form.private
        and brief.phase(now) is not Phase.UPCOMING
    )


def counted(entry: Entry) -> bool:
    """Whether the entry is in the counts that are told."""
    return _stands(entry) and not entry.keyless


def counted_apart(entry: Entry) -> bool:
    """Whether it is told of beside the counts: it may be somebody's second answer."""
    return _stands(entry) and entry.keyless


def _stands(entry: Entry) -> bool:
    whole = not isinstance(entry, Response) or entry.complete
    return whole and entry.state is State.APPROVED
