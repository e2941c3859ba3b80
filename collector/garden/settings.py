"""Settings: everything in `ideagarden.toml`, typed, frozen, with its defaults."""

import os
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

from collector.garden.checks import check
from collector.garden.lengths import read_minutes
from collector.garden.reading import table_of, text_of, typed
from collector.garden.recognition import RecognitionSettings
from collector.garden.schedule import ScheduleSettings
from collector.garden.screening import ScreeningRule, read_rules
from collector.garden.spoken import LANGUAGES
from collector.garden.telling import MailSettings, NoticeSettings, WebhookSettings

STORE_URL = "IDEAGARDEN_STORE_URL"
"""The variable of the environment that goes before `store.url`: it may hold a password."""


@dataclass(frozen=True)
class SiteSettings:
    """`[site]`: the public pages."""

    url: str = ""
    """The public address, as `https://ideas.example.org`; feeds and posters need it."""
    licence: str = ""
    """Under which licence published results may be used, as `CC BY 4.0`; empty: none is given."""


@dataclass(frozen=True)
class CollectorSettings:
    """`[collector]`: where forms are sent."""

    url: str = ""
    """The collector's address when it is not the site's own; empty: the same address."""
    edit: str = "30 minutes"
    """How long what was sent can be changed with its receipt; `0 minutes`: not at all."""
    origins: tuple[str, ...] = ()
    """Other sites whose forms may be sent here, as `https://www.example.org`."""


@dataclass(frozen=True)
class ServeSettings:
    """`[serve]`: the one command that serves site, collector and desk."""

    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 3
    threads: int = 4
    proxies: int = 0
    """How many proxies in front are trusted to name the visitor's address."""


@dataclass(frozen=True)
class LimitSettings:
    """`[limits]`: per hour and network prefix; a shop's Wi-Fi is one."""

    entries: int = 60
    votes: int = 600
    logins: int = 20
    megabytes: int = 20
    """Of files that are handed in; at least as much as one question takes."""


@dataclass(frozen=True)
class StoreSettings:
    """`[store]`: where entries are kept."""

    url: str = field(default="", repr=False)
    """A database's address, maybe with a password; empty: `var/garden.db`."""


@dataclass(frozen=True)
class FileSettings:
    """`[files]`: what visitors hand in."""

    folder: str = ""
    """Where it lies, as a disk that several collectors share; empty: `var/files`."""


@dataclass(frozen=True)
class BackupSettings:
    """`[backup]`: copies of the store, made once a day while serving."""

    keep: int = 14
    """So many of them, the newest; 0: none are made."""
    folder: str = ""
    """Where they are, as a mounted disk; empty: `var/backups`."""


@dataclass(frozen=True)
class PublishSettings:
    """`[publish]`: what is done after the site changed."""

    then: str = ""
    """One command line, run in the garden's folder after `publish`, a build or a fill."""


@dataclass(frozen=True)
class Settings:
    """Everything in `ideagarden.toml`, typed, with its defaults."""

    name: str = "Idea Garden"
    """The owner's public name: it signs replies and heads every page."""
    language: str = "en"
    """What the site, the desk and the commands speak; a brief may speak another."""
    timezone: str = "UTC"
    contact: str = ""
    """How to reach the owner, said on the privacy page."""
    moderation: str = "before"
    """`before`: an idea is shown once approved; `after`: shown on arrival unless suspected."""
    terms: str = ""
    """The page of `site/pages/terms/` that every form asks to accept; empty: none."""
    retention: str = "180 days"
    """How long personal answers are kept after a challenge has closed; or `never` erased."""
    screening: tuple[str, ...] = ()
    """Rules such as `mentions allergy: tell staff`, for every challenge."""
    site: SiteSettings = field(default_factory=SiteSettings)
    collector: CollectorSettings = field(default_factory=CollectorSettings)
    serve: ServeSettings = field(default_factory=ServeSettings)
    limits: LimitSettings = field(default_factory=LimitSettings)
    store: StoreSettings = field(default_factory=StoreSettings)
    files: FileSettings = field(default_factory=FileSettings)
    backup: BackupSettings = field(default_factory=BackupSettings)
    publish: PublishSettings = field(default_factory=PublishSettings)
    mail: MailSettings = field(default_factory=MailSettings)
    webhooks: tuple[WebhookSettings, ...] = ()
    notices: NoticeSettings = field(default_factory=NoticeSettings)
    recognition: RecognitionSettings = field(default_factory=RecognitionSettings)
    schedule: tuple[ScheduleSettings, ...] = ()

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @cached_property
    def rules(self) -> tuple[ScreeningRule, ...]:
        """The rules of screening. Raises RuleFault, which `check` has told before."""
        return read_rules(self.screening, LANGUAGES)

    def scheduled(self, name: str) -> ScheduleSettings | None:
        """The schedule of this name; None if there is none, or it was taken out."""
        return next((each for each in self.schedule if each.name == name), None)

    @property
    def window(self) -> timedelta:
        """How long what was sent can be changed."""
        return read_minutes(self.collector.edit)

    @property
    def home(self) -> str:
        """Where collector and desk are reached from outside, without a slash; maybe empty."""
        return (self.collector.url or self.site.url).rstrip("/")

    @property
    def is_split(self) -> bool:
        """Whether the site stands elsewhere than the collector."""
        return bool(self.collector.url)

    @property
    def collect(self) -> str:
        """The address that forms are sent to, without a slash at its end."""
        return self.collector.url.rstrip("/") + "/collect"

    @classmethod
    def read(cls, path: Path) -> Self:
        """The settings in `path`. Raises SettingsError naming the file, the key and the fix."""
        return cls.parse(text_of(path), path)

    @classmethod
    def parse(cls, text: str, path: Path) -> Self:
        """The settings that this text of the file says. Raises SettingsError."""
        settings = typed(cls, table_of(text, path), path)
        if os.environ.get(STORE_URL):
            settings = replace(settings, store=StoreSettings(os.environ[STORE_URL]))
        check(settings, path)
        return settings
