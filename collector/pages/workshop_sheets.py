"""What a workshop prints: cards that lead each table to it, and sheets for a room without phones.

The paper says the same as the screen: the question, room to write, room for dots, and the plan.
"""

from collector import words
from collector.brief import Brief
from collector.draw import code
from collector.entries import Workshop, spoken_code
from collector.form.paper import on_paper
from collector.form.typed import on_slip
from collector.garden import Settings
from collector.pages.printed import printed
from collector.workshop import PLAN

LINES = 24
"""Of the sheet on which dots are gathered."""


def workshop_cards(brief: Brief, workshop: Workshop, settings: Settings, style: str = "") -> str:
    """A page with a card for each table, in the brief's language. `style` is the style sheet's
    address, without which the page holds the styles itself.
    """
    facts = {
        "cards": [
            {"table": table, "drawn": code(_address(workshop, table), "slip-code")}
            for table in range(1, workshop.tables + 1)
        ],
        "spoken": f"{workshop.home.split('://', 1)[-1]}/w/",
        "code": spoken_code(workshop.code),
    }
    with words.speaking(brief.language):
        return printed("workshop_cards.html", brief, settings, style, facts)


def worksheet(brief: Brief, workshop: Workshop, settings: Settings, style: str = "") -> str:
    """A page with the plan, a sheet to write one idea on, and one to gather dots on."""
    form = brief.form(workshop.form)
    with words.speaking(brief.language):
        facts = {
            "drawn": on_paper(on_slip(form), {}) if form else "",
            "plan": {step: workshop.minutes.get(step, 0) for step in PLAN},
            "workshop": workshop,
            "lines": LINES,
        }
        return printed("worksheet.html", brief, settings, style, facts)


def _address(workshop: Workshop, table: int) -> str:
    return f"{workshop.home}/w/{spoken_code(workshop.code)}?table={table}"
