"""What the settings ask for again and again: left to do once each time, and done at least once.

The job of a schedule is named by it and by the day, in the garden's zone, on which it was due.
What was due while nobody served is done once, late, however often it was missed; a schedule that
is new begins with its next time.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from collector import export, pages
from collector.brief import Brief, Quarter
from collector.entries import Event, Job
from collector.errors import ExportError, Unavailable
from collector.export import Choices, What
from collector.garden import CONTACTS, Garden, ScheduleSettings, Settings
from collector.jobs.report import chronicled, write_report
from collector.store import Store, outbox, schedules
from collector.words import speaking


@dataclass(frozen=True)
class Occasion:
    """One time at which a schedule is carried out."""

    garden: Garden
    store: Store
    asked: ScheduleSettings
    job: Job
    now: datetime


Doing = Callable[[Occasion], None]


def ask_scheduled(store: Store, settings: Settings, now: datetime) -> None:
    """Leave to do what is due and was not asked for yet."""
    for each in settings.schedule:
        due = each.rhythm.last(now, settings.zone)
        schedules.ask(store, each.name, due.astimezone(settings.zone).date(), due, now)


def carry_out(garden: Garden, store: Store, job: Job, now: datetime) -> None:
    """Do what the schedule says now; nothing if it was taken out of the settings."""
    asked = garden.settings.scheduled(job.subject)
    if asked is not None:
        with speaking(garden.settings.language):
            KINDS[asked.do](Occasion(garden, store, asked, job, now))


def _mail(event: Event) -> Doing:
    """Leave a mail to be sent: `notices` knows to whom, and in which words."""

    def do(occasion: Occasion) -> None:
        asked, job = occasion.asked, occasion.job
        occasion.store.transact(
            lambda store: outbox.tell(
                store, event, asked.name, asked.challenge, occasion.now, once=job.key
            )
        )

    return do


def _export(occasion: Occasion) -> None:
    """A file for each challenge, in the place of the last one."""
    asked, briefs = occasion.asked, _briefs(occasion)
    folder = occasion.garden.root / asked.folder
    _make(folder)
    for slug, brief in briefs.items():
        _written(occasion, brief, folder / f"{asked.name}-{slug}.{asked.suffix}")


def _written(occasion: Occasion, brief: Brief, path: Path) -> None:
    store, zone, what = occasion.store, occasion.garden.settings.zone, occasion.asked.what
    if what == CONTACTS:
        if export.purposes(brief):  # others ask nobody
            export.export_contacts(path, export.contacts(store, brief, zone))
        return
    material = export.gather(store, brief, zone)
    choices = Choices(what=What(what) if what else None)
    export.export(path, material, occasion.now.astimezone(zone), choices)


def _report(occasion: Occasion) -> None:
    """The quarter that held the day before: on its first day, the one that is over."""
    garden, asked = occasion.garden, occasion.asked
    here = occasion.now.astimezone(garden.settings.zone)
    due = asked.rhythm.last(occasion.now, garden.settings.zone)
    quarter = Quarter.of(due.astimezone(garden.settings.zone).date() - timedelta(days=1))
    told = chronicled(occasion.store, _briefs(occasion).values(), quarter, here)
    folder = garden.root / asked.folder
    _make(folder)
    write_report(garden, told, folder / f"{asked.name}-{quarter}.{asked.suffix}", here)


def _briefs(occasion: Occasion) -> Mapping[str, Brief]:
    """Those that it is about. Raises Unavailable for one that is not on the site."""
    asked, live = occasion.asked, pages.live(occasion.garden)
    briefs = live.briefs if live else {}
    if asked.challenge and asked.challenge not in briefs:
        raise Unavailable("schedule-no-challenge", name=asked.name, challenge=asked.challenge)
    return {slug: each for slug, each in briefs.items() if asked.challenge in ("", slug)}


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError("export-unwritable", path=folder, cause=error.strerror or "?") from error


KINDS: Mapping[str, Doing] = {
    "digest": _mail(Event.DIGEST),
    "reminder": _mail(Event.REMINDER),
    "export": _export,
    "report": _report,
}
"""What can be asked for, by the word for it in the settings."""
