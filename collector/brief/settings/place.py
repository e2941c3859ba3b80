"""What settings are read into, and where."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from collector.brief.challenge import Picture
from collector.brief.matter import Item, Setting
from collector.brief.measure import Measure
from collector.brief.report import Report
from collector.brief.rules import Access, Act, DatedPhase, Group, SeenBy, Voting
from collector.garden import ScreeningRule, Settings


@dataclass
class Facts:
    """What the settings say; empty or None where nothing was written."""

    language: str = "en"
    title: str = ""
    summary: str = ""
    image: Picture | None = None
    tags: tuple[str, ...] = ()
    objective: str = ""
    measure: Measure | None = None
    contact: str = ""
    prize: str = ""
    opens: datetime | None = None
    closes: datetime | None = None
    closes_after: int | None = None
    phases: tuple[DatedPhase, ...] = ()
    phase_items: tuple[Item, ...] = ()
    """The lines on which the phases stand, in the same order."""
    seen_by: SeenBy = SeenBy.EVERYONE
    access: Mapping[Act, Access] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    voting: Voting | None = None
    comments: bool | None = None
    answers_within: timedelta | None = None
    moderation: str = "before"
    one_per: str = "browser"
    terms: str = ""
    retention: timedelta | None = None
    screening: tuple[ScreeningRule, ...] = ()
    written: Mapping[str, Setting] = field(default_factory=dict)
    """The settings as they stand, by key."""


@dataclass(frozen=True)
class Place:
    """Where a setting is read: beside which files, in which garden, with which terms pages."""

    folder: Path
    garden: Settings
    report: Report
    facts: Facts
    terms: Collection[str] = field(default=())

    def error(self, setting: Setting, reason: str, fix: str, **facts: object) -> None:
        """Report the setting, with another text for it as the fix, if there is one."""
        self._tell(setting, setting.key, reason, fix, facts)

    def item_error(
        self, setting: Setting, item: Item, reason: str, fix: str, **facts: object
    ) -> None:
        """Report one line of a setting's list, with another text for it as the fix."""
        self._tell(item, setting.key, reason, fix, facts)

    def _tell(
        self,
        found: Setting | Item,
        key: str,
        reason: str,
        fix: str,
        facts: Mapping[str, object],
    ) -> None:
        told = {"key": key, "value": found.text, **facts}
        line = found.with_text(fix) if fix else ""
        self.report.error(found.line, reason, at=found.at, fix=line, **told)
