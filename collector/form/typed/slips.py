"""Slips are read row by row: each is checked as if it had been sent, and all faults are told."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from collector.brief import Form, Page, Question, Shape
from collector.entries import Value
from collector.errors import Invalid, Problem
from collector.form.check import check
from collector.form.columns import columns
from collector.form.definition import Definition, define
from collector.form.prose import bare
from collector.form.typed.cells import is_ticked, texts_of
from collector.form.typed.fault import Fault
from collector.form.typed.heads import PASSED_OVER, SLIP, TERMS, Head, heads_of
from collector.form.typed.table import Row, Table, read_table

MOST_NAMED = 12
"""Of the answers that could be written instead, so many are named."""


@dataclass(frozen=True)
class Slip:
    """One good row. `alike` counts the rows before it that mean just the same."""

    row: int
    number: str
    """As it stands on the slip; empty if slips have none."""
    answers: Mapping[str, Value]
    dropped: int
    """Answers to questions that were not due."""
    alike: int = 0


@dataclass(frozen=True)
class Slips:
    """All good rows, all faults, and the rows that have them, with the heads."""

    good: tuple[Slip, ...]
    faults: tuple[Fault, ...]
    separator: str = ","
    heads: tuple[str, ...] = ()
    bad: tuple[Row, ...] = ()


def read_slips(
    content: bytes,
    form: Form,
    *,
    today: date,
    terms: bool = False,
    named: Mapping[str, str] | None = None,
) -> Slips:
    """The slips of a table as it lies on disk; with `terms` each must say that it accepts them.

    `named` says by what column a heading of the table is meant; empty: it is passed over.
    """
    definition = without_files(define(form))
    known = heads_of(form)
    named = named or {}
    table = read_table(content, {*known, *(each.lower() for each in named)})
    if isinstance(table, Fault):
        return Slips((), (table,))
    top, *rows = table.rows
    top = replace(top, cells=tuple(named.get(each, each) or PASSED_OVER for each in top.cells))
    faults = [*_faults_of_heads(top, known, definition, terms=terms)]
    if faults or not rows:
        return Slips((), tuple(faults) or (Fault(top.number, top.line, "", "typed-no-rows"),))
    return _read(table, _Reader(definition, known, top.cells, today, terms))


def on_slip(form: Form) -> Form:
    """The form without what can't be handed in on one."""
    pages = tuple(
        replace(each, questions=tuple(q for q in each.questions if q.shape is not Shape.FILE))
        for each in form.pages
    )
    return replace(form, pages=pages)


def without_files(definition: Definition) -> Definition:
    """The definition as it asks no file of anybody: no slip holds one."""
    return replace(
        definition,
        pages=tuple(
            Page(
                tuple(
                    replace(each, required=each.required and each.shape is not Shape.FILE)
                    for each in page.questions
                ),
                condition=page.condition,
            )
            for page in definition.pages
        ),
    )


def _faults_of_heads(
    top: Row, known: Mapping[str, Head], definition: Definition, *, terms: bool
) -> Iterator[Fault]:
    counted = Counter(cell.lower() for cell in top.cells if cell)
    for cell in dict.fromkeys(top.cells):
        name = cell.lower()
        if name and not name.startswith("_") and name not in known:
            near = next(iter(get_close_matches(name, known, 1)), "")
            yield Fault(top.number, top.line, cell, "typed-head-unknown", {}, near)
        elif counted[name] > 1 and name != PASSED_OVER:
            yield Fault(top.number, top.line, cell, "typed-head-twice")
    yield from _faults_of_missing_heads(top, known, definition, terms=terms)


def _faults_of_missing_heads(
    top: Row, known: Mapping[str, Head], definition: Definition, *, terms: bool
) -> Iterator[Fault]:
    """Questions that everybody must answer need a column."""
    there = {known[cell.lower()].question.id for cell in top.cells if cell.lower() in known}
    for question in definition.questions:
        always = question.id in definition.unconditional and question.required
        if always and question.id not in there:
            column = columns(question)[0]
            yield Fault(top.number, top.line, column, "typed-head-missing", {}, column)
    if terms and TERMS not in (cell.lower() for cell in top.cells):
        yield Fault(top.number, top.line, TERMS, "typed-head-missing", {}, TERMS)


@dataclass(frozen=True)
class _Reader:
    """What a row is read by."""

    definition: Definition
    known: Mapping[str, Head]
    heads: Sequence[str]
    today: date
    terms: bool

    def read(self, row: Row) -> Slip | list[Fault]:
        faults = [*self._beyond(row)]
        raw: dict[str, list[str]] = {}
        kit: dict[str, str] = {}
        for name, cell in zip(self.heads, row.cells, strict=False):
            head = self.known.get(name.lower())
            if head is None:
                kit[name.lower()] = cell
            else:
                faults += self._filled(row, name, head, cell, raw)
        if self.terms and not is_ticked(kit.get(TERMS, "")):
            faults.append(Fault(row.number, row.line, TERMS, "typed-terms"))
        try:
            checked = check(self.definition, raw, today=self.today)
        except Invalid as invalid:
            told = invalid.problems.items()
            return faults + [self._fault(row, column, problem) for column, problem in told]
        return faults or Slip(row.number, kit.get(SLIP, ""), checked.answers, checked.dropped)

    def _beyond(self, row: Row) -> Iterator[Fault]:
        if any(row.cells[len(self.heads) :]):
            yield Fault(row.number, row.line, "", "typed-cells-more", {"count": len(self.heads)})

    def _filled(
        self, row: Row, name: str, head: Head, cell: str, raw: dict[str, list[str]]
    ) -> list[Fault]:
        """Put a cell's texts to what is sent; its faults."""
        if head.question.shape is Shape.FILE:
            return [Fault(row.number, row.line, name, "typed-file")] if cell else []
        if not head.code:
            raw.setdefault(head.column, []).extend(texts_of(head.question, head.column, cell))
            return []
        ticked = is_ticked(cell)
        if ticked is None:
            return [Fault(row.number, row.line, name, "typed-mark", {"cell": cell}, "1")]
        if ticked and head.code not in raw.setdefault(head.column, []):
            raw[head.column].append(head.code)
        return []

    def _fault(self, row: Row, column: str, problem: Problem) -> Fault:
        head = self.known.get(column.lower())
        fix = _instead(head.question) if head and problem.reason == "answer-unknown" else ""
        return Fault(row.number, row.line, column, problem.reason, problem.facts, fix)


def _instead(question: Question) -> str:
    """The answers that a question takes, as they may be typed."""
    if question.shape is Shape.YES:
        return "1 | 0"
    if question.shape in (Shape.SCALE, Shape.STARS, Shape.SLIDER):
        return f"{question.low}–{question.high}"
    return " | ".join(bare(each.label) or each.code for each in question.options[:MOST_NAMED])


def _read(table: Table, reader: _Reader) -> Slips:
    good: list[Slip] = []
    faults: list[Fault] = []
    bad: list[Row] = []
    seen: Counter[str] = Counter()
    for row in table.rows[1:]:
        slip = reader.read(row)
        if isinstance(slip, Slip):
            told = repr((slip.number, sorted(slip.answers.items())))
            good.append(replace(slip, alike=seen[told]))
            seen[told] += 1
        else:
            faults += slip
            bad.append(row)
    return Slips(tuple(good), tuple(faults), table.separator, tuple(reader.heads), tuple(bad))
