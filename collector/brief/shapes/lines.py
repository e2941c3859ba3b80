"""A list whose every item ends in a blank: one line each, as `- Street: ____`."""

from collector.brief.blocks import Block
from collector.brief.codes import is_code
from collector.brief.model import BLANKS, Line, Shape
from collector.brief.report import Report
from collector.brief.shapes.answer import Answer, ShapeReader
from collector.brief.shapes.blank import read_blank
from collector.brief.shapes.entry import (
    TICKS,
    Entry,
    distinct,
    entry_of,
    flat,
    made_code,
    write_codes,
)


def _begins(block: Block) -> bool:
    return bool(block.items) and all(entry_of(item).blank for item in block.items)


def _read(block: Block, report: Report) -> Answer | None:
    entries = [entry_of(item) for item in block.items]
    if not flat(entries, report):
        return None
    read = [(each, line) for each in entries if (line := read_line(each, report))]
    coded = [(entry, line.code) for entry, line in read]
    if not distinct(coded, report) or len(read) < len(entries):
        return None
    write_codes(coded, report)
    return Answer(Shape.LINES, lines=tuple(line for _, line in read))


def read_line(entry: Entry, report: Report) -> Line | None:
    """One line of a list; None if it has faults, which are reported."""
    words = entry.line.words(entry.start)
    code = entry.code or made_code(entry.label)
    problem = _fault(entry, code)
    if problem:
        label = words if entry.label else f"Label: {words}"
        fix = f"- [code] {words}" if problem == "brief-code-none" else f"- {label}"
        report.error(entry.line, problem, at=entry.code_start, fix=fix, code=entry.code)
        return None
    answer = read_blank(entry.line, entry.blank, report) if entry.blank else None
    if answer is None:
        return None
    if answer.shape is Shape.FILE:
        fix = f"### {entry.label}"
        report.error(entry.line, "brief-file-lines", at=entry.start, fix=fix)
        return None
    if answer.shape not in BLANKS:
        fix = f"- {entry.label}: ____ (whole number 1–5)"
        report.error(entry.line, "brief-lines-shape", at=entry.start, fix=fix)
        return None
    return Line(code, entry.label, answer.shape, answer.limits)


def _fault(entry: Entry, code: str) -> str:
    if entry.sign == "(":
        return "brief-lines-round"
    if entry.code in TICKS:
        return "brief-option-ticked"
    if entry.alone:
        return "brief-option-alone"
    if entry.code and not is_code(entry.code):
        return "brief-code-signs"
    if not entry.label:
        return "brief-option-empty"
    return "" if code else "brief-code-none"


READER = ShapeReader(_begins, _read)
