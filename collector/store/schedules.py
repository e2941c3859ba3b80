"""What was asked for of schedules: by their names, and the days on which they were due.

friday-export 2026-12-04
"""

from datetime import date, datetime

from collector.entries import Job, JobKind, from_document, new_reference
from collector.store import writes
from collector.store.store import Store
from collector.store.tables import PLACES

TABLE = PLACES[Job][0]


def ask(store: Store, name: str, day: date, due: datetime, now: datetime) -> bool:
    """Leave to do what was due on this day; False if it was asked for before, or that day is
    before the schedule was known."""
    key = f"{name} {day.isoformat()}"
    if store.table(TABLE).has(key=key):
        return False

    def act(store: Store) -> bool:
        known = jobs(store, name)
        if any(each.key >= key for each in known):
            return False
        new = Job(key=key, kind=JobKind.SCHEDULE, subject=name, due=due)
        if not known:
            new = Job(key=key, kind=JobKind.SCHEDULE, subject=name, due=due, done=now)
        writes.add(store, new)
        return bool(known)

    return store.transact(act)


def ask_now(store: Store, name: str, last: date, now: datetime) -> None:
    """Leave to do it once more, after the day on which it was `last` due; what failed and waits is
    done now."""

    def act(store: Store) -> None:
        waiting = [each for each in jobs(store, name) if not each.done]
        for each in waiting:
            writes.hasten(store, each.key, now)
        if not waiting:
            key = f"{name} {last.isoformat()}+{new_reference()}"
            writes.add(store, Job(key=key, kind=JobKind.SCHEDULE, subject=name, due=now))

    store.transact(act)


def jobs(store: Store, name: str) -> list[Job]:
    """What is to be done of a schedule, and the last that was."""
    found = store.table(TABLE).find(kind=JobKind.SCHEDULE, subject=name)
    return [from_document(Job, each) for each in found]
