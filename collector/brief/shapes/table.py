"""Marks alone decide which shape begins: the first reader that knows them takes the block."""

from collector.brief.blocks import Block
from collector.brief.shapes import (
    blank,
    choices,
    lines,
    matrix,
    ranking,
    scale,
    share,
    stars,
)
from collector.brief.shapes.answer import ShapeReader

SHAPES: tuple[ShapeReader, ...] = (
    blank.READER,
    stars.READER,
    scale.READER,
    matrix.READER,
    share.READER,
    ranking.READER,
    lines.READER,
    choices.READER,
)


def reader_of(block: Block) -> ShapeReader | None:
    """The shape that begins here; None if the block is ordinary Markdown."""
    return next((each for each in SHAPES if each.begins(block)), None)
