"""What a workshop prints: cards that lead each table to it, and sheets for a room without phones.

The paper says the same as the screen: the question, room to write, room for dots, and the plan.
"""

from collections.abc import Mapping

from markupsafe import Markup

from collector import kit, words
from collector.brief import Brief
from collector.draw import code
from collector.entries import Workshop, spoken_code
from collector.form.paper import on_paper
from collector.form.typed import on_slip
from collector.garden import Settings
from collector.pages.render import render
from collector.pages.slips import STYLE
from collector.workshop import PLAN

LINES = 24
"""Of the sheet on which dots are gathered."""


def workshop_cards(brief: Brief, workshop: Workshop, settings: Settings, style: str = "") -> str:
    """A page with a card for each table, in the brief's language. `style` is the style sheet's
    address, without which the page holds the styles itself.
    """
    typed = f"{workshop.home.split('://', 1)[-1]}/w/"
    cards = [
        {"table": table, "drawn": code(_address(workshop, table), "slip-code")}
        for table in range(1, workshop.tables + 1)
    ]
    return _rendered(
        "workshop_cards.html",
        brief,
        settings,
        style,
        {
            "cards": cards,
            "spoken": typed,
            "code": spoken_code(workshop.code),
        },
    )


def worksheet(brief: Brief, workshop: Workshop, settings: Settings, style: str = "") -> str:
    """A page with the plan, a sheet to write one idea on, and one to gather dots on."""
    form = brief.form(workshop.form)
    with words.speaking(brief.language):
        drawn = on_paper(on_slip(form), {}) if form else ""
    return _rendered(
        "worksheet.html",
        brief,
        settings,
        style,
        {
            "drawn": drawn,
            "plan": {step: workshop.minutes.get(step, 0) for step in PLAN},
            "workshop": workshop,
            "lines": LINES,
        },
    )


def _address(workshop: Workshop, table: int) -> str:
    return f"{workshop.home}/w/{spoken_code(workshop.code)}?table={table}"


def _rendered(
    template: str, brief: Brief, settings: Settings, style: str, more: Mapping[str, object]
) -> str:
    sheet = (kit.THEME / "assets" / STYLE).read_text("utf-8")
    with words.speaking(brief.language):
        return render(
            template,
            {
                "brief": brief,
                "garden": settings.name,
                "language": words.language(),
                "direction": words.direction(),
                "around": {"style": style},
                "style": Markup() if style else Markup(sheet),  # noqa: S704 - the kit's own
                **more,
            },
        )
