"""Live sheets: the address of a table is made and taken back at the desk, and shown once."""

from datetime import datetime

from collector.entries import Role, SheetKey, new_reference
from collector.entries.person import hash_of
from collector.errors import Unknown
from collector.store import Store, reads, sheets, writes

LENGTH = 26
"""Signs of a key: 125 bits."""


def make(store: Store, account: str, challenge: str, what: str, now: datetime) -> str:
    """A key that opens `what` of a challenge, as this account may take it home."""
    key = new_reference(LENGTH)
    writes.add(
        store,
        SheetKey(
            ref=new_reference(),
            code_hash=hash_of(key),
            account=account,
            challenge=challenge,
            what=what,
            made=now,
        ),
    )
    return key


def revoke(store: Store, challenge: str, ref: str) -> None:
    """From now on the address is not there; once is as good as twice."""
    sheets.remove(store, challenge, ref)


def opened(store: Store, key: str) -> SheetKey:
    """What a key opens. Raises Unknown unless its account may still take that home.

    An account of the same name that was made later is somebody else.
    """
    found = sheets.find(store, hash_of(key))
    account = reads.account(store, found.account) if found else None
    if found is None or account is None or account.made > found.made:
        raise Unknown("no-page")
    if not account.may(Role.OWNER, found.challenge):
        raise Unknown("no-page")
    return found
