"""A sheet is one form's entries, a row each, over all versions that the form has had.

Columns of the entry come first, then those of today's form in its order, then those that only
older versions had. Every row is full length, so that columns never shift.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from functools import cached_property
from typing import Any, NamedTuple

from collector.brief import FormKind
from collector.entries import Entry, Idea, Response
from collector.export.column import Cell, Column, Kind
from collector.export.material import Material
from collector.export.version import Version, versions_of


class Row(NamedTuple):
    """What the entry's own columns are read from."""

    entry: Entry
    version: Version
    received: datetime
    reply: str


@dataclass(frozen=True)
class EntryColumn:
    """A column that does not come from a question."""

    name: str
    kind: Kind
    read: Callable[[Row], Cell]


def _progress(row: Row) -> Cell:
    return row.entry.progress.value if isinstance(row.entry, Idea) else None


def _complete(row: Row) -> Cell:
    return int(row.entry.complete) if isinstance(row.entry, Response) else None


REF = EntryColumn("ref", Kind.TEXT, lambda row: row.entry.ref)
VERSION = EntryColumn("form_version", Kind.NUMBER, lambda row: row.version.number)
STATE = EntryColumn("state", Kind.TEXT, lambda row: row.entry.state.value)
RECEIVED = EntryColumn("received", Kind.DATE, lambda row: row.received)
LANGUAGE = EntryColumn("language", Kind.TEXT, lambda row: row.entry.language)
SOURCE = EntryColumn("source", Kind.TEXT, lambda row: row.entry.source)
FLAGS = EntryColumn("flags", Kind.TEXT, lambda row: row.entry.flags)
REPLY = EntryColumn("reply", Kind.TEXT, lambda row: row.reply)
PROGRESS = EntryColumn("progress", Kind.TEXT, _progress)
COMPLETE = EntryColumn("complete", Kind.BOX, _complete)

_FIRST = (REF, VERSION, STATE, RECEIVED, LANGUAGE, SOURCE, FLAGS)
ENTRY_COLUMNS: dict[FormKind, tuple[EntryColumn, ...]] = {
    FormKind.IDEA: (*_FIRST, PROGRESS, REPLY),
    FormKind.SURVEY: (*_FIRST, COMPLETE, REPLY),
    FormKind.POLL: (*_FIRST, COMPLETE, REPLY),
}

LISTS = ("options", "points", "lines")
"""The lists of words by code in a labels document."""


@dataclass(frozen=True)
class Sheet:
    """One form: its columns, and how an entry becomes a row. `versions` end with today's."""

    name: str
    label: str
    versions: Mapping[str, Version]
    today: Version
    replies: Mapping[str, str]
    zone: tzinfo | None

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """One of each name, in its newest meaning."""
        older = sorted(self.versions.values(), key=lambda each: each.number, reverse=True)
        found: dict[str, Column] = {}
        for version in (self.today, *older):
            for column in version.columns:
                found.setdefault(column.name, column)
        return tuple(found.values())

    @cached_property
    def entry_columns(self) -> tuple[EntryColumn, ...]:
        """A column that has the name of a question's gets a `_` in front."""
        taken = {column.name for column in self.columns}
        return tuple(
            replace(each, name=f"_{each.name}") if each.name in taken else each
            for each in ENTRY_COLUMNS[self.today.definition.kind]
        )

    @cached_property
    def words(self) -> dict[str, dict[str, Any]]:
        """By question's id, as in a labels document; older ones for what is gone."""
        found: dict[str, dict[str, Any]] = {}
        for version in (*self.versions.values(), self.today):
            for name, words in version.labels.get("questions", {}).items():
                older = found.setdefault(name, {})
                lists = {key: {**older.get(key, {}), **words.get(key, {})} for key in LISTS}
                found[name] = {**words, **lists}
        return found

    @cached_property
    def header(self) -> list[str]:
        own = [each.name for each in self.entry_columns]
        return own + [each.name for each in self.columns]

    @cached_property
    def kinds(self) -> list[Kind]:
        own = [each.kind for each in self.entry_columns]
        return own + [each.kind for each in self.columns]

    def coded(self, entry: Entry) -> list[Cell]:
        """The entry's row in codes."""
        cleared = entry.cleared is not None
        answers = self.version(entry).coded(self.columns, entry.answers, cleared=cleared)
        return self._own(entry) + answers

    def told(self, entry: Entry, coded: list[Cell]) -> list[Cell]:
        """That row in the words that people saw."""
        own = len(self.entry_columns)
        return coded[:own] + self.version(entry).told(self.columns, coded[own:])

    def version(self, entry: Entry) -> Version:
        """The version that the entry was sent with."""
        return self.versions.get(entry.form_hash, self.today)

    def _own(self, entry: Entry) -> list[Cell]:
        received = entry.received.astimezone(self.zone)
        row = Row(entry, self.version(entry), received, self.replies.get(entry.ref, ""))
        return [column.read(row) for column in self.entry_columns]


def sheets_of(material: Material, zone: tzinfo | None) -> dict[str, Sheet]:
    """By form's name: the brief's forms first, then those that it no longer has."""
    replies = _replies(material)
    return {
        name: Sheet(name, today.labels.get("label", name), versions, today, replies, zone)
        for name, (versions, today) in versions_of(material).items()
    }


def _replies(material: Material) -> Mapping[str, str]:
    texts: dict[str, list[str]] = defaultdict(list)
    for reply in sorted(material.replies, key=lambda reply: reply.at):
        texts[reply.about].append(reply.text)
    return {about: "\n\n".join(each) for about, each in texts.items()}
