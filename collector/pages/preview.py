"""A challenge's page before anything of it is public: prose and forms, nothing poured in."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from html import escape

from markdown import Markdown

from collector.brief import Brief
from collector.garden import Garden
from collector.pages import phases, sources
from collector.pages.challenge import challenge_page, drawn_forms
from collector.pages.configuration import DEFAULTS
from collector.pages.fill import facts_of
from collector.pages.render import render
from collector.pages.slots import Frame
from collector.pages.stage import title_of
from collector.published import PublishedData
from collector.words import say, speaking

ALSO = ("toc", "fenced_code")
"""What the generator adds by itself."""
LATER = ("ideas", "results")
"""Slots in which nothing stands yet."""
FRONT = re.compile(r"\A---\n.*?\n---\n", re.S)
HERE = "here"
"""The id of the place that is being written."""


def preview(
    garden: Garden, brief: Brief, picture: Callable[[str], str], now: datetime, line: int = 0
) -> str:
    """The body of the page, as HTML; raw HTML of the brief is in it as it is.

    `picture` gives the address of a file beside the brief. The question that line `line` of the
    brief belongs to is marked with the id `here`.
    """
    with speaking(brief.language):
        html = _markdown().convert(FRONT.sub("", challenge_page(brief, (brief,))))
        contents = drawn_forms(brief, garden.settings, _terms(garden), every=True)
        contents |= {name: _later(name) for name in LATER}
        contents |= _times(garden, brief, now)
    html = Frame.read(html.encode()).pour(contents).decode()
    return _marked(_with_pictures(html, brief, picture), brief, line)


def _markdown() -> Markdown:
    told = DEFAULTS["markdown_extensions"]
    names = [each if isinstance(each, str) else next(iter(each)) for each in told]
    options = {
        name: each for entry in told if isinstance(entry, dict) for name, each in entry.items()
    }
    return Markdown(extensions=[*ALSO, *names], extension_configs=options)


def _terms(garden: Garden) -> dict[str, str]:
    pages = sources.pages(garden)
    return {name: title_of(pages[f"terms/{name}.md"]) for name in sources.terms(garden)}


def _later(name: str) -> str:
    return f'<p class="ig-hint">{escape(say(f"write-later-{name}"))}</p>'


def _times(garden: Garden, brief: Brief, now: datetime) -> dict[str, str]:
    """When it is open, and its phases, as the page would tell it now."""
    data = PublishedData(brief.slug, brief.title, now, brief.phase(now), brief.opens, brief.closes)
    data = replace(data, phases=brief.phases, turned=brief.turned(now))
    zone = garden.settings.zone
    return {
        "phase": render("phase.html", facts_of(brief, data, zone)),
        "phases": render("phases.html", {"rows": phases.rows(data), "zone": zone}),
    }


def _with_pictures(html: str, brief: Brief, picture: Callable[[str], str]) -> str:
    for name in brief.files:
        address = re.compile(rf"""(\b(?:src|href)=["'])(?:\.\./|\./)?{re.escape(name)}(?=["'])""")
        place = escape(picture(name)).replace("\\", r"\\")
        html = address.sub(rf"\g<1>{place}", html)
    return html


def _marked(html: str, brief: Brief, line: int) -> str:
    """The page with the mark before the question, or the form, that the line belongs to."""
    places = [(each.line, f'id="form-{re.escape(escape(each.name))}"') for each in brief.forms]
    places += [
        (question.line, f'id="{re.escape(escape(f"{form.name}--{question.id}"))}(?:--|")')
        for form in brief.forms
        for question in form.questions
    ]
    above = [place for start, place in sorted(places) if start <= line]
    at = re.search(above[-1], html) if above else None
    if at is None:
        return html
    begin = html.rindex("<", 0, at.start())
    return f'{html[:begin]}<span id="{HERE}"></span>{html[begin:]}'
