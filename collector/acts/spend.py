"""A sealed link is used once."""

from datetime import datetime

from collector.entries import Spent
from collector.errors import Conflict, Taken
from collector.store import Store, writes


def spend(store: Store, token_hash: str, ends: datetime) -> None:
    """From now on it was used. Raises Conflict if it was before."""

    def act(store: Store) -> None:
        try:
            writes.add(store, Spent(token_hash=token_hash, ends=ends))
        except Taken:
            raise Conflict("email-link-used") from None

    store.transact(act)
