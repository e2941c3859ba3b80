"""Marks alone decide which shape begins: the first reader that knows them takes the block."""

from collector.brief.blocks import Block
from collector.brief.shapes import blank, choices, later, lines, scale, stars
from collector.brief.shapes.answer import ShapeReader

SHAPES: tuple[ShapeReader, ...] = (
    ShapeReader(blank.begins, blank.read),
    ShapeReader(stars.begins, stars.read),
    ShapeReader(scale.begins, scale.read),
    ShapeReader(later.is_matrix, later.read_matrix),
    ShapeReader(later.is_share, later.read_share),
    ShapeReader(later.is_ranking, later.read_ranking),
    ShapeReader(lines.begins, lines.read),
    ShapeReader(choices.begins, choices.read),
)


def reader_of(block: Block) -> ShapeReader | None:
    """The shape that begins here; None if the block is ordinary Markdown."""
    return next((each for each in SHAPES if each.begins(block)), None)
