"""What went wrong and does not mend itself: the tasks that the garden brings, for its owners."""

from collections.abc import Iterator
from datetime import datetime

from flask import url_for

from collector.store import outbox, reads
from collector.store.copies import backup
from collector.store.doctor.copies import OLDEST
from collector.web.context import Context
from collector.web.desk import door
from collector.web.desk.challenges import faults
from collector.web.desk.door import Access
from collector.web.desk.notices import FAILED
from collector.web.desk.task import Task

REPAIR, LOOK = 180, 60
"""Seconds: to find out what is wrong, and to look at what is told."""


def trouble(context: Context, now: datetime) -> Iterator[Task]:
    """Briefs with faults in one's own challenges; for the garden's owners also failed work,
    failed notices, and backups that are not made.
    """
    if found := faults(context):
        facts = {"count": len({each.path for each in found})}
        yield Task("faults", url_for("desk.challenges"), REPAIR, facts=facts)
    if not door.may(Access.OWNER):
        return
    jobs = [each for each in reads.jobs(context.store) if each.error and not each.done]
    if jobs:
        yield Task("jobs", url_for("desk.health"), REPAIR, facts={"count": len(jobs)})
    notices = list(outbox.notices(context.store, *FAILED))
    if notices:
        since = min(each.done or each.due for each in notices)
        yield Task("notices", url_for("desk.notices"), LOOK, since, {"count": len(notices)})
    yield from _backups(context, now)


def _backups(context: Context, now: datetime) -> Iterator[Task]:
    made = [each.made for each in backup.kept(context.garden) if each.kind == backup.DAILY]
    if not made:
        yield Task("no-backup", url_for("desk.backups"), LOOK)
    elif now - max(made) > OLDEST:
        yield Task("old-backup", url_for("desk.backups"), LOOK, max(made), {"when": max(made)})
