"""How a challenge begins: its slug, and the text of a template, of nothing or of another one."""

import re
from pathlib import Path

from collector.brief.codes import made
from collector.brief.fix import fix
from collector.brief.folder import templates
from collector.brief.matter import borders, drop_setting, read_matter
from collector.brief.reader import SLUG
from collector.brief.report import Report
from collector.brief.source import pieces_of, raw_lines
from collector.brief.translation import WORDS
from collector.garden import Settings

TITLE = re.compile(r"^#[ \t].*$", re.M)
DATES = ("opens", "closes", "phases", "title")
"""Settings that a copy leaves behind."""

EMPTY = "# {title}\n\nSay in two or three sentences why you ask.\n"


def is_slug(text: str) -> bool:
    """Whether a challenge can be called so in its address."""
    return SLUG.fullmatch(text) is not None


def slug_of(title: str) -> str:
    """A slug from the words of a title; empty where no letter of `a-z` or digit is left."""
    return re.sub("[^a-z0-9]+", "-", made(title)).strip("-")


def from_template(name: str, title: str = "") -> str:
    """The template's text, under this title if there is one. Raises KeyError."""
    return titled(templates()[name].read_text("utf-8"), title)


def from_nothing(title: str) -> str:
    """A title and room for a few sentences."""
    return EMPTY.format(title=_line(title))


def from_copy(text: str, title: str) -> str:
    """Another brief's text under a new title; its dates are over, so they stay behind."""
    for key in DATES:
        text = drop_setting(text, key)
    return titled(text, title)


def for_translation(text: str, settings: Settings) -> str:
    """The brief as its translator begins: ids and codes written out, only settings with words."""
    text = fix(text, settings)
    for each in read_matter(raw_lines(text), Report(Path())).settings:
        text = text if each.key in WORDS else drop_setting(text, each.key)
    return text


def titled(text: str, title: str) -> str:
    """The text with another first heading; a comment in the front matter is none."""
    _, end = borders(raw_lines(text))
    pieces = pieces_of(text)
    matter, body = "".join(pieces[: 2 * max(end, 0)]), "".join(pieces[2 * max(end, 0) :])
    return matter + TITLE.sub(lambda _: f"# {_line(title)}", body, count=1) if title else text


def _line(title: str) -> str:
    return " ".join(title.split())
