"""The keys of live sheets, by their hashes: as many as were made for a challenge."""

from collector.entries import SheetKey, from_document
from collector.store import single, writes
from collector.store.store import Store
from collector.store.tables import PLACES

TABLE = PLACES[SheetKey][0]


def find(store: Store, code_hash: str) -> SheetKey | None:
    """The key of this hash."""
    return single.find(store, SheetKey, code_hash=code_hash)


def of_challenge(store: Store, challenge: str) -> list[SheetKey]:
    """Those that open something of a challenge, the oldest first."""
    return [from_document(SheetKey, each) for each in store.table(TABLE).find(challenge=challenge)]


def remove(store: Store, challenge: str, ref: str) -> int:
    """The key of this name opens nothing any more."""
    return writes.remove_all(store, TABLE, challenge=challenge, ref=ref)
