"""Comparisons as they are kept: one a person, round and pair."""

from collections.abc import Iterator
from functools import partial

from collector.entries import Comparison, from_document, new_reference, to_document
from collector.store import single, writes
from collector.store.store import Store


def one(store: Store, ref: str) -> Comparison | None:
    """The comparison of this name."""
    return single.find(store, Comparison, ref=ref)


def all_in(store: Store, challenge: str, round_: str) -> Iterator[Comparison]:
    """The comparisons of the round, in the order in which they were made or last changed."""
    found = store.table("comparisons").find(challenge=challenge, round=round_)
    return (from_document(Comparison, each) for each in found)


def made_by(store: Store, challenge: str, round_: str, voter: str) -> list[Comparison]:
    """What this voter has compared in the round."""
    found = store.table("comparisons").find(challenge=challenge, round=round_, voter=voter)
    return [from_document(Comparison, each) for each in found]


def put(store: Store, comparison: Comparison) -> None:
    """Within an act: keep it in place of the one of this name; its row is the newest then."""
    take(store, comparison.ref)
    store.table("comparisons").insert(to_document(comparison))


def take(store: Store, ref: str) -> bool:
    """Within an act: remove the comparison of this name; False if there is none."""
    return writes.remove(store, Comparison, ref)


def remove_with(store: Store, challenge: str, idea: str) -> int:
    """Within an act: what an erased idea was compared with goes with it; how many there were."""
    of = partial(writes.remove_all, store, "comparisons", challenge=challenge)
    return of(left=idea) + of(right=idea)


def remove_by(store: Store, challenge: str, round_: str, voter: str) -> int:
    """Within an act: remove all that this voter has compared in the round; how many there were."""
    keys = {"challenge": challenge, "round": round_, "voter": voter}
    return writes.remove_all(store, "comparisons", **keys)


def forget(store: Store, challenge: str, round_: str, voter: str) -> int:
    """Within an act: erase this person's key; each of their answers still counts, once.

    Each gets a random key of its own, so that nothing ties them together any more; how many.
    """
    rows = store.table("comparisons")
    found = [*rows.find(challenge=challenge, round=round_, voter=voter)]
    for each in found:
        rows.update({"voter": new_reference()}, doc_ids=[each.doc_id])
    return len(found)
