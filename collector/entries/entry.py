"""An entry is what was sent and kept: an idea, the response to a survey or poll, a comment on an
idea, or a report of what should not stand on a page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from collector.entries.document import Value

NO_KEY = "no key"
"""The flag of a response that may be somebody's second: the browser kept nothing to tell by."""


class State(StrEnum):
    """Moderation: who may see an entry. An entry is born waiting or approved."""

    WAITING = "waiting"
    APPROVED = "approved"
    REJECTED = "rejected"
    SPAM = "spam"
    UNFINISHED = "unfinished"
    """Saved to be gone on with: a response that nobody has sent yet. It counts nowhere."""
    WITHDRAWN = "withdrawn"
    ERASED = "erased"


class Progress(StrEnum):
    """What became of an idea."""

    OPEN = "open"
    UNDER_REVIEW = "under review"
    PLANNED = "planned"
    IN_PROGRESS = "in progress"
    DONE = "done"
    DECLINED = "declined"


class Pick(StrEnum):
    """What an idea was picked out of all for."""

    NONE = ""
    SHORTLIST = "shortlist"
    AWARD = "award"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What ideas and responses have in common.

    `answers` maps a column to its value; a question that was not due or not answered has no column.
    `received` is kept to the second for ideas, to the hour for responses (they are anonymous).
    """

    ref: str
    challenge: str
    form: str
    form_hash: str
    answers: Mapping[str, Value]
    state: State
    received: datetime
    language: str = "en"
    terms: str = ""
    """Hash of the accepted terms' text; empty where none were asked."""
    agreed: Mapping[str, str] = field(default_factory=dict)
    """What its sender agreed to beside: by the question's id, the hash of the words."""
    flags: tuple[str, ...] = ()
    """Why it is suspected: `trap`, `too fast`, `known name`; or `no key`, which is no suspicion."""
    order: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Of shuffled questions, by id: the codes as they stood before the sender."""
    origin: str = ""
    """Where the sender came from, as the link said: `poster`; empty if it said nothing."""
    source: str = "web"
    """`web`; how a typed slip came, as `paper`; or `sample` for the demo's made-up entries."""
    typed_by: str = ""
    """Who typed the slip; empty for what its sender typed."""
    group: str = ""
    """The code of the group that the sender's invitation is for; empty without one."""
    revision: int = 1
    """Counts the changes; a move names the revision it was decided on."""
    cleared: datetime | None = None
    """When its personal answers were erased, their time being over; None before."""

    @property
    def belonging(self) -> Mapping[str, Any]:
        """The refs that tell where it belongs, by attribute; a tombstone keeps them."""
        return {}

    @property
    def suspicions(self) -> tuple[str, ...]:
        """Of the flags those that make somebody look at it."""
        return tuple(each for each in self.flags if each != NO_KEY)

    @property
    def keyless(self) -> bool:
        """Whether it may be somebody's second, and nobody can tell."""
        return NO_KEY in self.flags


@dataclass(frozen=True, kw_only=True)
class Idea(Entry):
    """What an idea form brought."""

    progress: Progress = Progress.OPEN
    progressed: datetime | None = None
    """When the progress last changed; None while it never did."""
    merged: str = ""
    """The ref of the idea it was merged into."""
    tags: tuple[str, ...] = ()
    """What the owner filed it under."""
    theme: str = ""
    """The ref of the theme that somebody put it into, or `NOWHERE`; empty: the one it was found
    to be about."""
    pick: Pick = Pick.NONE


@dataclass(frozen=True, kw_only=True)
class Response(Entry):
    """What a survey or poll brought."""

    complete: bool = True
    variant: str = ""
    """The code of the trial's variant that its sender read; empty where there was none."""


@dataclass(frozen=True, kw_only=True)
class Comment(Entry):
    """What somebody said about an idea: the answers `text` and perhaps `name`, both shown."""

    about: str
    """The idea's ref."""
    parent: str = ""
    """The ref of the comment that it replies to; empty for one on the idea itself."""

    @property
    def belonging(self) -> Mapping[str, Any]:
        return {"about": self.about, "parent": self.parent}


@dataclass(frozen=True, kw_only=True)
class Report(Entry):
    """That an idea or comment should not stand on a page, and why; only the desk sees it."""

    about: str
    """The ref of the idea or comment."""

    @property
    def belonging(self) -> Mapping[str, Any]:
        return {"about": self.about}


KINDS: tuple[type[Entry], ...] = (Idea, Response, Comment, Report)
"""Everything that visitors send and the desk decides on."""


E = TypeVar("E", bound=Entry)


def tombstone(entry: E) -> E:
    """What is left of an erased entry: its name, its place and the day it came.

    The day is told by its noon in UTC: that is the same day in nearly every zone.
    """
    return type(entry)(
        ref=entry.ref,
        challenge=entry.challenge,
        form=entry.form,
        form_hash="",
        answers={},
        state=State.ERASED,
        received=entry.received.replace(hour=12, minute=0, second=0, microsecond=0),
        revision=entry.revision,
        **entry.belonging,
    )
