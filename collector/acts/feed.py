"""The owners' feed: its address is made and taken back at the desk, and shown once."""

from datetime import datetime

from collector.entries import FeedKey, Role, new_reference
from collector.entries.person import hash_of
from collector.errors import Unknown
from collector.store import Store, feeds, reads, writes

LENGTH = 26
"""Signs of a key: 125 bits."""


def make(store: Store, account: str, now: datetime) -> str:
    """A key for this account; the one it had before opens nothing any more."""
    key = new_reference(LENGTH)

    def act(store: Store) -> str:
        feeds.remove(store, account)
        writes.add(store, FeedKey(code_hash=hash_of(key), account=account, made=now))
        return key

    return store.transact(act)


def revoke(store: Store, account: str) -> None:
    """From now on the account's feed is not there."""
    store.transact(lambda store: feeds.remove(store, account))


def ensure(store: Store, key: str) -> None:
    """Raises Unknown unless the key is that of an owner of the whole garden."""
    found = feeds.find(store, hash_of(key))
    account = reads.account(store, found.account) if found else None
    if account is None or not account.may(Role.OWNER, None):
        raise Unknown("no-page")
