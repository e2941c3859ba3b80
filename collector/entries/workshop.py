"""A workshop is a session in one room: people write silently, read, group what is alike, and vote.

    Workshop ◄── Seat      one participant: a browser, at a table, and where its dots lie
        ▲────── Written    one idea that was written in it, by which seat, at which table

What is written is an ordinary idea of the workshop's challenge.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from collector.entries.invitation import plain
from collector.entries.reference import new_reference

CODE_SIGNS = 6
"""Of the code that opens a workshop: 29 bits, good for one session only."""


class Step(StrEnum):
    """What a room does together, in this order."""

    GATHER = "gather"
    WRITE = "write"
    REVEAL = "reveal"
    CLUSTER = "cluster"
    VOTE = "vote"
    RESULT = "result"


@dataclass(frozen=True, kw_only=True)
class Workshop:
    """One session on one challenge. `revision` counts its changes: whoever leads it names the one
    that they saw."""

    ref: str
    challenge: str
    form: str
    """The idea form that is filled in."""
    code: str
    """What people type to come in, as `plain` spells it."""
    home: str
    """Where the participants' phones reach the collector, without a slash at the end."""
    language: str
    tables: int
    dots: int
    """How many each participant gives."""
    minutes: Mapping[str, int] = field(default_factory=dict)
    """The plan: how long each step is to take."""
    by: str
    made: datetime
    step: Step = Step.GATHER
    headings: tuple[str, ...] = ()
    """What alike ideas are grouped under; they are tags of the ideas."""
    until: datetime | None = None
    """When the timer that runs is over."""
    left: int = 0
    """Seconds left on a timer that stands still; 0: there is none."""
    paused: bool = False
    began: datetime | None = None
    """When it left its first step."""
    ended: datetime | None = None
    revision: int = 1


@dataclass(frozen=True, kw_only=True)
class Seat:
    """One participant. `who` is a keyed hash of what the browser keeps; random once it is over."""

    ref: str
    workshop: str
    challenge: str
    who: str
    table: int
    """0: none was named."""
    at: datetime
    """The hour in which it was taken."""
    dots: tuple[str, ...] = ()
    """The refs of ideas, one for each dot that lies there."""


@dataclass(frozen=True, kw_only=True)
class Written:
    """That an idea was written in a workshop."""

    idea: str
    workshop: str
    challenge: str
    table: int
    who: str = ""
    """Its seat, until the workshop is over."""
    submission: str = ""
    """With what the seat's browser keeps this makes the receipt's code; gone with `who`."""


def new_workshop_code() -> str:
    """A random code."""
    return new_reference(CODE_SIGNS)


def spoken_code(code: str) -> str:
    """As it is read out and printed: `abc-def`."""
    return f"{code[:3]}-{code[3:]}"


def typed_code(typed: str) -> str:
    """A code however it was typed."""
    return plain(typed)
