"""The garden's own pages in one list, each with what it is for."""

from collections.abc import Callable, Mapping

from flask import Response

from collector.garden import Settings
from collector.web.context import current
from collector.web.desk.page import page
from collector.words import say

PAGES = ("go_live", "settings", "backups", "health", "honours", "schedules")
"""Endpoints; `desk-garden-<name>` is what each is called, `…-hint` what it is for."""

ASKED: Mapping[str, Callable[[Settings], object]] = {
    "honours": lambda settings: settings.recognition.month,
    "schedules": lambda settings: settings.schedule,
}
"""Pages that are there only while the settings ask for something."""


def garden() -> Response:
    """Settings, backups, health, and the ways to be found."""
    settings = current().garden.settings
    shown = [each for each in PAGES if each not in ASKED or ASKED[each](settings)]
    return page("garden", say("desk-menu-garden"), pages=shown)
