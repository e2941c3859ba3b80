"""A table of cells all `( )`, all `[ ]` or all `____`: one answer a row, several, or a blank each.

| | (bad) Bad | (good) Good |        heads, codes in round brackets
|---|---|---|
| [staff] Staff | ( ) | ( ) |        rows, codes in square ones
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from collector.brief.blocks import Block
from collector.brief.codes import is_code
from collector.brief.model import BLANKS, Line, Option, Shape
from collector.brief.report import Report
from collector.brief.shapes.answer import Answer, ShapeReader
from collector.brief.shapes.blank import BLANK, read_blank
from collector.brief.shapes.entry import TICKS, made_code
from collector.brief.source import SourceLine

PIPE = re.compile(r"(?<!\\)\|")
MARKS = {
    Shape.MATRIX_ONE: re.compile(r"\(\s*\)"),
    Shape.MATRIX_SEVERAL: re.compile(r"\[\s*\]"),
    Shape.MATRIX_LINES: BLANK,
}
WRITTEN = {Shape.MATRIX_ONE: "( )", Shape.MATRIX_SEVERAL: "[ ]", Shape.MATRIX_LINES: "____"}
TICKED = re.compile(rf"[(\[]\s*[{''.join(TICKS)}]\s*[)\]]")

BOX = re.compile("[☐☑☒□■○◯●◻◼❏❑]")
"""What people put into cells for a mark."""


@dataclass(frozen=True)
class Cell:
    """One cell of a table; its words stand in the plain line from `start` to `end`."""

    line: SourceLine
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.line.plain[self.start : self.end]

    @property
    def shape(self) -> Shape | None:
        """What it is a mark of; None if of nothing."""
        return next((each for each, mark in MARKS.items() if mark.fullmatch(self.text)), None)

    def replaced(self, text: str) -> str:
        return self.line.replaced(self.start, self.end, text)


@dataclass(frozen=True)
class Name:
    """A head or the name of a row, taken apart; `span` is what is between its brackets."""

    cell: Cell
    code: str
    alone: bool
    label: str
    span: tuple[int, int] | None


def _begins(block: Block) -> bool:
    return block.table and any(
        cell.shape or TICKED.fullmatch(cell.text) or BOX.fullmatch(cell.text)
        for line in block.lines[2:]
        for cell in _cells(line)[1:]
    )


def _read(block: Block, report: Report) -> Answer | None:
    rows = [_cells(line) for line in (block.first, *block.lines[2:])]
    heads, body = rows[0], rows[1:]
    if not _even(heads, body, report):
        return None
    shape = _shape(body, report)
    if shape is None:
        return None
    if shape is Shape.MATRIX_ONE and len(heads) < 3:
        report.error(block.first, "brief-matrix-heads", fix=f"{block.first.raw.rstrip()} Good |")
        return None
    options = _options(heads[1:], shape, report)
    lines = _lines(body, shape, report)
    return Answer(shape, options=options, lines=lines) if options and lines else None


def _cells(line: SourceLine) -> list[Cell]:
    """The cells of one line of a table; the bars at its ends may be left out."""
    text = line.plain
    bars = [match.start() for match in PIPE.finditer(text)]
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    starts = [0, *(bar + 1 for bar in bars)]
    ends = [*bars, len(text)]
    spans = list(zip(starts, ends, strict=True))
    if bars and bars[0] == first:
        spans = spans[1:]
    if bars and bars[-1] == last - 1 and spans:
        spans = spans[:-1]
    return [_trimmed(line, *span) for span in spans]


def _trimmed(line: SourceLine, start: int, end: int) -> Cell:
    text = line.plain[start:end]
    start += len(text) - len(text.lstrip())
    return Cell(line, start, max(start, end - (len(text) - len(text.rstrip()))))


def _even(heads: Sequence[Cell], body: Sequence[Sequence[Cell]], report: Report) -> bool:
    """Whether every row has as many cells as the first line; each that has not is reported."""
    odd = [row for row in body if len(row) != len(heads)]
    for row in odd:
        shape = next((cell.shape for cell in row if cell.shape), Shape.MATRIX_ONE)
        name = row[0].line.words(row[0].start, row[0].end) if row else ""
        fix = " | ".join([f"| {name}", *[WRITTEN[shape]] * (len(heads) - 1)]) + " |"
        facts = {"count": len(row), "wanted": len(heads)}
        report.error(row[0].line if row else heads[0].line, "brief-matrix-ragged", fix=fix, **facts)
    return not odd


def _shape(body: Sequence[Sequence[Cell]], report: Report) -> Shape | None:
    """What all cells are marks of; None if one differs, which is reported."""
    cells = [cell for row in body for cell in row[1:]]
    usual = next((cell.shape for cell in cells if cell.shape), Shape.MATRIX_ONE)
    odd = [cell for cell in cells if cell.shape is not usual]
    for cell in odd:
        ticked = TICKED.fullmatch(cell.text)
        reason = "brief-option-ticked" if ticked else "brief-matrix-mixed"
        report.error(cell.line, reason, at=cell.start, fix=cell.replaced(WRITTEN[usual]))
    return None if odd else usual


def _options(cells: Sequence[Cell], shape: Shape, report: Report) -> tuple[Option, ...]:
    names = _names(cells, "()", report)
    for name in names:
        if name.alone and shape is not Shape.MATRIX_SEVERAL:
            fix = name.cell.replaced(f"({name.code}) {name.label}")
            report.error(name.cell.line, "brief-option-alone", at=name.cell.start, fix=fix)
            return ()
    return tuple(Option(name.code, name.label, alone=name.alone) for name in names)


def _lines(body: Sequence[Sequence[Cell]], shape: Shape, report: Report) -> tuple[Line, ...]:
    names = _names([row[0] for row in body], "[]", report)
    if shape is not Shape.MATRIX_LINES:
        return tuple(Line(name.code, name.label) for name in names)
    kinds = list(_kinds(body, report))
    if len(kinds) < len(body) or not names:
        return ()
    return tuple(
        Line(name.code, name.label, kind.shape, kind.limits)
        for name, kind in zip(names, kinds, strict=True)
    )


def _kinds(body: Sequence[Sequence[Cell]], report: Report) -> Iterator[Answer]:
    """What the blanks of each row take: the words of its first one, else of the table's first."""
    first = _kind(body[0][1], report)
    for row in body:
        for cell in row[2:]:
            if _said(cell) and _said(cell) != _said(row[1]):
                fix = cell.replaced("____")
                report.error(cell.line, "brief-matrix-words", at=cell.start, fix=fix)
                return
        kind = _kind(row[1], report) if _said(row[1]) and row is not body[0] else first
        if kind is None:
            return
        yield kind


def _said(cell: Cell) -> str:
    """The words in the brackets of a blank."""
    match = BLANK.fullmatch(cell.text)
    return (match[1] or "").strip() if match else ""


def _kind(cell: Cell, report: Report) -> Answer | None:
    match = BLANK.match(cell.line.plain, cell.start)
    answer = read_blank(cell.line, match, report) if match else None
    if answer and answer.shape not in BLANKS:
        fix = cell.replaced("____ (whole number 1–5)")
        report.error(cell.line, "brief-lines-shape", at=cell.start, fix=fix)
        return None
    return answer


def _names(cells: Sequence[Cell], pair: str, report: Report) -> list[Name]:
    """The heads or rows, each with a code of its own; empty if one has faults."""
    read = [name for cell in cells if (name := _name(cell, pair, report))]
    seen: set[str] = set()
    for name in read:
        if name.code in seen:
            fix = name.cell.replaced(f"{pair[0]}{name.code}_2{pair[1]} {name.label}")
            at = name.cell.start
            report.error(name.cell.line, "brief-code-twice", at=at, fix=fix, code=name.code)
        seen.add(name.code)
    if len(seen) < len(cells):
        return []
    for name in read:
        _write_code(name, pair, report)
    return read


def _name(cell: Cell, pair: str, report: Report) -> Name | None:
    left, right = map(re.escape, pair)
    bracket = re.match(rf"{left}([^()\[\]]*){right}\s*", cell.text)
    start = cell.start + (bracket.end() if bracket else 0)
    label = cell.line.words(start, cell.end)
    written = bracket[1].strip() if bracket else ""
    code = written.removesuffix("!")
    if not label:
        fix = cell.replaced(f"{cell.text} {code.capitalize() or 'Good'}".strip())
        report.error(cell.line, "brief-matrix-name", at=cell.start, fix=fix)
        return None
    if code and (not is_code(code) or code in TICKS):
        fix = cell.replaced(f"{pair[0]} {pair[1]} {cell.line.words(cell.start, cell.end)}")
        report.error(cell.line, "brief-code-signs", at=cell.start, fix=fix, code=code)
        return None
    if not code and not made_code(label):
        fix = cell.replaced(f"{pair[0]}code{pair[1]} {label}")
        report.error(cell.line, "brief-code-none", at=cell.start, fix=fix)
        return None
    span = (cell.start + 1, cell.start + 1 + len(bracket[1])) if bracket else None
    return Name(cell, code or made_code(label), written != code, label, span)


def _write_code(name: Name, pair: str, report: Report) -> None:
    """Note for `check --fix` where a made code goes."""
    line, span = name.cell.line, name.span
    if span is None:
        at = name.cell.start
        report.write(line, at, at, f"{pair[0]}{name.code}{pair[1]} ")
    elif not line.plain[slice(*span)].strip(" !"):
        report.write(line, *span, f"{name.code}{'!' if name.alone else ''}")


READER = ShapeReader(_begins, _read)
