"""Backups: whether there is a recent one, and whether it is sound."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from collector.errors import StoreError
from collector.garden import Garden
from collector.store.copies import backup, restore
from collector.store.doctor.sign import Sign, error, failed, ok, warning

OLDEST = timedelta(hours=36)
"""One is made each day, as soon as the day begins or `serve` does."""


def copies(garden: Garden, now: datetime) -> Iterator[Sign]:
    """The newest daily backup, read to its end; and what restores have set aside."""
    if not garden.settings.backup.keep:
        yield warning("doctor-no-backups", path=garden.backups)
    newest = next((each for each in backup.kept(garden) if each.kind == backup.DAILY), None)
    if newest is None:
        yield warning("doctor-never-backed-up", path=garden.backups)
    else:
        yield _newest(newest, now)
    for aside in sorted(garden.var.glob(f"{garden.database.name}.before-*")):
        yield warning("doctor-set-aside", path=aside)


def _newest(newest: backup.Backup, now: datetime) -> Sign:
    try:
        found = restore.verify(newest.path)
    except StoreError as trouble:
        return failed(trouble)
    hours = int((now - newest.made) / timedelta(hours=1))
    facts = {"path": newest.path, "hours": hours, "documents": sum(found.counts.values())}
    return (error if now - newest.made > OLDEST else ok)(
        "doctor-backup-old" if now - newest.made > OLDEST else "doctor-backup-ok", **facts
    )
