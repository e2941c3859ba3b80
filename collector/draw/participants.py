"""A participant map as two columns: who takes part inside the business, and outside.

What comes out is HTML around the owner's Markdown, for the site's generator to finish.
"""

from collections.abc import Callable

from markupsafe import Markup

from collector.draw.section import render
from collector.models import SIDES, UNINVITED, Participant, Participants
from collector.models.participants import FACTS
from collector.words import say


def participants(told: Participants, slot: Callable[[str], str]) -> str:
    """Markdown of the map; `slot` gives the place of a group's engagement, by its code."""
    sides = [
        {
            "code": side,
            "label": say(reason),
            "groups": [_group(each, slot) for each in told.of(side)],
        }
        for side, reason in SIDES.items()
    ]
    return render("participants", sides=sides, nobody=say("participants-nobody"))


def _group(told: Participant, slot: Callable[[str], str]) -> dict[str, object]:
    """The owner's own words stand as they are; they are part of the owner's page."""
    said = {say(reason): told.facts.get(code, "") for code, reason in FACTS.items()}
    return {
        "id": f"{told.side}-{told.line.number}",
        "label": told.label,
        "facts": [(name, Markup(text)) for name, text in said.items() if text],  # noqa: S704
        "text": Markup(told.text),  # noqa: S704
        "slot": Markup("" if told.code == UNINVITED else slot(told.code)),  # noqa: S704
    }
