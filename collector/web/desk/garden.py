"""The garden's own pages in one list, each with what it is for."""

from flask import Response

from collector.web.desk.page import page
from collector.words import say

PAGES = ("go_live", "settings", "backups", "health")
"""Endpoints; `desk-garden-<name>` is what each is called, `…-hint` what it is for."""


def garden() -> Response:
    """Settings, backups, health, and the ways to be found."""
    return page("garden", say("desk-menu-garden"), pages=PAGES)
