"""The garden's secret key: made once, readable by nobody else, never in the store or a backup."""

import hashlib
import os
import secrets
from pathlib import Path

from collector.errors import SettingsError
from collector.garden import Garden
from collector.store.store import Store

LEAST = 32
"""Bytes."""


def secret(garden: Garden) -> bytes:
    """The garden's secret, made if there is none; collectors that share a database share it.

    Raises SettingsError for a short one, or one that is not the others'; what the store raises.
    """
    if not garden.shared:
        return _secret(garden.secret)
    with Store.open(garden) as store:
        return _shared(store, garden.secret)


def _shared(store: Store, path: Path) -> bytes:
    """To make a key of its own in silence would cut this collector off from the others' links."""
    known = store.fact("key")
    if known is not None and not path.exists():
        raise SettingsError("secret-elsewhere", path=path)
    found = _secret(path)
    mark = hashlib.sha256(b"the garden's key " + found).hexdigest()
    if store.agree("key", mark) != mark:
        raise SettingsError("secret-other", path=path)
    return found


def _secret(path: Path) -> bytes:
    try:
        if not path.exists():
            _make(path)
        found = path.read_bytes().strip()
    except OSError as error:
        raise SettingsError("secret-unreadable", path=path, cause=str(error)) from error
    if len(found) < LEAST:
        raise SettingsError("secret-short", path=path, least=LEAST)
    return found


def _make(path: Path) -> None:
    """Written aside, then linked to its place: whoever comes second finds the first one's."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    file = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(file, "w") as opened:
            opened.write(secrets.token_hex(LEAST) + "\n")
            opened.flush()
            os.fsync(opened.fileno())
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
