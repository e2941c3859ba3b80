"""Shapes of the language that this version does not carry out yet: each is said, none ignored."""

import re

from collector.brief.blocks import BRACKET, Block
from collector.brief.report import Report
from collector.brief.shapes.answer import Answer, ShapeReader

CELL = re.compile(r"\(\s*\)|\[\s*\]|_{3,}(?:\s*\([^()]*\))?")
TOTAL = re.compile(r"=\s*[0-9]")


def _is_matrix(block: Block) -> bool:
    return block.table and any(
        CELL.fullmatch(cell.strip())
        for line in block.lines[2:]
        for cell in line.plain.strip().strip("|").split("|")
    )


def _read_matrix(block: Block, report: Report) -> Answer | None:
    report.error(block.first, "brief-not-yet", what="a table to fill in", fix="(1) Bad … (5) Good")
    return None


def _is_share(block: Block) -> bool:
    return any(TOTAL.match(item.text) for item in block.items)


def _read_share(block: Block, report: Report) -> Answer | None:
    item = next(each for each in block.items if TOTAL.match(each.text))
    report.error(
        item.line, "brief-not-yet", what="sharing out a total", fix="- Rent: ____ (number)"
    )
    return None


def _is_ranking(block: Block) -> bool:
    return block.marked and block.items[0].numbered and not _all_blanks(block)


def _read_ranking(block: Block, report: Report) -> Answer | None:
    item = block.items[0]
    bracket = BRACKET.match(item.text)
    fix = f"- {item.line.words(item.start)}" if bracket else f"- [ ] {item.text}"
    report.error(item.line, "brief-not-yet", what="putting answers in order", fix=fix)
    return None


def _all_blanks(block: Block) -> bool:
    return all("___" in item.text for item in block.items)


MATRIX = ShapeReader(_is_matrix, _read_matrix)
SHARE = ShapeReader(_is_share, _read_share)
RANKING = ShapeReader(_is_ranking, _read_ranking)
