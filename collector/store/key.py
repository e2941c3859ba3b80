"""The garden's secret key: made once, readable by nobody else, never in the store or a backup."""

import os
import secrets
from pathlib import Path

from collector.errors import SettingsError
from collector.garden import Garden
from collector.store.mark import compare, is_marked
from collector.store.store import Store

LEAST = 32
"""Bytes."""


def secret(garden: Garden) -> bytes:
    """The garden's secret, made if there is none; collectors that share a store share it.

    Raises SettingsError for a short one, or where others have one and it is missing here; to make
    one of its own would cut this collector off from their links. Raises what the store raises.
    """
    if not garden.shared or garden.secret.exists():
        return _secret(garden.secret)
    with Store.open(garden) as store:
        if is_marked(store):
            raise SettingsError("secret-elsewhere", path=garden.secret)
        found = _secret(garden.secret)
        compare(store, garden.secret)
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
