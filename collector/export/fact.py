"""A fact is a column that does not come from a question, but from the entry itself."""

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date, tzinfo
from typing import Any, Protocol

from collector.brief import FormKind, VotingKind
from collector.export.column import Cell, Kind
from collector.export.told import Part, Told
from collector.export.version import Version
from collector.published import PublishedVotes
from collector.voting import VALUES


class Known(Protocol):
    """What a fact needs beside its entry; a sheet knows it."""

    @property
    def name(self) -> str: ...

    @property
    def zone(self) -> tzinfo | None: ...

    @property
    def replies(self) -> Mapping[str, str]: ...

    @property
    def told(self) -> Told: ...

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
    moment: Cell = value and value.astimezone(sheet.zone)
    return moment


def _reply(sheet: Known, ref: str) -> Cell:
    return sheet.replies.get(ref, "")


def _group(sheet: Known, group: str) -> Cell:
    return group if (sheet.name, group) in sheet.told.groups else ""


def _comments(sheet: Known, ref: str) -> Cell:
    return sheet.told.comments.get(ref)


def _theme(sheet: Known, ref: str) -> Cell:
    return sheet.told.themes.get(ref, "")


def _answered(sheet: Known, ref: str) -> Cell:
    first: date | None = sheet.told.answered.get(ref)
    return first


def _days(sheet: Known, ref: str) -> Cell:
    return sheet.told.days(ref)


def _of_votes(tell: Callable[[PublishedVotes], Cell]) -> Callable[[Known, str], Cell]:
    """Of the votes on an idea; blank for one that does not stand, or is not shown."""

    def cell(sheet: Known, ref: str) -> Cell:
        votes = sheet.told.votes.get(ref)
        return None if votes is None else tell(votes)

    return cell


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
    part: Part | None = None
    """What a challenge has to have for it; None: nothing."""


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
_GROUP = Fact("group", Kind.TEXT, "group", _group, part=Part.GROUPS)
_PROGRESS = (
    Fact("progress", Kind.TEXT, "progress", _as_text),
    Fact("progressed", Kind.DATE, "progressed", _moment),
    Fact("merged_into", Kind.TEXT, "merged"),
    Fact("tags", Kind.TEXT, "tags"),
    Fact("theme", Kind.TEXT, "ref", _theme, once=True, part=Part.THEMES),
    Fact("pick", Kind.TEXT, "pick", _as_text, part=Part.JURY),
    Fact("first_answer", Kind.DATE, "ref", _answered, once=True),
    Fact("days_to_answer", Kind.NUMBER, "ref", _days, once=True),
)


def _votes(name: str, part: Part, tell: Callable[[PublishedVotes], Cell]) -> Fact:
    return Fact(name, Kind.NUMBER, "ref", _of_votes(tell), once=True, part=part)


def _given(part: Part, value: str) -> Fact:
    """How many votes said just this."""
    return _votes(f"votes__{value}", part, lambda votes: votes.values.get(value, 0))


_VOTES = (
    _votes("votes", Part.VOTES, lambda votes: votes.n),
    *(_given(Part.UPDOWN, value) for value in VALUES[VotingKind.UPDOWN]),
    *(_given(Part.STARS, value) for value in VALUES[VotingKind.STARS]),
    *(_given(Part.PAIRS, value) for value in ("won", "lost", "undecided")),
    _votes("votes_apart", Part.SINGLE, lambda votes: votes.apart),
    _votes("score", Part.SINGLE, lambda votes: votes.score),
    _votes("rank", Part.VOTES, lambda votes: votes.rank),
)
_COMMENTS = Fact("comments", Kind.NUMBER, "ref", _comments, once=True, part=Part.COMMENTS)
_ABOUT = Fact("about", Kind.TEXT, "about")
_PARENT = Fact("parent", Kind.TEXT, "parent")
_VARIANT = Fact("variant", Kind.TEXT, "variant", part=Part.TRIALS)
_COMPLETE = Fact("complete", Kind.BOX, "complete", _as_mark)
_REPLY = Fact("reply", Kind.TEXT, "ref", _reply, once=True)

FACTS: dict[FormKind, tuple[Fact, ...]] = {
    FormKind.IDEA: (*_FIRST, _GROUP, *_PROGRESS, *_VOTES, _COMMENTS, _REPLY),
    FormKind.SURVEY: (*_FIRST, _GROUP, _COMPLETE, _REPLY),
    FormKind.POLL: (*_FIRST, _GROUP, _VARIANT, _COMPLETE, _REPLY),
    FormKind.COMMENT: (*_FIRST, _GROUP, _ABOUT, _PARENT, _REPLY),
    FormKind.REPORT: (*_FIRST, _ABOUT),
}
"""In order, before the answers."""


def facts_of(kind: FormKind, parts: Set[Part]) -> Iterator[Fact]:
    """Those of a form of this kind, in a challenge that has these parts."""
    return (each for each in FACTS[kind] if each.part is None or each.part in parts)
