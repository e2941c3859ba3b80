"""What pages say of the garden's owner: `<!--garden:name-->` becomes the words of a setting.

name, contact   the owner's, in a line of text
signed          both, or the name alone where there is no contact
retention       how long personal answers are kept, in paragraphs of its own
backups         how long backups still hold what was erased, the same
"""

import re
from collections.abc import Mapping
from datetime import timedelta

from markupsafe import escape

from collector.brief import Brief, SeenBy
from collector.garden import Settings, read_days
from collector.pages.render import render
from collector.words import in_days

TOKEN = re.compile(r"<!--garden:(name|contact|signed|retention|backups)-->")


class Owner:
    """The words of one garden's settings, as HTML."""

    def __init__(self, settings: Settings, briefs: Mapping[str, Brief]) -> None:
        self._words = {
            "name": str(escape(settings.name)),
            "contact": str(escape(settings.contact or settings.name)),
            "signed": str(escape(", ".join(filter(None, (settings.name, settings.contact))))),
            "retention": render("retention.html", _retention(settings, briefs)),
            "backups": render("backups.html", {"days": _days(settings.backup.keep)}),
        }

    def speak(self, text: str) -> str:
        """The page's text with every token replaced."""
        return TOKEN.sub(lambda found: self._words[found[1]], text)


def _retention(settings: Settings, briefs: Mapping[str, Brief]) -> dict[str, object]:
    usual = read_days(settings.retention)
    listed = [each for each in briefs.values() if each.seen_by is SeenBy.EVERYONE]
    others = [each for each in listed if each.retention != usual]
    told = [(each.slug, each.title, _time(each.retention)) for each in others]
    return {"days": _time(usual), "others": told}


def _time(kept: timedelta | None) -> str:
    return "" if kept is None else _days(kept.days)


def _days(count: int) -> str:
    """In words; nothing for none."""
    return in_days(count) if count else ""
