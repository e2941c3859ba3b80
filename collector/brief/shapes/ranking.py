"""`1. [ ] Label`: a numbered list of boxes is put in order."""

from collector.brief.blocks import Block
from collector.brief.model import Shape
from collector.brief.report import Report
from collector.brief.shapes.answer import Answer, ShapeReader
from collector.brief.shapes.choices import read_options
from collector.brief.shapes.entry import Entry, entry_of, flat


def _begins(block: Block) -> bool:
    """Marks behind numbers, unless every line ends in a blank: those are lines."""
    if not block.marked or not block.items[0].numbered:
        return False
    return any(entry_of(item).sign or not entry_of(item).blank for item in block.items)


def _read(block: Block, report: Report) -> Answer | None:
    entries = [entry_of(item) for item in block.items]
    if not flat(entries, report) or not _all_square(entries, report):
        return None
    options = read_options(entries, Shape.RANKING, report)
    if options is None:
        return None
    if len(options) == 1:
        report.error(block.first, "brief-rank-single", fix="2. [ ] Label")
        return None
    return Answer(Shape.RANKING, options=options)


def _all_square(entries: list[Entry], report: Report) -> bool:
    """Whether each has a box; round brackets beside numbers have two readings."""
    odd = [each for each in entries if each.sign != "["]
    for each in odd:
        brackets = f"({each.code or ' '})" if each.sign else "[ ]"
        bullet = "-" if each.sign else each.bullet
        fix = f"{bullet} {brackets} {each.line.words(each.start)}"
        report.error(each.line, "brief-rank-brackets", at=each.item.start, fix=fix)
    return not odd


READER = ShapeReader(_begins, _read)
