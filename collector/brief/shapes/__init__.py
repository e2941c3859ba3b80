"""The answer shapes, each known by its marks: one small reader a shape, in one table."""

from collector.brief.shapes.answer import Answer, ShapeReader
from collector.brief.shapes.table import SHAPES, reader_of

__all__ = ["SHAPES", "Answer", "ShapeReader", "reader_of"]
