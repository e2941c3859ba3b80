"""`☆☆☆☆☆`: stars to give, as many as stand there."""

import re

from collector.brief.blocks import Block
from collector.brief.model import Shape
from collector.brief.report import Report
from collector.brief.shapes.answer import Answer, ShapeReader
from collector.brief.shapes.blank import STARS

ROW = re.compile(r"☆(?:\s*☆)+")


def _begins(block: Block) -> bool:
    return ROW.fullmatch(block.text) is not None


def _read(block: Block, report: Report) -> Answer | None:
    count = block.text.count("☆")
    if count not in STARS:
        report.error(block.first, "brief-stars-count", fix="☆☆☆☆☆")
        return None
    return Answer(Shape.STARS, low=1, high=count)


READER = ShapeReader(_begins, _read)
