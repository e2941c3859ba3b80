"""What is done again and again without anybody asking: mails, files, reminders."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from collector.errors import SettingsError
from collector.garden.public import is_public
from collector.garden.rhythm import Rhythm
from collector.garden.telling import ADDRESS

if TYPE_CHECKING:
    from collector.garden.settings import Settings

DOES = ("digest", "reminder", "export", "report")
"""What can be asked for."""

MAILS = ("digest", "reminder")
"""Of these, what is sent by mail."""

READERS = ("owners", "followers", "jurors")

FORMATS = {"export": ("xlsx", "ods", "csv", "json"), "report": ("html", "xlsx", "ods", "csv")}
"""Of files, the usual one first."""

NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")

EXPORTS = "var/exports"

CONTACTS = "contacts"
"""What of a challenge is exported for a CRM."""

WHATS = (
    "",
    "all",
    "forms",
    "ideas",
    "comments",
    "reports",
    "votes",
    "ballots",
    "comparisons",
    "decisions",
    CONTACTS,
)


@dataclass(frozen=True)
class ScheduleSettings:
    """`[[schedule]]`: one thing, done again and again."""

    name: str = ""
    do: str = ""
    every: str = ""
    challenge: str = ""
    """The slug of the only one that it is about; empty: all."""
    for_: str = "owners"
    """Of a digest: `owners`, or `followers`, who get it in place of single mails; of a reminder:
    `owners` or `jurors`."""
    to: tuple[str, ...] = ()
    """Addresses that mails go to; empty: those of the owners."""
    subject: str = ""
    text: str = ""
    """The owner's own words, above what is told."""
    folder: str = EXPORTS
    format: str = ""
    """Of a file; empty: the usual one."""
    what: str = ""

    @property
    def suffix(self) -> str:
        """How the names of its files end, without the point."""
        return self.format or FORMATS[self.do][0]

    @property
    def rhythm(self) -> Rhythm:
        """When it is done."""
        return Rhythm.read(self.every)


def check_schedule(settings: "Settings", path: Path) -> None:
    """Raises SettingsError, naming the key and what to write."""
    names: set[str] = set()
    for number, each in enumerate(settings.schedule, 1):
        for key, reason, facts in _faults(each, settings, path.parent):
            told = {"path": path, "key": f"schedule[{number}].{key}", **facts}
            raise SettingsError(reason, **told)
        if each.name in names:
            raise SettingsError("schedule-twice", path=path, name=each.name)
        names.add(each.name)


Fault = tuple[str, str, dict[str, object]]


def _faults(asked: ScheduleSettings, settings: "Settings", root: Path) -> Iterator[Fault]:
    if not NAME.fullmatch(asked.name):
        yield "name", "schedule-name", {"value": asked.name}
    for key, known in (("do", DOES), ("for", READERS), ("what", WHATS)):
        value = getattr(asked, "for_" if key == "for" else key)
        if value not in known:
            yield key, "settings-choice", {"value": value, "known": ", ".join(filter(None, known))}
    try:
        Rhythm.read(asked.every)
    except ValueError:
        yield "every", "schedule-every", {"value": asked.every}
    if asked.do in MAILS:
        yield from _faults_of_mail(asked, settings)
    elif asked.do in FORMATS:
        yield from _faults_of_file(asked, root)


def _faults_of_file(asked: ScheduleSettings, root: Path) -> Iterator[Fault]:
    known = ("csv",) if asked.what == CONTACTS else FORMATS[asked.do]
    if asked.suffix not in known:
        yield "format", "settings-choice", {"value": asked.suffix, "known": ", ".join(known)}
    if is_public(root, asked.folder):
        yield "folder", "settings-files", {"value": asked.folder}


def _faults_of_mail(asked: ScheduleSettings, settings: "Settings") -> Iterator[Fault]:
    if not settings.mail.host:
        yield "do", "schedule-mail", {"value": asked.do}
    for each in asked.to:
        if not ADDRESS.fullmatch(each):
            yield "to", "settings-address", {"value": each}
    if asked.for_ == "followers" and (asked.to or asked.do != "digest"):
        yield "for", "schedule-followers", {}
    if asked.for_ == "jurors" and not (asked.to and asked.do == "reminder"):
        yield "for", "schedule-jurors", {}
    if asked.for_ == "owners" and not (asked.to or settings.notices.to):
        yield "to", "schedule-nobody", {}
