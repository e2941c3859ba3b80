"""A selection says which entries are wanted: by day, state and language. By itself: all sent."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any

from collector.entries import Entry, State
from collector.errors import ExportError
from collector.export.column import Cell
from collector.words import say

STATES = tuple(state for state in State if state is not State.ERASED)
"""What may be asked for; of what was erased nothing is left to write."""

SENT = tuple(state for state in State if state is not State.UNFINISHED)
"""What is saved for later was not sent yet: the owner gets it only by asking for it."""


@dataclass(frozen=True, kw_only=True)
class Selection:
    """`begin` and `end` are days of arrival, both included. What is empty asks for nothing.

    Raises ExportError if the end lies before the beginning.
    """

    begin: date | None = None
    end: date | None = None
    states: tuple[State, ...] = ()
    languages: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.begin and self.end and self.end < self.begin:
            raise ExportError("export-backwards", begin=self.begin, end=self.end)

    @property
    def is_all(self) -> bool:
        return self == Selection()

    def taken(self, zone: tzinfo | None) -> Callable[[Entry], bool]:
        """Whether an entry is wanted; days are those of the zone.

        What is erased has neither a state nor a language to be chosen by.
        """
        dated = self.dated(zone)
        states, languages = frozenset(self.states or SENT), frozenset(self.languages)

        def takes(entry: Entry) -> bool:
            return (
                entry.state in states
                and (not languages or _language(entry) in languages)
                and dated(entry.received)
            )

        return takes

    def dated(self, zone: tzinfo | None) -> Callable[[datetime], bool]:
        """Whether a moment lies on the days that were asked for."""
        first, last = _midnight(self.begin, zone), _midnight(self.end, zone, days=1)
        return lambda moment: (first is None or first <= moment) and (last is None or moment < last)

    def to_document(self) -> dict[str, Any]:
        """Plain JSON, without what was not asked for."""
        chosen = {
            "from": self.begin and self.begin.isoformat(),
            "until": self.end and self.end.isoformat(),
            "states": [state.value for state in self.states],
            "languages": list(self.languages),
        }
        return {name: value for name, value in chosen.items() if value}

    def told(self) -> Iterator[tuple[str, Cell]]:
        """What was chosen, a line each."""
        if self.begin:
            yield say("export-about-from"), self.begin
        if self.end:
            yield say("export-about-until"), self.end
        for state in self.states:
            yield say("export-about-state"), state.value
        for language in self.languages:
            yield say("export-about-language"), language


def _language(entry: Entry) -> str:
    return "" if entry.state is State.ERASED else entry.language


def _midnight(day: date | None, zone: tzinfo | None, days: int = 0) -> datetime | None:
    """When the day begins in the zone, or so many days later."""
    if day is None:
        return None
    try:
        return datetime.combine(day + timedelta(days), time(), zone)
    except OverflowError:
        return None  # time itself ends there
