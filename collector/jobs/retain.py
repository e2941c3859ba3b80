"""Retaining: what challenges promised about personal answers is kept, for a while each time."""

from collections.abc import Callable
from datetime import datetime

from collector.acts import follow, retention, score, thank, workshop
from collector.garden import Garden
from collector.store import Store, outbox, writes


def retain(garden: Garden, store: Store, now: datetime, is_over: Callable[[], bool]) -> bool:
    """Erase the personal answers that are due, and ended log-ins; False if more is left to do."""
    writes.remove_ended(store, now)
    outbox.clear(store, now, follow.UNCONFIRMED)
    workshop.end_forgotten(store, now)
    for promise in retention.promises(store, garden.settings):
        retention.forget_followers(store, promise, now)
        score.forget_notes(store, promise, now)
        thank.forget(store, promise, now)
        for _ in retention.clear(store, promise, now):
            if is_over():
                return False
    return True
