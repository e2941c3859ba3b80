"""The pieces that are poured into slots: small templates, autoescaped."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from collector import draw, words
from collector.draw.numbers import amount, number
from collector.garden import Settings
from collector.pages import dates
from collector.published import PublishedIdea, tag_name
from collector.words import marked, say

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
    """The beginning of an idea's words."""
    return shortened(next((each.text for each in idea.answers if each.id == "text"), ""))


def shortened(text: str) -> str:
    """The beginning of a text in one line, cut between two words."""
    line = " ".join(text.split())
    return line if len(line) <= SHORT else line[:SHORT].rsplit(" ", 1)[0] + " …"


def head(settings: Settings, place: str, description: str, feed: str = "") -> str:
    """What the head of a filled page says beside its title; `feed` is the way to its own."""
    address = f"{settings.site.url.rstrip('/')}/{place}" if settings.site.url else ""
    return render("head.html", {"address": address, "description": description, "feed": feed})


def tally(card: "Card") -> str:
    """How much came in so far, in words."""
    told = []
    if card.takes_ideas:
        told.append(_counted("site-ideas", card.ideas))
    if card.responses or not card.takes_ideas:
        told.append(_counted("site-answers", card.responses))
    counts = " · ".join(told)
    return counts if card.phase == "closed" else say("site-so-far", {"counts": counts})


def other_language(language: str) -> Markup:
    """The attributes of words in a language that is not the page's."""
    if language == words.language():
        return Markup("")
    return Markup(' lang="{}" dir="{}"').format(language, words.direction(language))


def _counted(reason: str, count: int) -> str:
    return say(f"{reason}-{ {0: 'none', 1: 'one'}.get(count, 'many') }", {"count": count})


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
        "amount": amount,
        "begins": dates.begins,
        "day": dates.day,
        "ends": dates.ends,
        "in_short": in_short,
        "iso_day": lambda text: words.day(date.fromisoformat(text)),
        "month": words.named_month,
        "other_language": other_language,
        "paragraphs": paragraphs,
        "tag_name": tag_name,
        "tally": tally,
    }
    environment.globals.update(
        drawn=draw.question, drawn_trial=draw.trial, marked=marked, number=number, say=say
    )
    return environment
