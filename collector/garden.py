"""The garden: one folder, its settings and its paths.

ideagarden.toml   settings, read once, frozen
mkdocs.yml        ten lines for the site's generator
challenges/       briefs
site/             pages/ and theme/, laid over the kit's
build/            made: staged pages, built sites (git-ignored)
var/              kept: garden.db, limits.db, files/, published/, counted/, secret key (git-ignored)
"""

import os
import re
import tomllib
import typing
from dataclasses import Field, dataclass, field, fields, is_dataclass, replace
from datetime import timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Self, TypeVar, cast
from zoneinfo import ZoneInfo, available_timezones

from collector.errors import SettingsError
from collector.words import languages

FILE = "ideagarden.toml"

T = TypeVar("T")

LAST_PORT = 65535

POSTGRES = "postgresql+psycopg://"
"""What the address of a database begins with."""

STORE_URL = "IDEAGARDEN_STORE_URL"
"""The variable of the environment that goes before `store.url`: it may hold a password."""

DAYS = re.compile(r"([1-9][0-9]{0,4}) days?")

MINUTES = re.compile(r"([0-9]{1,4}) (minute|hour)s?")

NO_PLACE_FOR_FILES = ("build", "site", "challenges")
"""Folders of what is public."""

WANTED = {str: "settings-type-text", int: "settings-type-number"}


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
    site: SiteSettings = field(default_factory=SiteSettings)
    collector: CollectorSettings = field(default_factory=CollectorSettings)
    serve: ServeSettings = field(default_factory=ServeSettings)
    limits: LimitSettings = field(default_factory=LimitSettings)
    store: StoreSettings = field(default_factory=StoreSettings)
    files: FileSettings = field(default_factory=FileSettings)
    backup: BackupSettings = field(default_factory=BackupSettings)
    publish: PublishSettings = field(default_factory=PublishSettings)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def window(self) -> timedelta:
        """How long what was sent can be changed."""
        return read_minutes(self.collector.edit)

    @property
    def collect(self) -> str:
        """The address that forms are sent to, without a slash at its end."""
        return self.collector.url.rstrip("/") + "/collect"

    @classmethod
    def read(cls, path: Path) -> Self:
        """The settings in `path`. Raises SettingsError naming the file, the key and the fix."""
        try:
            text = path.read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            raise SettingsError("settings-missing", path=path) from None
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError("settings-unreadable", path=path, cause=str(error)) from error
        try:
            table = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise SettingsError("settings-syntax", path=path, cause=str(error)) from error
        settings = _typed(cls, table, path, "")
        if os.environ.get(STORE_URL):
            settings = replace(settings, store=StoreSettings(os.environ[STORE_URL]))
        _check_values(settings, path)
        return settings


def _typed(kind: type[T], table: dict[str, Any], path: Path, prefix: str) -> T:
    known: dict[str, Field[Any]] = {each.name: each for each in fields(kind)}  # type: ignore[arg-type]
    hints = typing.get_type_hints(kind)
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            near = get_close_matches(key, known, 1)
            raise SettingsError(
                "settings-key", path=path, key=prefix + key, near=prefix + near[0] if near else ""
            )
        values[key] = _value(hints[key], value, path, prefix + key)
    return kind(**values)


def _value(hint: Any, value: Any, path: Path, key: str) -> Any:
    if is_dataclass(hint):
        if not isinstance(value, dict):
            raise SettingsError("settings-table", path=path, key=key)
        return _typed(cast("type[Any]", hint), value, path, key + ".")
    if hint in (str, int):
        if type(value) is not hint:
            raise SettingsError(WANTED[hint], path=path, key=key)
        return value
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise SettingsError("settings-type-texts", path=path, key=key)
    return tuple(value)


def read_days(text: str) -> timedelta | None:
    """`180 days`, `1 day`, or `never` (None). Raises ValueError for anything else."""
    plain = text.strip().lower()
    if plain == "never":
        return None
    found = DAYS.fullmatch(plain)
    if found is None:
        raise ValueError(text)
    return timedelta(days=int(found[1]))


def read_minutes(text: str) -> timedelta:
    """`30 minutes`, `2 hours`, `0 minutes`. Raises ValueError for anything else."""
    found = MINUTES.fullmatch(text.strip().lower())
    if found is None:
        raise ValueError(text)
    return timedelta(**{found[2] + "s": int(found[1])})


def _check_values(settings: Settings, path: Path) -> None:
    if settings.timezone not in available_timezones():
        near = get_close_matches(settings.timezone, available_timezones(), 1)
        raise SettingsError(
            "settings-timezone", path=path, value=settings.timezone, near=near[0] if near else "UTC"
        )
    if settings.moderation not in ("before", "after"):
        raise SettingsError("settings-moderation", path=path, value=settings.moderation)
    _check_times(settings, path)
    if settings.language not in languages():
        known = ", ".join(languages())
        raise SettingsError("settings-language", path=path, value=settings.language, known=known)
    if settings.store.url and not settings.store.url.startswith(POSTGRES):
        raise SettingsError("settings-store", path=path)  # what it holds is not shown
    for key, least in (("port", 1), ("workers", 1), ("threads", 1), ("proxies", 0)):
        if getattr(settings.serve, key) < least:
            raise SettingsError("settings-least", path=path, key=f"serve.{key}", least=least)
    _check_files(settings, path)
    if settings.backup.keep < 0:
        raise SettingsError("settings-least", path=path, key="backup.keep", least=0)
    if settings.serve.port > LAST_PORT:
        raise SettingsError("settings-most", path=path, key="serve.port", most=LAST_PORT)


def _check_files(settings: Settings, path: Path) -> None:
    if settings.limits.megabytes < 1:
        raise SettingsError("settings-least", path=path, key="limits.megabytes", least=1)
    folder = (path.parent / settings.files.folder).resolve()
    if any(folder.is_relative_to(path.parent.resolve() / each) for each in NO_PLACE_FOR_FILES):
        raise SettingsError("settings-files", path=path, value=settings.files.folder)


def _check_times(settings: Settings, path: Path) -> None:
    try:
        read_days(settings.retention)
    except ValueError:
        raise SettingsError("settings-retention", path=path, value=settings.retention) from None
    try:
        read_minutes(settings.collector.edit)
    except ValueError:
        raise SettingsError("settings-edit", path=path, value=settings.collector.edit) from None


@dataclass(frozen=True)
class Garden:
    """One installation. Paths are derived here and nowhere else."""

    root: Path
    settings: Settings

    @classmethod
    def find(cls, folder: Path) -> Self:
        """The garden in `folder` or above it. Raises SettingsError if there is none."""
        start = folder.resolve()
        for each in (start, *start.parents):
            if (each / FILE).is_file():
                return cls(each, Settings.read(each / FILE))
        raise SettingsError("no-garden", path=start)

    @property
    def challenges(self) -> Path:
        return self.root / "challenges"

    @property
    def own_pages(self) -> Path:
        return self.root / "site" / "pages"

    @property
    def own_theme(self) -> Path:
        return self.root / "site" / "theme"

    @property
    def build(self) -> Path:
        return self.root / "build"

    @property
    def staged(self) -> Path:
        return self.build / "pages"

    @property
    def live(self) -> Path:
        """A link to the finished build that is served."""
        return self.build / "live"

    @property
    def var(self) -> Path:
        return self.root / "var"

    @property
    def published(self) -> Path:
        return self.var / "published"

    @property
    def files(self) -> Path:
        """What visitors handed in; no part of the site."""
        return self.root / (self.settings.files.folder or "var/files")

    @property
    def counted(self) -> Path:
        """The results that the collector tells, as they were counted last."""
        return self.var / "counted"

    @property
    def place(self) -> Path | str:
        """Where entries are kept: a file, or the address of a database."""
        return self.settings.store.url or self.database

    @property
    def shared(self) -> bool:
        """Whether collectors in other folders may keep their entries in the same place."""
        return self.settings.store.url.startswith(POSTGRES)

    @property
    def database(self) -> Path:
        return self.var / "garden.db"

    @property
    def backups(self) -> Path:
        return self.root / (self.settings.backup.folder or "var/backups")

    @property
    def limits_database(self) -> Path:
        return self.var / "limits.db"

    @property
    def secret(self) -> Path:
        return self.var / "secret.key"
