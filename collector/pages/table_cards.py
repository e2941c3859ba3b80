"""Table cards: eight alike to a sheet of A4, with a challenge's title and a code for phones."""

from markupsafe import Markup

from collector import kit, words
from collector.brief import Brief
from collector.draw import code
from collector.garden import Settings
from collector.pages.render import render
from collector.pages.slips import STYLE

A_SHEET = 8


def table_cards(
    brief: Brief, settings: Settings, address: str, spoken: str, style: str = ""
) -> str:
    """The page in the brief's language. The code leads to `address`, `spoken` is what people type;
    `style` is the style sheet's address, without which the page holds the styles itself.
    """
    sheet = (kit.THEME / "assets" / STYLE).read_text("utf-8")
    with words.speaking(brief.language):
        return render(
            "table_cards.html",
            {
                "brief": brief,
                "garden": settings.name,
                "zone": settings.zone,
                "language": words.language(),
                "direction": words.direction(),
                "around": {"style": style},
                "style": Markup() if style else Markup(sheet),  # noqa: S704 - the kit's own
                "drawn": code(address, "slip-code"),
                "spoken": spoken,
                "count": A_SHEET,
            },
        )
