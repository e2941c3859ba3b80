"""What values of the settings there may be, beside their type."""

import json
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from collector.errors import SettingsError
from collector.garden.lengths import read_days, read_minutes
from collector.garden.public import is_public
from collector.garden.recognition import check_recognition
from collector.garden.schedule import check_schedule
from collector.garden.screening import MOST as MOST_RULES
from collector.garden.screening import RuleFault, read_rule
from collector.garden.spoken import LANGUAGES
from collector.garden.telling import check_telling
from collector.words import languages, say

if TYPE_CHECKING:
    from collector.garden.settings import Settings

LAST_PORT = 65535

POSTGRES = "postgresql+psycopg://"
"""What the address of a database begins with."""


def check(settings: "Settings", path: Path) -> None:
    """Raises SettingsError, naming the key and what to write."""
    if settings.timezone not in available_timezones():
        near = get_close_matches(settings.timezone, available_timezones(), 1)
        raise SettingsError(
            "settings-timezone",
            path=path,
            key="timezone",
            value=settings.timezone,
            near=near[0] if near else "UTC",
        )
    if settings.moderation not in ("before", "after"):
        raise SettingsError(
            "settings-moderation", path=path, key="moderation", value=settings.moderation
        )
    _check_times(settings, path)
    if settings.language not in languages():
        known = ", ".join(languages())
        raise SettingsError(
            "settings-language", path=path, key="language", value=settings.language, known=known
        )
    if settings.store.url and not settings.store.url.startswith(POSTGRES):
        raise SettingsError(
            "settings-store", path=path, key="store.url"
        )  # what it holds is not shown
    for key, least in (("port", 1), ("workers", 1), ("threads", 1), ("proxies", 0)):
        if getattr(settings.serve, key) < least:
            raise SettingsError("settings-least", path=path, key=f"serve.{key}", least=least)
    _check_addresses(settings, path)
    _check_files(settings, path)
    if settings.backup.keep < 0:
        raise SettingsError("settings-least", path=path, key="backup.keep", least=0)
    if settings.serve.port > LAST_PORT:
        raise SettingsError("settings-most", path=path, key="serve.port", most=LAST_PORT)
    _check_screening(settings, path)
    check_telling(settings, path)
    check_recognition(settings, path)
    check_schedule(settings, path)


def _check_screening(settings: "Settings", path: Path) -> None:
    if len(settings.screening) > MOST_RULES:
        raise SettingsError("settings-screening-many", path=path, key="screening", most=MOST_RULES)
    for number, each in enumerate(settings.screening, 1):
        try:
            read_rule(each, LANGUAGES)
        except RuleFault as fault:
            told = {"fault": say(fault.reason, fault.facts), "fix": json.dumps(fault.fix)}
            raise SettingsError(
                "settings-screening", path=path, key="screening", number=number, **told
            ) from None


def _check_addresses(settings: "Settings", path: Path) -> None:
    named = (("site.url", settings.site.url), ("collector.url", settings.collector.url))
    origins = (("collector.origins", each) for each in settings.collector.origins)
    for key, value in (*(each for each in named if each[1]), *origins):
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise SettingsError("settings-web-address", path=path, key=key, value=value)


def _check_files(settings: "Settings", path: Path) -> None:
    if settings.limits.megabytes < 1:
        raise SettingsError("settings-least", path=path, key="limits.megabytes", least=1)
    kept = (("files.folder", settings.files.folder), ("backup.folder", settings.backup.folder))
    for key, folder in kept:
        if is_public(path.parent, folder):
            raise SettingsError("settings-files", path=path, key=key, value=folder)


def _check_times(settings: "Settings", path: Path) -> None:
    try:
        read_days(settings.retention)
    except ValueError:
        raise SettingsError(
            "settings-retention", path=path, key="retention", value=settings.retention
        ) from None
    try:
        read_minutes(settings.collector.edit)
    except ValueError:
        raise SettingsError(
            "settings-edit", path=path, key="collector.edit", value=settings.collector.edit
        ) from None
