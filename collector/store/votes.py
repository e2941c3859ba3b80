"""Votes as they are kept: one a person, round and idea; counted by the database, by their keys."""

from collections.abc import Collection, Iterator, Mapping
from typing import TypeAlias

from collector.entries import Vote, from_document, new_reference, to_document
from collector.store import single, writes
from collector.store.store import Store

Tally: TypeAlias = Mapping[tuple[str, str, str, str], int]
"""By idea, value, why it is counted apart (empty: it counts), and hour in ISO 8601."""

KEYS = ("idea", "value", "apart", "at")


def tally(store: Store, challenge: str, round_: str) -> Tally:
    """How many votes there are of each kind in one round of a challenge."""
    found = store.table("votes").tally(*KEYS, challenge=challenge, round=round_)
    return {(idea, value, apart, at): n for (idea, value, apart, at), n in found.items()}


def tally_of(store: Store, challenge: str, round_: str, idea: str) -> Mapping[tuple[str, str], int]:
    """How many votes there are on one idea, by value and why they are counted apart."""
    keys = {"challenge": challenge, "round": round_, "idea": idea}
    found = store.table("votes").tally("value", "apart", **keys)
    return {(value, apart): n for (value, apart), n in found.items()}


def voters(store: Store, challenge: str, round_: str) -> int:
    """How many people's votes count in the round, on whatever idea."""
    keys = {"challenge": challenge, "round": round_, "apart": ""}
    return store.table("votes").distinct("voter", **keys)


def one(store: Store, ref: str) -> Vote | None:
    """The vote of this name."""
    return single.find(store, Vote, ref=ref)


def cast_by(store: Store, voter: str, round_: str, idea: str) -> Vote | None:
    """The vote of this voter on this idea."""
    return single.find(store, Vote, round=round_, idea=idea, voter=voter)


def all_by(store: Store, challenge: str, round_: str, voter: str) -> list[Vote]:
    """The votes of this voter in the round."""
    found = store.table("votes").find(challenge=challenge, round=round_, voter=voter)
    return [from_document(Vote, each) for each in found]


def on(store: Store, round_: str, ideas: Collection[str]) -> Iterator[Vote]:
    """The votes on these ideas, in the order in which they were cast or last changed."""
    found = store.table("votes").find(round=round_, idea=ideas)
    return (from_document(Vote, each) for each in found)


def put(store: Store, vote: Vote, *, anew: bool = False) -> None:
    """Within an act: keep the vote, in place of the one that its voter cast on its idea before;
    `anew` says that there was none.

    Its row is the newest then: the order of rows is the order in which people said something.
    """
    if not anew:
        take(store, vote)
    store.table("votes").insert(to_document(vote))


def take(store: Store, vote: Vote) -> bool:
    """Within an act: remove what this voter cast on this idea; False if there was nothing."""
    rows = store.table("votes")
    found = rows.first(round=vote.round, idea=vote.idea, voter=vote.voter)
    return found is not None and bool(rows.remove(doc_ids=[found.doc_id]))


def remove_on(store: Store, idea: str) -> int:
    """Within an act: an erased idea's votes go with it; how many there were."""
    return writes.remove_all(store, "votes", idea=idea)


def count_in(store: Store, challenge: str, round_: str, idea: str, apart: str) -> int:
    """Within an act: the idea's votes that were kept apart for this reason count; how many."""
    keys = {"challenge": challenge, "round": round_, "idea": idea, "apart": apart}
    rows = store.table("votes")
    found = [each.doc_id for each in rows.find(**keys)]
    return len(rows.update({"apart": ""}, doc_ids=found))


def number_apart(store: Store, challenge: str, round_: str, idea: str, apart: str) -> int:
    """How many of the idea's votes are kept apart for this reason."""
    keys = {"challenge": challenge, "round": round_, "idea": idea, "apart": apart}
    return store.table("votes").number(**keys)


def forget(store: Store, challenge: str, round_: str, voter: str) -> int:
    """Within an act: erase this person's key; each of their votes still counts, once.

    Each gets a random key of its own, so that nothing ties them together any more; how many.
    """
    rows = store.table("votes")
    found = [*rows.find(challenge=challenge, round=round_, voter=voter)]
    for each in found:
        rows.update({"voter": new_reference()}, doc_ids=[each.doc_id])
    return len(found)
