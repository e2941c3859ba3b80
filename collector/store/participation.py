"""What people did, counted by the database: by what it was, by group, and by when it came."""

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import TypeAlias

from collector.entries import State
from collector.store.store import Store

Arrivals: TypeAlias = Mapping[tuple[str, datetime], int]
"""How many, by group (empty: none) and time."""

CAST = ("votes", "ballots", "comparisons")
"""Tables of what voters say."""


def arrived(store: Store, table: str, challenge: str, states: Collection[str]) -> Arrivals:
    """Entries of a table by when they came; of these states."""
    return _tally(store, table, "received", challenge=challenge, state=states)


def cast(store: Store, table: str, challenge: str) -> Arrivals:
    """Votes that count, by when they were cast or last changed, to the hour."""
    return _tally(store, table, "at", challenge=challenge, apart="")


def answers(store: Store, challenge: str) -> dict[datetime, int]:
    """How many answers to surveys and polls that stand came when, to the hour."""
    return _times(arrived(store, "responses", challenge, [State.APPROVED]))


def votes(store: Store, challenge: str) -> dict[datetime, int]:
    """How many votes, ballots and comparisons that count were cast, or last changed, when."""
    found = Counter[datetime]()
    for table in CAST:
        found.update(_times(cast(store, table, challenge)))
    return dict(found)


def _times(arrivals: Arrivals) -> dict[datetime, int]:
    found = Counter[datetime]()
    for (_, moment), count in arrivals.items():
        found[moment] += count
    return dict(found)


def voters(store: Store, challenge: str, group: str) -> int:
    """How many people of a group voted, in whatever way; in each round anew."""
    keys = {"challenge": challenge, "apart": "", "group": group}
    return sum(store.table(each).distinct("voter", **keys) for each in CAST)


def voted(store: Store, challenge: str) -> set[str]:
    """The ideas that somebody's vote, ballot or comparison names, of those that count."""
    keys = {"challenge": challenge, "apart": ""}
    found = {idea for (idea,) in store.table("votes").tally("idea", **keys)}
    for left, right in store.table("comparisons").tally("left", "right", **keys):
        found |= {left, right}
    for ballot in store.table("ballots").find(**keys):
        found.update(ballot["choices"])
    return found


def _tally(store: Store, table: str, at: str, **keys: str | Collection[str]) -> Arrivals:
    found = store.table(table).tally("group", at, **keys)
    counts: dict[tuple[str, datetime], int] = {}
    for (group, moment), count in found.items():
        key = (group or "", datetime.fromisoformat(moment))
        counts[key] = counts.get(key, 0) + count
    return counts
