"""Ballots as they are kept: one a person and round."""

from collections.abc import Iterator

from collector.entries import Ballot, from_document, new_reference, to_document
from collector.store import single
from collector.store.store import Store


def one(store: Store, ref: str) -> Ballot | None:
    """The ballot of this name."""
    return single.find(store, Ballot, ref=ref)


def filled_by(store: Store, challenge: str, round_: str, voter: str) -> Ballot | None:
    """The ballot of this voter in the round."""
    return single.find(store, Ballot, challenge=challenge, round=round_, voter=voter)


def all_in(store: Store, challenge: str, round_: str) -> Iterator[Ballot]:
    """The ballots of the round."""
    found = store.table("ballots").find(challenge=challenge, round=round_)
    return (from_document(Ballot, each) for each in found)


def put(store: Store, ballot: Ballot) -> None:
    """Within an act: keep the ballot in place of the one that its voter filled in before."""
    take(store, ballot)
    store.table("ballots").insert(to_document(ballot))


def take(store: Store, ballot: Ballot) -> bool:
    """Within an act: remove this voter's ballot; False if there was none."""
    rows = store.table("ballots")
    keys = {"challenge": ballot.challenge, "round": ballot.round, "voter": ballot.voter}
    found = rows.first(**keys)
    return found is not None and bool(rows.remove(doc_ids=[found.doc_id]))


def take_off(store: Store, challenge: str, idea: str) -> int:
    """Within an act: an erased idea stands on no ballot; one that is empty then goes too.

    How many it stood on.
    """
    rows = store.table("ballots")
    on = [each for each in rows.find(challenge=challenge) if idea in each["choices"]]
    for each in on:
        choices = [ref for ref in each["choices"] if ref != idea]
        if choices:
            rows.update({"choices": choices}, doc_ids=[each.doc_id])
        else:
            rows.remove(doc_ids=[each.doc_id])
    return len(on)


def forget(store: Store, challenge: str, round_: str, voter: str) -> int:
    """Within an act: erase this person's key; their ballot still counts, under a random one."""
    rows = store.table("ballots")
    found = [*rows.find(challenge=challenge, round=round_, voter=voter)]
    for each in found:
        rows.update({"voter": new_reference()}, doc_ids=[each.doc_id])
    return len(found)
