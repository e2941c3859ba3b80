"""The garden's secret key: made once, readable by nobody else, never in the store or a backup."""

import os
import secrets
from pathlib import Path

from collector.errors import SettingsError
from collector.garden import Garden

LEAST = 32
"""Bytes."""


def secret(garden: Garden) -> bytes:
    """The garden's secret, made if there is none. Raises SettingsError for a short one."""
    path = garden.secret
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
