"""A fact is a column that does not come from a question, but from the entry itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any, Protocol

from collector.brief import FormKind
from collector.export.column import Cell, Kind
from collector.export.version import Version


class Known(Protocol):
    """What a fact needs beside its entry; a sheet knows it."""

    @property
    def zone(self) -> tzinfo | None: ...

    @property
    def replies(self) -> Mapping[str, str]: ...

    def version(self, form_hash: str) -> Version: ...


def _as_it_is(_sheet: Known, value: Any) -> Cell:
    cell: Cell = value
    return cell


def _as_text(_sheet: Known, value: Any) -> Cell:
    return str(value)


def _as_mark(_sheet: Known, value: Any) -> Cell:
    return int(value)


def _version(sheet: Known, form_hash: str) -> Cell:
    return sheet.version(form_hash).number


def _moment(sheet: Known, value: Any) -> Cell:
    moment: Cell = value.astimezone(sheet.zone)
    return moment


def _reply(sheet: Known, ref: str) -> Cell:
    return sheet.replies.get(ref, "")


@dataclass(frozen=True)
class Fact:
    """`tell` makes the cell of the entry's `attribute`; of an entry without it the cell is blank.

    `once`: each entry has its own, so that there is nothing to remember.
    """

    name: str
    kind: Kind
    attribute: str
    tell: Callable[[Known, Any], Cell] = _as_it_is
    once: bool = False


_FIRST = (
    Fact("ref", Kind.TEXT, "ref", once=True),
    Fact("form_version", Kind.NUMBER, "form_hash", _version),
    Fact("state", Kind.TEXT, "state", _as_text),
    Fact("received", Kind.DATE, "received", _moment),
    Fact("language", Kind.TEXT, "language"),
    Fact("source", Kind.TEXT, "source"),
    Fact("typed_by", Kind.TEXT, "typed_by"),
    Fact("from", Kind.TEXT, "origin"),
    Fact("flags", Kind.TEXT, "flags"),
)
_PROGRESS = Fact("progress", Kind.TEXT, "progress", _as_text)
_COMPLETE = Fact("complete", Kind.BOX, "complete", _as_mark)
_REPLY = Fact("reply", Kind.TEXT, "ref", _reply, once=True)

FACTS: dict[FormKind, tuple[Fact, ...]] = {
    FormKind.IDEA: (*_FIRST, _PROGRESS, _REPLY),
    FormKind.SURVEY: (*_FIRST, _COMPLETE, _REPLY),
    FormKind.POLL: (*_FIRST, _COMPLETE, _REPLY),
}
"""In order, before the answers."""
