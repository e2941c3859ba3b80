"""Invitation cards: eight to a sheet of A4, each with a code that phones read and people type."""

from collections.abc import Sequence

from collector import words
from collector.brief import Brief
from collector.draw import code
from collector.entries import Card
from collector.garden import Settings
from collector.pages.printed import printed


def invitation_cards(
    brief: Brief, cards: Sequence[Card], settings: Settings, home: str, style: str = ""
) -> str:
    """The page in the brief's language. `home` is where the collector is; `style` the style sheet's
    address, without which the page holds the styles itself.
    """
    groups = {each.code: each.label for each in brief.groups}
    facts = {
        "spoken": f"{home.split('://', 1)[-1]}/i/",
        "cards": [
            {
                "code": each.code,
                "drawn": code(each.address(home), "slip-code"),
                "number": each.invitation.number,
                "group": groups.get(each.invitation.group, each.invitation.group),
                "ends": each.invitation.ends,
            }
            for each in cards
        ],
    }
    with words.speaking(brief.language):
        return printed("invitation_cards.html", brief, settings, style, facts)
