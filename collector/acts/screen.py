"""A rule that changed holds for what waits already: of that, too, staff are told."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from itertools import islice

from collector.acts import notify
from collector.brief import Brief
from collector.entries import Event, State
from collector.garden import Effect
from collector.screening import is_told
from collector.store import Store, outbox, reads

MOST = 10_000
"""Waiting entries of a challenge that are looked at: those that have waited longest."""


def tell_waiting(store: Store, briefs: Mapping[str, Brief], now: datetime) -> None:
    """Leave to tell staff of waiting entries that they were not told of yet."""
    for slug, brief in briefs.items():
        if any(each.effect is Effect.TELL for each in brief.screening):
            waiting = islice(reads.entries(store, State.WAITING, challenge=slug), MOST)
            for entry in (each for each in waiting if is_told(each, brief)):
                if not outbox.is_told(store, Event.SCREENED, entry.ref, "screened"):
                    store.transact(partial(notify.screened, entry=entry, brief=brief, now=now))
