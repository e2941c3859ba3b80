"""What is done once a day, whichever process of whichever machine comes first.

The table of jobs tells whether it was: nothing is remembered here.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from collector.entries import JobKind
from collector.store import Store, reads, themes, writes

DAILY = (JobKind.RETAIN, JobKind.BACKUP)
"""Asked for as soon as a day has begun, in the garden's zone."""


def ask_daily(store: Store, zone: ZoneInfo, now: datetime) -> None:
    """Leave to do what was neither done today nor waits."""
    today = now.astimezone(zone).date()

    def act(store: Store) -> None:
        for kind in DAILY:
            if not _is_asked(store, kind) and _done_on(store, kind, zone) != today:
                writes.enqueue(store, kind, "", now)
        for challenge in themes.challenges(store):
            if _done_on(store, JobKind.THEMES, zone, challenge) != today:
                writes.enqueue(store, JobKind.THEMES, challenge, now)

    store.transact(act)


def _is_asked(store: Store, kind: JobKind) -> bool:
    return any(job.kind is kind and job.done is None for job in reads.jobs(store))


def _done_on(store: Store, kind: JobKind, zone: ZoneInfo, subject: str = "") -> date | None:
    last = reads.last_done(store, kind, subject)
    return None if last is None else last.astimezone(zone).date()
