"""The settings are changed at the desk: in their file, which stays the owner's, line by line."""

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

from collector import brief
from collector.entries import JobKind
from collector.errors import Conflict, Invalid, Problem, Refused, SettingsError, said_by_system
from collector.garden import Garden, Settings
from collector.garden.editing import Setting, edited
from collector.garden.offered import OFFERED, Kind, Offer, value_of
from collector.store import Store, lock, writes

LONGEST = 500
"""Characters of one text."""

TAKEN_UP = timedelta(seconds=5)
"""Until whoever builds works by the new settings."""


def change(
    garden: Garden, store: Store, typed: Mapping[str, str], seen: str, now: datetime
) -> tuple[str, ...]:
    """Write what was typed, by key, into the settings; the keys that changed.

    `seen` is the hash of the file that was looked at. Raises Invalid with what is wrong by key,
    Conflict where the file has changed since or has faults, and Refused where it can't be written.
    """
    values, problems = _read_typed(typed)
    with lock.locked(garden.var / "settings.lock"):
        text = text_of(garden)
        if file_hash(text) != seen:
            raise Conflict("settings-changed")
        present = Settings.parse(text, _named(garden))
        changes = {key: each for key, each in values.items() if each != value_of(present, key)}
        _check(garden, text, changes, problems)
        if changes:
            _write(garden, edited(text, changes))
            writes.enqueue(store, JobKind.BUILD, "", now + TAKEN_UP)
    return tuple(changes)


def text_of(garden: Garden) -> str:
    """What the file says. Raises Conflict where it can't be read."""
    try:
        return garden.file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise Conflict("settings-away", path=garden.file) from None


def file_hash(text: str) -> str:
    """What tells one state of the file from another."""
    return hashlib.sha256(text.encode()).hexdigest()


def present(garden: Garden) -> Settings:
    """The settings as they stand in the file now. Raises SettingsError."""
    return Settings.parse(text_of(garden), _named(garden))


def _read_typed(typed: Mapping[str, str]) -> tuple[dict[str, Setting], dict[str, Problem]]:
    """The values that were typed, of settings that are offered, and what is none."""
    values: dict[str, Setting] = {}
    problems: dict[str, Problem] = {}
    for key in OFFERED.keys() & typed.keys():
        found = _value(OFFERED[key], typed[key])
        if isinstance(found, Problem):
            problems[key] = found
        else:
            values[key] = found
    return values, problems


def _value(offer: Offer, text: str) -> Setting | Problem:
    plain = text.strip()
    if offer.kind is Kind.NUMBER:
        return _number(offer, plain)
    lines = [each.strip() for each in plain.splitlines() if each.strip()]
    if any(len(each) > LONGEST or not each.isprintable() for each in lines):
        return Problem("setting-characters", {"most": LONGEST})
    if offer.kind is Kind.LINES:
        return tuple(lines)
    return plain if len(lines) < 2 else Problem("setting-one-line")


def _number(offer: Offer, text: str) -> int | Problem:
    facts = {"least": offer.least, "most": offer.most}
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        return Problem("setting-number", facts)
    number = int(text)
    return number if offer.least <= number <= offer.most else Problem("setting-number", facts)


def _check(
    garden: Garden,
    text: str,
    changes: Mapping[str, Setting],
    found: Mapping[str, Problem],
) -> None:
    """Each by itself, so that every fault is told at its field, with those found already."""
    problems = dict(found)
    for key, value in changes.items():
        try:
            Settings.parse(edited(text, {key: value}), _named(garden))
        except SettingsError as error:
            problems[key] = Problem(error.reason, error.facts)
    if problems:
        raise Invalid(problems)


def _named(garden: Garden) -> Path:
    """The file as people call it; where the garden lies is nothing for a page."""
    return Path(garden.file.name)


def _write(garden: Garden, text: str) -> None:
    try:
        brief.rewrite(garden.file, text)
    except OSError as error:
        raise Refused(
            "settings-read-only", path=garden.file, cause=said_by_system(error)
        ) from error
