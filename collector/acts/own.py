"""One's own data: everything that is kept under a receipt, for whoever holds its code."""

from typing import Any

from collector.acts.agree import agreements
from collector.acts.receipt import Held, look
from collector.entries import Ballot, Vote, to_document
from collector.store import Store, outbox, reads, thank_yous

LEFT_OUT = frozenset({"place", "confirm_hash", "leave_hash"})
"""Of a person: what says nothing about them."""


def data(store: Store, code: str) -> dict[str, Any]:
    """Plain JSON values: the entry, what it said before, its files, answers to it, addresses left
    with it. Raises Unknown.
    """
    held = look(store, code)
    return _of(store, held)


def vote(kept: Vote | Ballot) -> dict[str, Any]:
    """The same of a vote or a ballot, about which nothing else is kept."""
    return {"vote": to_document(kept)}


def _of(store: Store, held: Held) -> dict[str, Any]:
    ref = held.entry.ref
    people = [to_document(each) for each in outbox.people(store, ref) if each.author]
    return {
        "entry": to_document(held.entry),
        "revisions": [to_document(each) for each in reads.revisions(store, ref)],
        "files": [to_document(each) for each in reads.files(store, about=ref)],
        "agreed": {each.question: each.words for each in agreements(store, held.entry)},
        "thank_yous": [
            {"text": each.text, "at": each.at.isoformat()} for each in thank_yous.about(store, ref)
        ],
        "replies": [{"text": each.text, "at": each.at.isoformat()} for each in held.replies],
        "follows": [
            {name: value for name, value in each.items() if name not in LEFT_OUT} for each in people
        ],
    }
