"""Findings as pictures: SVG that reads on a phone and in the dark, with its table."""

from collector.draw.bars import bars

__all__ = ["bars"]
