"""The keys of feeds, by their hashes: one for each account that made one."""

from collector.entries import FeedKey, from_document
from collector.store import writes
from collector.store.store import Store
from collector.store.tables import PLACES

TABLE = PLACES[FeedKey][0]


def find(store: Store, code_hash: str) -> FeedKey | None:
    """The key of this hash."""
    found = store.table(TABLE).first(code_hash=code_hash)
    return None if found is None else from_document(FeedKey, found)


def of_account(store: Store, account: str) -> FeedKey | None:
    """The key that an account made."""
    found = store.table(TABLE).first(account=account)
    return None if found is None else from_document(FeedKey, found)


def remove(store: Store, account: str) -> int:
    """Within an act: the account's key opens nothing any more."""
    return writes.remove_all(store, TABLE, account=account)
