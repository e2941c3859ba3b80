"""Table cards: eight alike to a sheet of A4, with a challenge's title and a code for phones."""

from collector import words
from collector.brief import Brief
from collector.draw import code
from collector.garden import Settings
from collector.pages.printed import printed

A_SHEET = 8


def table_cards(
    brief: Brief, settings: Settings, address: str, spoken: str, style: str = ""
) -> str:
    """The page in the brief's language. The code leads to `address`, `spoken` is what people type;
    `style` is the style sheet's address, without which the page holds the styles itself.
    """
    cards = [{"drawn": code(address, "slip-code")}] * A_SHEET
    with words.speaking(brief.language):
        facts = {"cards": cards, "spoken": spoken}
        return printed("table_cards.html", brief, settings, style, facts)
