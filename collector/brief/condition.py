"""`*Only if [your link to us](#role) is supplier.*`: when a question or a page is due.

condition = "*" "Only if" clause ( { "and" clause } | { "or" clause } ) ["."] "*"
clause    = "[" text "](#" column ")" test
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from collector.brief import vocabulary
from collector.brief.heading import near
from collector.brief.model import Clause, Condition, Question, Range, Shape, Test
from collector.brief.numbers import NUMBER, TO, number
from collector.brief.report import Report
from collector.brief.source import SourceLine, folded

ITALIC = re.compile(r"\s*([*_]{1,3})(?![*_\s])(.*?)(?<![*_\s])([*_]{1,3})\s*\.?")
ONLY_IF = re.compile(rf"{vocabulary.ONLY_IF}\b", re.IGNORECASE)
START = re.compile(rf"\s*[*_]{{0,3}}\s*{vocabulary.ONLY_IF}\b", re.IGNORECASE)
LINK = re.compile(r"\s*\[[^\]]*\]\(\s*#([^)\s]*)\s*\)\s*")
TESTS = sorted(
    (
        (re.compile(words.replace(" ", r"\s+") + r"(?!\w)\s*", re.IGNORECASE), test)
        for test, said in vocabulary.TESTS.items()
        for words in said
    ),
    key=lambda each: -len(each[0].pattern),
)
"""The longest first: it may begin like another."""
JOIN = "|".join((*vocabulary.AND, *vocabulary.OR))
OR = "|".join(vocabulary.OR)
VALUE_NEXT = re.compile(rf"(?:\s*,\s*(?:(?:{OR})\s+)?|\s+(?:{OR})\s+)(?!\[)", re.IGNORECASE)
CLAUSE_NEXT = re.compile(rf"\s*,?\s*\b({JOIN})\s+(?=\[)", re.IGNORECASE)
VALUE_END = re.compile(rf"\s*(?:,|\b(?:{OR})\b|\b(?:{JOIN})\s+\[|\.?$)", re.IGNORECASE)
QUOTED = re.compile(r'"([^"]*)"|\'([^\']*)\'')
RANGE = re.compile(rf"(?P<low>{NUMBER})(?:{TO}(?P<high>{NUMBER}))?(?![\w.,]*\w)")


@dataclass(frozen=True)
class Column:
    """What can be asked of a column: a choice's values by their words, or numbers, or texts."""

    values: Mapping[str, str]
    choice: bool = False
    numeric: bool = False
    box: bool = False
    """A single check box: it is ticked or not, so "is yes" asks whether it is answered."""


@dataclass(frozen=True)
class Known:
    """Columns of earlier questions, names of later ones, and of those that had faults."""

    columns: Mapping[str, Column]
    later: Collection[str] = ()
    faulty: Collection[str] = ()


class _Fault(Exception):
    """The condition does not read from `at` on."""

    def __init__(self, reason: str, at: int, **facts: object) -> None:
        super().__init__(reason)
        self.reason, self.at, self.facts = reason, at, facts


def begins(line: SourceLine) -> bool:
    """Whether the line is meant as a condition: in italics with a link, or it says "Only if"."""
    if START.match(line.plain):
        return True
    italic = ITALIC.fullmatch(line.plain)
    return italic is not None and len(italic[1]) == 1 and "](#" in italic[2]


def read_condition(line: SourceLine, known: Known, report: Report) -> Condition | None:
    """The condition on this line; None if faults were reported."""
    italic = ITALIC.fullmatch(line.plain)
    if italic is None or len(italic[1]) != 1 or len(italic[3]) != 1:
        fix = f"*{line.words(0).strip('*_ ')}*"
        report.error(line, "brief-condition-italic", fix=fix)
        return None
    start, end = italic.span(2)
    opening = ONLY_IF.match(line.plain, start)
    if opening is None:
        report.error(line, "brief-condition-start", at=start, fix=_example(known))
        return None
    try:
        return _clauses(line.plain[:end], opening.end(), known)
    except _Fault as fault:
        facts = fault.facts
        fix = str(facts.pop("fix", "")) or _mended(line, fault.at, facts) or _example(known)
        report.error(line, fault.reason, at=fault.at, fix=fix, **facts)
        return None


def _clauses(text: str, at: int, known: Known) -> Condition | None:
    clauses: list[Clause | None] = []
    joins: set[str] = set()
    while True:
        clause, at = _clause(text, at, known)
        clauses.append(clause)
        if not text[at:].strip(" ."):
            break
        join = CLAUSE_NEXT.match(text, at)
        if join is None:
            raise _Fault("brief-condition-words", at, rest=text[at:].strip())
        joins.add("or" if join[1].lower() in vocabulary.OR else "and")
        at = join.end()
        if len(joins) > 1:
            raise _Fault("brief-condition-mixed", join.start(1))
    if None in clauses:
        return None
    return Condition(tuple(each for each in clauses if each), every=joins != {"or"})


def _clause(text: str, at: int, known: Known) -> tuple[Clause | None, int]:
    """One clause and where it ends. The clause is None if its question had faults of its own."""
    link = LINK.match(text, at)
    if link is None:
        raise _Fault("brief-condition-link", at, rest=text[at:].strip())
    name, place = link[1], link.start(1)
    test, at = _test(text, link.end())
    if name.split("__")[0] in known.faulty:
        following = CLAUSE_NEXT.search(text, at)
        return None, following.start() if following else len(text)
    column = known.columns.get(name)
    if column is None:
        raise _no_column(name, place, known)
    if test in (Test.ANSWERED, Test.NOT_ANSWERED):
        return Clause(name, test), at
    if test in (Test.AT_LEAST, Test.AT_MOST) and not column.numeric:
        raise _Fault("brief-condition-number", at, column=name)
    values, at = _values(text, at, name, column, bound=test in (Test.AT_LEAST, Test.AT_MOST))
    if column.box:
        return _box_clause(name, test, values, at), at
    return Clause(name, test, values), at


def _box_clause(name: str, test: Test, values: tuple[str | Range, ...], at: int) -> Clause:
    if len(set(values)) > 1:
        raise _Fault("brief-condition-box", at, column=name)
    ticked = (values[0] == "yes") == (test is Test.IS)
    return Clause(name, Test.ANSWERED if ticked else Test.NOT_ANSWERED)


def _test(text: str, at: int) -> tuple[Test, int]:
    for pattern, test in TESTS:
        match = pattern.match(text, at)
        if match:
            return test, match.end()
    raise _Fault("brief-condition-test", at, rest=text[at:].strip())


def _no_column(name: str, at: int, known: Known) -> _Fault:
    base = name.split("__", maxsplit=1)[0]
    if base in known.later:
        return _Fault("brief-condition-later", at, column=name)
    below = [each for each in known.columns if each.startswith(f"{name}__")]
    meant = below[0] if below else near(name, list(known.columns))
    return _Fault("brief-condition-unknown", at, column=name, near=meant or "…", wrong=name)


def _values(
    text: str, at: int, name: str, column: Column, *, bound: bool
) -> tuple[tuple[str | Range, ...], int]:
    values: list[str | Range] = []
    while True:
        value, at = _value(text, at, name, column)
        if bound and (not isinstance(value, Range) or value.low != value.high):
            raise _Fault("brief-condition-number", at, column=name)
        values.append(value)
        following = None if bound else VALUE_NEXT.match(text, at)
        if following is None:
            return tuple(values), at
        at = following.end()


def _value(text: str, at: int, name: str, column: Column) -> tuple[str | Range, int]:
    known = _known_value(text, at, column)
    if known is not None:
        return known
    quoted = QUOTED.match(text, at)
    if quoted and not column.numeric:
        words = quoted[1] if quoted[1] is not None else quoted[2]
        if not column.choice:
            return words, quoted.end()
        meant = next((code for known, code in column.values.items() if _same(known, words)), None)
        if meant is not None:
            return meant, quoted.end()
    span = RANGE.match(text, at) if column.numeric else None
    if span:
        low = number(span["low"])
        high = number(span["high"]) if span["high"] else low
        if low <= high:
            return Range(low, high), span.end()
    raise _no_value(text, at, name, column)


def _known_value(text: str, at: int, column: Column) -> tuple[str | Range, int] | None:
    """The code or label that stands here, longest first, so that a label may hold commas."""
    for words in sorted(column.values, key=len, reverse=True):
        end = at + len(words)
        if _same(text[at:end], words) and not re.match(r"\w", text[end:]):
            value = column.values[words]
            return (Range(float(value), float(value)) if column.numeric else value), end
    return None


def _same(one: str, other: str) -> bool:
    """Whether two texts differ by capital letters only."""
    return one.casefold() == other.casefold()


def _no_value(text: str, at: int, name: str, column: Column) -> _Fault:
    wrong = VALUE_END.split(text[at:].strip('"'))[0].strip()
    if column.numeric:
        return _Fault("brief-condition-number", at, column=name)
    if not column.choice:
        return _Fault("brief-condition-quotes", at, column=name, wrong=wrong, near=f'"{wrong}"')
    meant = near(wrong, list(column.values)) or next(iter(column.values), "…")
    return _Fault("brief-condition-value", at, column=name, wrong=wrong, near=meant)


def _mended(line: SourceLine, at: int, facts: Mapping[str, object]) -> str:
    """The line with the wrong word exchanged; empty if there is no better one."""
    wrong, meant = str(facts.get("wrong", "")), str(facts.get("near", "…"))
    if not wrong or meant == "…" or not line.plain.startswith(wrong, at):
        return ""
    return line.replaced(at, at + len(wrong), meant)


def _example(known: Known) -> str:
    """A condition that reads, about the question just before."""
    name = next(reversed(list(known.columns)), "role")
    return f"*Only if [the answer](#{name}) is answered.*"


def columns_of(question: Question) -> dict[str, Column]:
    """The columns that later conditions may link, each with the values it can have."""
    if question.lines:
        return dict(_line_columns(question))
    if question.shape is Shape.RANKING:
        numbers = Column({}, numeric=True)
        return {f"{question.id}__{option.code}": numbers for option in question.options}
    columns = {question.id: _column(question)}
    for option in question.options:
        if option.own:
            columns[f"{question.id}_{option.code}"] = Column({})
    return columns


def _line_columns(question: Question) -> Iterator[tuple[str, Column]]:
    """What is kept of each line of a list, of a matrix or of what is shared out."""
    for line in question.lines:
        column = f"{question.id}__{line.code}"
        if question.shape is Shape.MATRIX_LINES:
            cells = (f"{column}__{head.code}" for head in question.options)
            yield from ((cell, _typed(line.shape)) for cell in cells)
        elif question.shape in (Shape.MATRIX_ONE, Shape.MATRIX_SEVERAL):
            yield column, _choice(question)
        else:
            yield column, _typed(line.shape)


def _choice(question: Question) -> Column:
    """Codes and labels of the options; a code stands before a label that reads the same."""
    labels = {folded(option.label): option.code for option in question.options}
    return Column({**labels, **{each.code: each.code for each in question.options}}, choice=True)


def _column(question: Question) -> Column:
    labels = {folded(option.label): option.code for option in question.options}
    codes = {option.code: option.code for option in question.options}
    if question.shape in (Shape.ONE, Shape.SEVERAL):
        return _choice(question)
    if question.shape is Shape.YES:
        yes = dict.fromkeys((*labels, *codes, *vocabulary.YES), "yes")
        return Column({**dict.fromkeys(vocabulary.NO, "no"), **yes}, choice=True, box=True)
    if question.shape in (Shape.SCALE, Shape.STARS, Shape.SLIDER):
        return Column(labels, numeric=True)
    return _typed(question.shape)


def _typed(shape: Shape) -> Column:
    return Column({}, numeric=shape in (Shape.NUMBER, Shape.AMOUNT))
