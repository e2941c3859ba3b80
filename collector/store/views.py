"""How often pages are asked for: a number a day and challenge, and nothing of who asked.

{"challenge": "bread", "day": "2026-11-30", "count": 41}
"""

from collections.abc import Collection, Mapping
from datetime import date
from typing import TypeAlias

from collector.store.store import Store

Viewed: TypeAlias = tuple[str, date]
"""A challenge and a day in the garden's zone."""


def add(store: Store, counts: Mapping[Viewed, int]) -> None:
    """Add to what is counted already. Raises Unavailable; then nothing was added."""

    def act(store: Store) -> None:
        rows = store.table("views")
        for (challenge, day), count in counts.items():
            keys = {"challenge": challenge, "day": day.isoformat()}
            found = rows.first(**keys)
            if found is None:
                rows.insert({**keys, "count": count})
            else:
                rows.update({"count": found["count"] + count}, doc_ids=[found.doc_id])

    store.transact(act)


def by_day(store: Store, challenges: Collection[str]) -> dict[str, dict[date, int]]:
    """By challenge, how often its pages were asked for on each day that anybody did."""
    found: dict[str, dict[date, int]] = {each: {} for each in challenges}
    for each in store.table("views"):
        if each["challenge"] in found:
            found[each["challenge"]][date.fromisoformat(each["day"])] = each["count"]
    return found
