"""What an act leaves to be told: written with it, told to whoever wants to know.

Here it is only said that something happened. Who is told, and in which words, is for `notices`.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from collector import screening
from collector.brief import Brief
from collector.entries import Comment, Decision, Entry, Event, Idea, State
from collector.moderation import Move
from collector.store import Store, outbox, reads

EVENTS: Mapping[str, Event] = {
    Move.APPROVE: Event.APPROVED,
    "reply": Event.ANSWERED,
    "progress": Event.PROGRESSED,
    "merge": Event.MERGED,
}
"""By the move of a decision."""


def arrived(store: Store, entry: Entry, now: datetime) -> None:
    """Within an act: an entry came from outside. It is told once, however often it is changed."""
    if entry.typed_by:
        return
    if entry.state is State.WAITING:
        outbox.tell(store, Event.ARRIVED, entry.ref, entry.challenge, now, once="arrived")
    elif entry.state is State.APPROVED:
        _approved(store, entry, now)


def screened(store: Store, entry: Entry, brief: Brief, now: datetime) -> None:
    """Within an act: tell staff of an entry that mentions what a rule of theirs names, once."""
    if entry.state in (State.WAITING, State.APPROVED) and screening.is_told(entry, brief):
        outbox.tell(store, Event.SCREENED, entry.ref, entry.challenge, now, once="screened")


def decided(store: Store, decision: Decision) -> None:
    """Within an act: an owner has decided."""
    event = EVENTS.get(decision.move)
    if event is None or (event is not Event.ANSWERED and decision.undoes):
        return
    entry = reads.entry(store, decision.about)
    if event is Event.APPROVED and entry is not None:
        _approved(store, entry, decision.at)
    elif isinstance(entry, Idea):
        if event is not Event.ANSWERED:  # what was answered along with it is told in one
            outbox.untell(store, Event.ANSWERED, entry.ref, decision.at)
        outbox.tell(store, event, entry.ref, entry.challenge, decision.at)


def test(store: Store, readers: Iterable[str], now: datetime) -> None:
    """Send a test to these."""

    def act(store: Store) -> None:
        for each in readers:
            outbox.tell_one(store, Event.TEST, "", "", each, now)

    store.transact(act)


def _approved(store: Store, entry: Entry, now: datetime) -> None:
    """Once for each entry: who approves again after a change has nothing new to tell."""
    if isinstance(entry, Idea):
        outbox.tell(store, Event.APPROVED, entry.ref, entry.challenge, now, once="approved")
    elif isinstance(entry, Comment):
        _commented(store, entry, now)


def _commented(store: Store, comment: Comment, now: datetime) -> None:
    event = Event.REPLIED if comment.parent else Event.COMMENTED
    outbox.tell(store, event, comment.about, comment.challenge, now, once=comment.ref)
    if comment.parent and outbox.people(store, comment.parent):
        outbox.tell(store, event, comment.parent, comment.challenge, now, once=comment.ref)
