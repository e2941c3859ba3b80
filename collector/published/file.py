"""A challenge's published data as a file: whole or not at all, and new only where it says more."""

import json
import os
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile

from collector.errors import Unavailable, Unreadable
from collector.published.data import PublishedData
from collector.published.orders import Order


def read(path: Path) -> PublishedData | None:
    """The data in the file, None if there is no file. Raises Unreadable, Unavailable."""
    try:
        return PublishedData.from_document(json.loads(path.read_bytes()))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Unavailable("published-unavailable", path=path, cause=error.strerror) from error
    except (KeyError, TypeError, ValueError) as error:
        raise Unreadable("published-unreadable", path=path, cause=repr(error)) from error


def write(path: Path, data: PublishedData, *, force: bool = False) -> bool:
    """Put the data in the file, readable for all; False if it stood there already.

    With a new day, in the zone of the data's `as_of`, it is written again; where ideas are drawn
    by lot, with a new hour.
    Raises Unavailable; the file that stood goes on standing.
    """
    if not force and _stands(path, data):
        return False
    text = json.dumps(data.to_document(), ensure_ascii=False, indent=1) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        put(path, text.encode(), 0o644)
    except OSError as error:
        raise Unavailable("published-unavailable", path=path, cause=error.strerror) from error
    return True


def _stands(path: Path, data: PublishedData) -> bool:
    try:
        kept = read(path)
    except Unreadable:
        return False
    return (
        kept is not None
        and _turn(kept.as_of.astimezone(data.as_of.tzinfo), data) == _turn(data.as_of, data)
        and replace(kept, as_of=data.as_of) == data
    )


def _turn(moment: datetime, data: PublishedData) -> tuple[date, int | None]:
    """The day, and where ideas are drawn the hour, for which what is published stands."""
    drawn = Order.DRAWN in data.orders
    return moment.date(), moment.astimezone(UTC).hour if drawn else None


def put(path: Path, content: bytes, mode: int) -> None:
    """Put the content in the file, synced, whole or not at all. Raises OSError."""
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).chmod(mode)
            Path(file.name).replace(path)
        except OSError:
            Path(file.name).unlink(missing_ok=True)
            raise
