"""Closing: a challenge's brief gets an end that has just passed, in that one line of its file."""

import hashlib
import secrets
from datetime import datetime
from pathlib import Path

from collector import brief
from collector.brief import Brief, Phase
from collector.entries import JobKind
from collector.errors import Conflict, Refused, Unknown
from collector.garden import Garden
from collector.store import Store, writes


def close_now(garden: Garden, store: Store, slug: str, seen: str, now: datetime) -> None:
    """Write `closes:` into the brief and leave a build to do.

    `seen` is the hash of the file that was looked at. Raises Unknown; Conflict where the file has
    changed since, has faults or is not open; and Refused, with the line to write by hand, where
    it can't be written.
    """
    path = garden.challenges / f"{slug}.md"
    content = _read(path, slug)
    if _hash(content) != seen:
        raise Conflict("brief-changed", path=path)
    line = closing_line(garden, now)
    text = brief.set_setting(content.decode(), *line.split(": ", 1))
    closed = _reading(garden, path, text)
    if _reading(garden, path, content.decode()).phase(now) is not Phase.OPEN:
        raise Conflict("close-not-open", slug=slug)
    if closed.phase(now) is not Phase.CLOSED:
        raise Conflict("brief-broken", path=path)
    _write(path, text, line)
    writes.enqueue(store, JobKind.BUILD, "", now)


def closing_line(garden: Garden, now: datetime) -> str:
    """The line that closes a challenge at `now`, in the garden's time."""
    return f"closes: {now.astimezone(garden.settings.zone):%Y-%m-%d %H:%M}"


def file_hash(garden: Garden, slug: str) -> str:
    """The hash of the brief's file as it is now; raises Unknown if there is none."""
    return _hash(_read(garden.challenges / f"{slug}.md", slug))


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _read(path: Path, slug: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise Unknown("no-challenge", challenge=slug) from None


def _reading(garden: Garden, path: Path, text: str) -> Brief:
    found = brief.read(path, garden.settings, text=text).brief
    if found is None:
        raise Conflict("brief-broken", path=path)
    return found


def _write(path: Path, text: str, line: str) -> None:
    """Written aside and put in place whole, with the rights that the file had."""
    draft = path.with_name(f"_{path.name}.{secrets.token_hex(4)}")
    try:
        draft.write_bytes(text.encode())
        draft.chmod(path.stat().st_mode)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise Refused("brief-read-only", path=path, line=line, cause=str(error)) from error
