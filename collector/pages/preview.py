"""A challenge's page before anything of it is public: prose and forms, nothing poured in."""

import re
from collections.abc import Callable
from html import escape

from markdown import Markdown

from collector.brief import Brief
from collector.garden import Garden
from collector.pages import sources
from collector.pages.challenge import challenge_page, drawn_forms
from collector.pages.configuration import DEFAULTS
from collector.pages.slots import Frame
from collector.pages.stage import title_of
from collector.words import moment, say, speaking

ALSO = ("toc", "fenced_code")
"""What the generator adds by itself."""
LATER = ("ideas", "results")
"""Slots in which nothing stands yet."""
FRONT = re.compile(r"\A---\n.*?\n---\n", re.S)
HERE = "here"
"""The id of the place that is being written."""


def preview(garden: Garden, brief: Brief, picture: Callable[[str], str], line: int = 0) -> str:
    """The body of the page, as HTML; raw HTML of the brief is in it as it is.

    `picture` gives the address of a file beside the brief. The question that line `line` of the
    brief belongs to is marked with the id `here`.
    """
    with speaking(brief.language):
        html = _markdown().convert(FRONT.sub("", challenge_page(brief, (brief,))))
        contents = drawn_forms(brief, garden.settings, _terms(garden))
        contents |= {name: _later(name) for name in LATER}
        contents["phase"] = _dates(garden, brief)
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


def _dates(garden: Garden, brief: Brief) -> str:
    """When it is open; the page itself tells it by the day on which it is looked at."""
    zone = garden.settings.zone
    told = [
        say(reason, {"when": moment(when.astimezone(zone))})
        for reason, when in (("write-opens", brief.opens), ("write-closes", brief.closes))
        if when
    ]
    words = " · ".join(told) or say("site-no-end")
    return f'<p class="ig-phase"><span>{escape(words)}</span></p>'


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
