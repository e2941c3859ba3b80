"""A canvas: a business, an offer or a plan on one page, in blocks that everybody knows.

The nine blocks are those of A. Osterwalder and Y. Pigneur (2010), "Business Model Generation"; the
six of an offer those of A. Osterwalder et al. (2014), "Value Proposition Design"; the strategy
canvas and the four actions those of W. C. Kim and R. Mauborgne (2005), "Blue Ocean Strategy"; the
five of design thinking those of the Stanford d.school.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from collector.models.curves import Curves, read_curves
from collector.models.page import NOTES, Names, Page, Reader


class CanvasKind(StrEnum):
    """Which canvas it is."""

    BUSINESS_MODEL = "business model"
    VALUE_PROPOSITION = "value proposition"
    STRATEGY = "strategy"
    FOUR_ACTIONS = "four actions"
    DESIGN_THINKING = "design thinking"

    @property
    def code(self) -> str:
        """As a class of style sheets is called."""
        return self.value.replace(" ", "-")


def _names(*codes: str) -> Names:
    return {code: f"canvas-{code}" for code in codes}


BLOCKS: Mapping[CanvasKind, Names] = {
    CanvasKind.BUSINESS_MODEL: _names(
        *("partners", "activities", "resources", "propositions", "relationships"),
        *("channels", "segments", "costs", "revenues"),
    ),
    CanvasKind.VALUE_PROPOSITION: _names(
        "products", "creators", "relievers", "gains", "jobs", "pains"
    ),
    CanvasKind.STRATEGY: _names("curves"),
    CanvasKind.FOUR_ACTIONS: _names("eliminate", "reduce", "raise", "create"),
    CanvasKind.DESIGN_THINKING: _names("empathise", "define", "ideate", "prototype", "test"),
}
"""The blocks of each canvas, in the order in which they are read."""

KEYS = ("canvas", "version", "follows", "challenges")


@dataclass(frozen=True)
class Block:
    """One block: its code, which is the tag of its ideas, its heading, its Markdown."""

    code: str
    label: str
    text: str = ""


@dataclass(frozen=True)
class Canvas:
    """One version of a canvas, with every block of its kind."""

    place: str
    name: str
    title: str
    introduction: str
    kind: CanvasKind
    blocks: tuple[Block, ...]
    version: str = ""
    follows: str = ""
    """The name of the version before."""
    challenges: tuple[str, ...] = ()
    """Whose ideas stand in it; none: those of all."""
    curves: Curves | None = None
    """Of a strategy canvas."""
    notes: str = ""


def read_canvas(reader: Reader) -> tuple[Page, Canvas | None]:
    """The page, and its canvas if the kind is known; faults are in the reader's report."""
    kind = reader.kind("canvas", CanvasKind)
    if kind is None:  # without it nothing is known of the blocks
        page = reader.page(KEYS, _every_block())
        page.choice("canvas", [*CanvasKind])
        return page, None
    page = reader.page(KEYS, BLOCKS[kind])
    curves_only = kind is CanvasKind.STRATEGY
    return page, Canvas(
        place=page.place,
        name=page.name,
        title=page.title,
        introduction=page.introduction,
        kind=kind,
        blocks=() if curves_only else tuple(_block(page, code) for code in BLOCKS[kind]),
        version=page.text("version"),
        follows=page.text("follows"),
        challenges=page.names("challenges"),
        curves=read_curves(page) if curves_only else None,
        notes=page.passage(NOTES),
    )


def _every_block() -> Names:
    return {code: reason for names in BLOCKS.values() for code, reason in names.items()}


def _block(page: Page, code: str) -> Block:
    """What has no heading in the file is empty and called as usual."""
    found = page.passages.get(code)
    return Block(code, found.label, found.text) if found else Block(code, "")
