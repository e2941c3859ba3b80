"""The secret key: nobody can see from here whether a copy is kept elsewhere, so the owner says.

What was said is kept beside the key, with the key's fingerprint: of another key it says nothing.
"""

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from collector.errors import SettingsError, said_by_system
from collector.garden import Garden
from collector.store.doctor.sign import Sign, failed, ok, warning


def note_copied(garden: Garden, day: date) -> None:
    """Keep that the owner has a copy of the key elsewhere. Raises SettingsError without a key."""
    path = garden.secret
    try:
        _noted(garden).write_text(f"{_fingerprint(path)} {day.isoformat()}\n", encoding="utf-8")
    except OSError as error:
        raise SettingsError("secret-unreadable", path=path, cause=said_by_system(error)) from error


def key(garden: Garden) -> Iterator[Sign]:
    """Whether the owner has said that this key is kept elsewhere too."""
    if not garden.secret.exists():
        yield ok("doctor-no-key", path=garden.secret)
        return
    try:
        fingerprint = _fingerprint(garden.secret)
    except OSError as error:
        cause = said_by_system(error)
        yield failed(SettingsError("secret-unreadable", path=garden.secret, cause=cause))
        return
    noted = _noted(garden)
    told = noted.read_text("utf-8").split() if noted.is_file() else []
    if told[:1] == [fingerprint]:
        yield ok("doctor-key-copied", path=garden.secret, day=told[1])
    elif told:
        yield warning("doctor-key-changed", path=garden.secret)
    else:
        yield warning("doctor-key-alone", path=garden.secret)


def _noted(garden: Garden) -> Path:
    return garden.secret.with_name(f"{garden.secret.name}.copied")


def _fingerprint(path: Path) -> str:
    """It tells two keys apart, and nothing else: keys are long and random."""
    return hashlib.sha256(b"ideagarden key " + path.read_bytes().strip()).hexdigest()[:16]
