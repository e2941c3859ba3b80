"""The keys of feeds, by their hashes: one for each account that made one."""

from collector.entries import FeedKey
from collector.store import single, writes
from collector.store.store import Store
from collector.store.tables import PLACES

TABLE = PLACES[FeedKey][0]


def find(store: Store, code_hash: str) -> FeedKey | None:
    """The key of this hash."""
    return single.find(store, FeedKey, code_hash=code_hash)


def of_account(store: Store, account: str) -> FeedKey | None:
    """The key that an account made."""
    return single.find(store, FeedKey, account=account)


def remove(store: Store, account: str) -> int:
    """Within an act: the account's key opens nothing any more."""
    return writes.remove_all(store, TABLE, account=account)
