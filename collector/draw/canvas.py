"""A canvas as a grid of blocks, and beside the version before it.

What comes out is HTML around the owner's Markdown, for the site's generator to finish: what stands
in a block is theirs and may hold links, pictures and emphasis.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from collector.draw.section import render
from collector.models import Block, Canvas
from collector.words import say

ITEM = re.compile(r"\s*(?:[-*+]|[0-9]+[.)])\s+(?P<words>\S.*)")


@dataclass(frozen=True)
class Beside:
    """A block in two versions, each as Markdown with what differs marked."""

    label: str
    before: Markup
    after: Markup


def canvas(told: Canvas, slot: Callable[[str], str]) -> str:
    """Markdown of the grid; `slot` gives the place of a block's ideas, by its code."""
    blocks = [
        {
            "code": each.code,
            "label": label_of(each),
            "text": Markup(each.text),  # noqa: S704 - the owner's own page, as all of it is
            "slot": Markup(slot(each.code)),  # noqa: S704 - markers, and what is poured is escaped
        }
        for each in told.blocks
    ]
    return render("canvas", kind=told.kind.code, blocks=blocks, nothing=say("canvas-nothing"))


def versions(before: Canvas, after: Canvas) -> str:
    """Markdown of what differs between two versions, block by block."""
    pairs = list(zip(before.blocks, after.blocks, strict=True))
    same = [label_of(new) for old, new in pairs if _items(old.text) == _items(new.text)]
    return render(
        "versions",
        blocks=[_beside(*pair) for pair in pairs if label_of(pair[1]) not in same],
        same=say("canvas-same", {"blocks": ", ".join(same)}) if same else "",
        names=(before.version or before.title, after.version or after.title),
        nothing=say("canvas-nothing"),
    )


def label_of(block: Block) -> str:
    """What a block is called: its heading in the file, else as everybody calls it."""
    return block.label or say(f"canvas-{block.code}")


def _beside(old: Block, new: Block) -> Beside:
    return Beside(
        label_of(new),
        _marked(old.text, _items(new.text), say("canvas-gone")),
        _marked(new.text, _items(old.text), say("canvas-added")),
    )


def _items(text: str) -> list[str]:
    """What is listed or said in a block, a line each, however it is indented or begun."""
    return [_words(line) for line in text.split("\n") if line.strip()]


def _words(line: str) -> str:
    found = ITEM.fullmatch(line)
    return " ".join((found["words"] if found else line).split())


def _marked(text: str, other: Sequence[str], mark: str) -> Markup:
    """The Markdown with a word behind each listed line that the other version has not."""
    return Markup("\n").join(_lines(text, other, mark))


def _lines(text: str, other: Sequence[str], mark: str) -> Iterator[Markup]:
    for line in text.split("\n"):
        plain = Markup(line)  # noqa: S704 - the owner's own Markdown
        if ITEM.fullmatch(line) and _words(line) not in other:
            yield plain + Markup(' <span class="ig-badge">{}</span>').format(mark)
        else:
            yield plain
