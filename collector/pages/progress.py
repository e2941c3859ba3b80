"""How far a challenge has come towards its objective, on its page."""

from markupsafe import Markup

from collector import draw
from collector.pages.render import render
from collector.pages.slots import slot
from collector.published import PublishedData
from collector.words import say

NAME = "progress"
"""The slot, and the place on the page."""


def section() -> str:
    """Where it stands on the staged page of a challenge with a measure."""
    return f'<section class="ig-progress" id="{NAME}">\n{slot(NAME)}\n</section>'


def pour(data: PublishedData) -> str:
    """What stands there; nothing where nothing is measured."""
    told = data.progress
    if told is None:
        return ""
    drawn = draw.progress(told.measure, told.progress, draw.Asked(NAME, told.measure.metric))
    facts = {"heading": say("progress"), "drawn": Markup(drawn)}  # noqa: S704 - drawn here, escaped
    return render("progress.html", facts)
