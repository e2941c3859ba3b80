"""Many entries decided on together: in steps of fifty, under one name, undone by that name.

Unlike what is decided on single entries (`acts.desk`), which is done for all or none, each step
does what it still can: what somebody else decided on meanwhile is passed over, and counted.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import islice

from collector import moderation
from collector.acts.desk import carry_out, note
from collector.entries import Decision, Entry, Reason, State, new_reference
from collector.errors import Conflict
from collector.moderation import Move
from collector.store import Store, reads, writes

STEP = 50
"""Entries that are decided on in one transaction, so that nobody waits long behind it."""


@dataclass(frozen=True)
class Done:
    """What came of it: how many were decided on under this name, how many passed over."""

    batch: str
    count: int
    passed: int


def decide(
    store: Store,
    move: Move,
    refs: Iterable[str],
    state: State,
    by: str,
    now: datetime,
    *,
    reason: Reason = Reason.NONE,
) -> Done:
    """Move those of the entries that are still in this state. Raises Conflict for a move that
    leads nowhere from it.
    """
    after, batch = moderation.move(state, move), new_reference()

    def moved(store: Store, ref: str) -> bool:
        entry = reads.entry(store, ref)
        if entry is None or entry.state is not state:
            return False
        decision = Decision.on(entry, move, after, by, now)
        carry_out(store, entry, replace(decision, reason=reason, batch=batch))
        return True

    return _in_steps(store, batch, refs, moved)


def undo(store: Store, name: str, refs: Iterable[str], by: str, now: datetime) -> Done:
    """Put back those of the entries on which nothing was decided since they were under this name;
    itself a decision, under a name of its own.
    """
    batch = new_reference()

    def put_back(store: Store, ref: str) -> bool:
        entry = reads.entry(store, ref)
        found = _undone(store, entry, name) if entry else None
        if entry is None or found is None:
            return False
        before, last = found
        writes.replace(store, before, entry.revision)
        decision = Decision.on(entry, "undo", entry.state, by, now)
        turned = replace(decision, before=last.after, after=last.before, undoes=last.ref)
        note(store, replace(turned, batch=batch))
        return True

    return _in_steps(store, batch, refs, put_back)


def _undone(store: Store, entry: Entry, name: str) -> tuple[Entry, Decision] | None:
    """The entry as it was before what was decided under this name, if that was the last."""
    try:
        before, last = moderation.undone(entry, reads.decisions(store, about=entry.ref))
    except Conflict:
        return None
    return (before, last) if last.batch == name else None


def _in_steps(
    store: Store, batch: str, refs: Iterable[str], one: Callable[[Store, str], bool]
) -> Done:
    def step(store: Store, some: Iterable[str]) -> list[bool]:
        return [one(store, ref) for ref in some]

    def results() -> Iterator[bool]:
        left = iter(dict.fromkeys(refs))
        while some := tuple(islice(left, STEP)):
            yield from store.transact(partial(step, some=some))

    told = list(results())
    return Done(batch, sum(told), len(told) - sum(told))
