"""`- ( ) Label` one of several, `- [ ] Label` several, a single `- [ ]` yes or not."""

from collector.brief.blocks import Block
from collector.brief.model import Option, Shape
from collector.brief.report import Report
from collector.brief.shapes.answer import Answer, ShapeReader
from collector.brief.shapes.blank import BLANK
from collector.brief.shapes.entry import Entry, distinct, entry_of, flat, write_codes
from collector.brief.shapes.option import read_option


def _begins(block: Block) -> bool:
    return block.marked


def _read(block: Block, report: Report) -> Answer | None:
    entries = [entry_of(item) for item in block.items]
    signs = {each.sign for each in entries}
    if not flat(entries, report) or not _alike(entries, signs, report):
        return None
    shape = Shape.ONE if signs == {"("} else Shape.SEVERAL
    if shape is Shape.SEVERAL and len(entries) == 1:
        shape = Shape.YES
    options = read_options(entries, shape, report)
    if options is None:
        return None
    if shape is Shape.ONE and len(options) == 1:
        report.error(block.first, "brief-option-single", fix=_signed(entries[0], "[ ]"))
        return None
    return Answer(shape, options=options)


def read_options(entries: list[Entry], shape: Shape, report: Report) -> tuple[Option, ...] | None:
    """All options of a list; None if one has faults. Made codes are noted for `check --fix`."""
    read = [(each, option) for each in entries if (option := read_option(each, shape, report))]
    coded = [(entry, option.code) for entry, option in read]
    if not distinct(coded, report) or len(read) < len(entries):
        return None
    if shape is not Shape.YES:
        write_codes(coded, report)
    return tuple(option for _, option in read)


def _alike(entries: list[Entry], signs: set[str], report: Report) -> bool:
    """Whether all have the same brackets; each that differs is reported."""
    if signs == {""}:
        return _all_blanks(entries, report)
    if len(signs) == 1:
        return True
    usual = "[ ]" if [each.sign for each in entries].count("[") > len(entries) / 2 else "( )"
    for each in entries:
        if each.sign != usual[0]:
            at = each.item.start
            report.error(each.line, "brief-option-mixed", at=at, fix=_signed(each, usual))
    return False


def _all_blanks(entries: list[Entry], report: Report) -> bool:
    """Without brackets every line would have to end in a blank; each that does not is reported."""
    for each in entries:
        if not each.blank:
            words = BLANK.sub("", each.line.words(each.start)).strip(" :")
            at = each.item.start
            report.error(each.line, "brief-lines-mixed", at=at, fix=f"- {words}: ____")
    return False


def _signed(entry: Entry, sign: str) -> str:
    """The item's line with these brackets, its code kept."""
    brackets = f"{sign[0]}{entry.code or ' '}{sign[-1]}"
    return f"- {brackets} {entry.line.words(entry.start)}"


READER = ShapeReader(_begins, _read)
