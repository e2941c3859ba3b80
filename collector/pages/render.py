"""The pieces that are poured into slots: small templates, autoescaped."""

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from collector.draw import bars
from collector.pages import dates
from collector.published import PublishedIdea

if TYPE_CHECKING:
    from collector.pages.cards import Card

SHORT = 220
"""Letters of an idea's words in a list."""


def render(name: str, facts: Mapping[str, object]) -> str:
    """One template's text with these facts."""
    return _environment().get_template(name).render(facts)


def paragraphs(text: str) -> Markup:
    """A visitor's plain text: an empty line begins a paragraph, a line end stays one."""
    blocks = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    lines = (Markup("<br>\n").join(map(escape, block.split("\n"))) for block in blocks)
    return Markup("\n").join(Markup("<p>{}</p>").format(each) for each in lines)


def in_short(idea: PublishedIdea) -> str:
    """The beginning of an idea's words, cut between two of them."""
    words = next((each.text for each in idea.answers if each.id == "text"), "")
    words = " ".join(words.split())
    return words if len(words) <= SHORT else words[:SHORT].rsplit(" ", 1)[0] + " …"


def tally(card: "Card") -> str:
    """How much came in so far, in words."""
    told = []
    if card.takes_ideas:
        told.append(_counted(card.ideas, "idea", "ideas"))
    if card.responses or not card.takes_ideas:
        told.append(_counted(card.responses, "answer", "answers"))
    return " · ".join(told) + ("" if card.phase == "closed" else " so far")


def _counted(count: int, one: str, many: str) -> str:
    return f"{count or 'No'} {one if count == 1 else many}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("collector.pages"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "begins": dates.begins,
        "day": dates.day,
        "ends": dates.ends,
        "in_short": in_short,
        "paragraphs": paragraphs,
        "tally": tally,
    }
    environment.globals["bars"] = bars
    return environment
