"""Closing and reopening: a challenge's brief gets another end, in that one line of its file.

Where it goes by dated phases, the one that is on ends, and those behind it become notes; to open it
again, the last one lasts longer.
"""

import hashlib
from datetime import datetime
from pathlib import Path

from collector import brief
from collector.brief import Brief, Phase
from collector.entries import JobKind
from collector.errors import Conflict, Refused, Unknown
from collector.garden import Garden
from collector.store import Store, writes


def close_now(garden: Garden, store: Store, slug: str, seen: str, now: datetime) -> None:
    """Write the end into the brief, as `closes:` or that of a phase, and leave a build to do.

    `seen` is the hash of the file that was looked at. Raises Unknown; Conflict where the file has
    changed since, has faults or is not open; and Refused, with the line to write by hand, where
    it can't be written.
    """
    path = _path(garden, slug)
    text = _seen(path, seen)
    end = f"{now.astimezone(garden.settings.zone):%Y-%m-%d %H:%M}"
    standing = _brief(garden, path, text)
    if standing.phase(now) is not Phase.OPEN:
        raise Conflict("close-not-open", slug=slug)
    closed = _ended(text, standing, end, now)
    if _brief(garden, path, closed).phase(now) is not Phase.CLOSED:
        raise Conflict("brief-broken", path=path)
    _write(path, closed, f"closes: {end}")
    writes.enqueue(store, JobKind.BUILD, "", now)


def _ended(text: str, standing: Brief, end: str, now: datetime) -> str:
    if not standing.phases:
        return brief.set_setting(text, "closes", end)
    on = standing.dated_phase(now)
    later = {each.name for each in standing.phases if each.opens > now}
    text = brief.leave_out_phases(text, later)
    return brief.end_phase(text, on.name, end) if on else text


def reopen(garden: Garden, store: Store, slug: str, seen: str, until: str, now: datetime) -> None:
    """Write another end into the brief of a closed challenge, and leave a build to do.

    `until` is what `closes:` takes, as `2027-03-31` or `never`; the last phase needs a day, and
    something that it allows. Raises what `close_now` does.
    """
    path = _path(garden, slug)
    text = _seen(path, seen)
    standing = _brief(garden, path, text)
    if standing.phase(now) is not Phase.CLOSED:
        raise Conflict("reopen-not-closed", slug=slug)
    opened = _lasting(text, standing, until)
    if _brief(garden, path, opened).phase(now) is not Phase.OPEN:
        raise Conflict("reopen-past", until=until)
    _write(path, opened, f"closes: {until}")
    writes.enqueue(store, JobKind.BUILD, "", now)


def _lasting(text: str, standing: Brief, until: str) -> str:
    if not standing.phases:
        return brief.set_setting(text, "closes", until)
    last = standing.phases[-1]
    if not last.acts:
        raise Conflict("reopen-phases", name=last.name)
    if until == "never":
        raise Conflict("reopen-day", name=last.name)
    return brief.end_phase(text, last.name, until)


def _seen(path: Path, seen: str) -> str:
    """The text of the file that was looked at. Raises Conflict if it is another by now."""
    content = _read(path)
    if _hash(content) != seen:
        raise Conflict("brief-changed", path=path)
    return _text(path, content)


def file_hash(garden: Garden, slug: str) -> str:
    """The hash of the brief's file as it is now; empty if it can't be read."""
    try:
        return _hash(_read(_path(garden, slug)))
    except Unknown:
        return ""


def _path(garden: Garden, slug: str) -> Path:
    return garden.challenges / f"{slug}.md"


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise Unknown("no-challenge", challenge=path.stem) from None


def _text(path: Path, content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise Conflict("brief-broken", path=path) from None


def _brief(garden: Garden, path: Path, text: str) -> Brief:
    found = brief.read(path, garden.settings, text=text).brief
    if found is None:
        raise Conflict("brief-broken", path=path)
    return found


def _write(path: Path, text: str, line: str) -> None:
    try:
        brief.rewrite(path, text)
    except OSError as error:
        raise Refused(
            "brief-read-only", path=path, line=line, cause=error.strerror or error
        ) from error
