"""What somebody agreed to is taken back by whoever holds the receipt, and holds no more at once."""

from dataclasses import dataclass, replace
from datetime import datetime

from collector.acts.receipt import AUTHOR, look
from collector.entries import Decision, Entry, JobKind
from collector.store import Store, reads, writes

DISAGREE = "disagree"
"""The move, as its decision names it. The decision says nothing of what it was about."""


@dataclass(frozen=True)
class Agreement:
    """One thing that was agreed to, by the question's id, in the words of then."""

    question: str
    words: str


def agreements(store: Store, entry: Entry) -> list[Agreement]:
    """What an entry's author has agreed to and not taken back."""
    found = ((name, reads.text(store, each) or "") for name, each in entry.agreed.items())
    return [Agreement(name, words) for name, words in found]


def take_back(store: Store, code: str, question: str, now: datetime) -> None:
    """The author does not agree any more; once is as good as twice. Raises Unknown."""

    def act(store: Store) -> None:
        entry = look(store, code).entry
        if question not in entry.agreed:
            return
        kept = replace(
            entry,
            agreed={name: each for name, each in entry.agreed.items() if name != question},
            answers={name: each for name, each in entry.answers.items() if name != question},
        )
        writes.replace(store, kept, entry.revision)
        writes.add(store, Decision.on(entry, DISAGREE, entry.state, AUTHOR, now))
        writes.enqueue(store, JobKind.FILL, entry.challenge, now)
        writes.enqueue(store, JobKind.SWEEP, "", now)

    store.transact(act)
