"""Markdown in a form's words: whole blocks for help and notes, one line for labels.

Raw HTML is shown as typed, addresses keep to safe schemes, and relative ones get the page's base.
"""

import html
import re
from functools import lru_cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

SCHEMES = ("http", "https", "mailto", "tel")

_MARKED = re.compile(r"[\\`*_\[\]<>&]")
"""A line without these reads the same in Markdown."""
_SCHEME = re.compile(r"([^/?#]*):")
_PICTURE = re.compile(r'<img[^>]*?alt="([^"]*)"[^>]*>')


@lru_cache(maxsize=4096)
def block(text: str, base: str = "") -> Markup:
    """Markdown as paragraphs, lists and tables; `base` stands before relative addresses."""
    return Markup(_markdown(base).convert(text))  # noqa: S704  # the renderer escapes


@lru_cache(maxsize=4096)
def line(text: str, base: str = "") -> Markup:
    """One line of Markdown, without a paragraph around it."""
    if not _MARKED.search(text):
        return Markup.escape(text)
    # a sign in front keeps "1. " and "# " from beginning a list or a heading
    drawn = _markdown(base).convert("\u2060" + " ".join(text.split()))
    return Markup(drawn.removeprefix("<p>\u2060").removesuffix("</p>"))  # noqa: S704  # as above


def bare(text: str) -> str:
    """One line of Markdown as plain text; a picture is what it shows."""
    if not _MARKED.search(text):
        return text
    return Markup(_PICTURE.sub(r"\1", line(text))).striptags()  # noqa: S704  # tags are dropped


def _markdown(base: str) -> Markdown:
    """A renderer of its own for each text: Markdown's objects are not safe between threads."""
    extensions: list[str | Extension] = ["tables", "sane_lists", "fenced_code", _Plain(base)]
    return Markdown(
        extensions=extensions, extension_configs={"tables": {"use_align_attribute": True}}
    )


class _Plain(Extension):
    """No raw HTML, no unsafe addresses."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self.base = base

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Markdown's own name
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.deregister("automail")  # writes addresses as entities, past the check
        md.treeprocessors.register(_Addresses(md, self.base), "addresses", 0)


class _Addresses(Treeprocessor):
    def __init__(self, md: Markdown, base: str) -> None:
        super().__init__(md)
        self.base = base

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in ("href", "src"):
                if name in element.attrib:
                    element.set(name, _address(element.attrib[name], self.base))


def _address(written: str, base: str) -> str:
    """The address as the page needs it; `written` may spell its signs as entities."""
    if scheme := _SCHEME.match(html.unescape(written)):
        return written if scheme[1].lower() in SCHEMES else "#"
    return written if written.startswith(("/", "#")) else base + written
