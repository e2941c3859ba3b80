"""Invitations, by the hashes of their codes and by challenge."""

from collections.abc import Iterable

from collector.entries import Invitation, from_document, to_document
from collector.store import single
from collector.store.store import Store
from collector.store.tables import PLACES

TABLE = PLACES[Invitation][0]


def find(store: Store, code_hash: str) -> Invitation | None:
    """The invitation whose code has this hash."""
    return single.find(store, Invitation, code_hash=code_hash)


def of_challenge(store: Store, challenge: str) -> list[Invitation]:
    """All of a challenge, by number."""
    found = store.table(TABLE).find(challenge=challenge)
    return sorted((from_document(Invitation, each) for each in found), key=lambda one: one.number)


def add(store: Store, invitations: Iterable[Invitation]) -> None:
    """Within an act: keep new ones. Raises Taken."""
    store.table(TABLE).insert_multiple(to_document(each) for each in invitations)


def put(store: Store, invitation: Invitation) -> None:
    """Within an act: keep what is now known of one that is kept."""
    rows = store.table(TABLE)
    found = rows.first(code_hash=invitation.code_hash)
    if found is not None:
        rows.update(to_document(invitation), doc_ids=[found.doc_id])
