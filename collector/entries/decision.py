"""A decision is one owner's act upon an entry, kept for ever. It holds codes, never free text."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Self

from collector.entries.entry import Entry, State
from collector.entries.reference import new_reference


class Reason(StrEnum):
    """Why an entry was moved; the words are in the catalogue."""

    NONE = ""
    OFF_TOPIC = "off-topic"
    DUPLICATE = "duplicate"
    UNKIND = "unkind"
    PERSONAL = "personal"
    ADVERTISING = "advertising"
    MISTAKE = "mistake"
    SCORE = "score"
    TIE = "tie"
    TALK = "talk"
    VOTES = "votes"
    MEANS = "means"


MODERATING = (
    Reason.OFF_TOPIC,
    Reason.DUPLICATE,
    Reason.UNKIND,
    Reason.PERSONAL,
    Reason.ADVERTISING,
    Reason.MISTAKE,
)
"""Why an entry is moved from one state to another."""

PICKING = (Reason.SCORE, Reason.TIE, Reason.TALK, Reason.VOTES, Reason.MEANS)
"""Why an idea is picked out of all: its score, a choice between equals, what the jury said to each
other, people's votes, what can be done with what there is."""


@dataclass(frozen=True, kw_only=True)
class Decision:
    """Who moved what, from where to where, when and why."""

    ref: str
    about: str
    challenge: str
    move: str
    """`approve`, `reject`, `spam`, `reopen`, `reply`, `unreply`, `withdraw`, `undo`, `erase`;
    of ideas also `merge`, `unmerge`, `progress`, `tags`, `benefit`, `shortlist`, `award`,
    `unlist`, `honour`, `unhonour`. Beside the state: `thank`, `unthank`; `disagree` is the
    author's. About what was measured on a day: `measure`, `unmeasure`, `undo-measure`. About a
    challenge: `count-votes`, `leave-votes`, `take-out-scores`."""
    before: str
    """A state; of `merge` and `unmerge` the ref it pointed to, of `progress` a step, of `benefit`
    the number of its version, of `shortlist`, `award` and `unlist` what it is picked for,
    of what was measured the value, of `take-out-scores` their number; empty: none."""
    after: str
    by: str
    """An account's name, `command line`, `author` or `rule`."""
    at: datetime
    reason: Reason = Reason.NONE
    batch: str = ""
    """The same for decisions that were taken together; empty where one stands alone."""
    undoes: str = ""
    """The ref of the decision that this one takes back."""

    @classmethod
    def on(cls, entry: Entry, move: str, after: State, by: str, now: datetime) -> Self:
        """The decision that takes the entry, as it stands, to the state `after`."""
        return cls(
            ref=new_reference(),
            about=entry.ref,
            challenge=entry.challenge,
            move=move,
            before=entry.state,
            after=after,
            by=by,
            at=now,
        )
