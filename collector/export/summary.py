"""The summary: what the entries that count say, form by form, one number or answer a line.

column  code  answer  count  share  measure  value  low   high
role    ann   Ann        12    0.3                  0.18  0.45    how many gave an answer
price                                  Mean    3.4  3.1   3.7     what describes the numbers
rank    bun   Bun        31      Mean place    1.8  1.6   2.0     how high an option was placed
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from collector.analysis import (
    Description,
    Estimate,
    QuestionResult,
    Row,
    Score,
    Tally,
)
from collector.entries import Entry
from collector.export.column import Cell
from collector.export.sheet import Sheet
from collector.moderation import counted
from collector.words import say


@dataclass(frozen=True)
class Line:
    """One line: about which column it is, and what it tells. Shares are parts of 1.

    `low` and `high` are the ends of the 95 % interval, of the value or else of the share.
    """

    form: str
    column: str
    question: str
    asked: int
    n: int
    code: str | None = None
    answer: str | None = None
    count: int | None = None
    share: float | None = None
    measure: str | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None

    def tells(self, name: str, value: float | None, **more: Any) -> "Line":
        """This line with a number that has a name."""
        return replace(self, measure=say(f"export-{name}"), value=value, **more)

    def estimates(self, name: str, told: Estimate | Score) -> "Line":
        """This line with a number and its interval."""
        return self.tells(name, told.value, low=told.low, high=told.high)


HEADER = tuple(each.name for each in fields(Line))


class Summary:
    """Tallies the entries of one sheet while they stream by."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._tally = Tally(sheet.today.definition)

    def add(self, entry: Entry) -> None:
        """Count the entry if it counts."""
        if counted(entry):
            asked = self.sheet.version(entry.form_hash).definition
            self._tally.add(entry.answers, asked, but_personal=entry.cleared is not None)

    def results(self) -> tuple[QuestionResult, ...]:
        """In the newest words."""
        return self._tally.results({"questions": self.sheet.words})

    def rows(self) -> Iterator[list[Cell]]:
        """Lines below HEADER."""
        for result in self.results():
            about = Line(self.sheet.name, result.id, result.label, result.asked, result.n)
            for line in lines(about, result):
                yield [getattr(line, name) for name in HEADER]


def lines(about: Line, result: QuestionResult) -> Iterator[Line]:
    """What a result tells; at least one line."""
    told = [line for tell in TELLERS for line in tell(about, result)]
    yield from told or [replace(about, answer=say("export-words"))]


def _answers(about: Line, result: QuestionResult) -> Iterator[Line]:
    return _rows(about, result.rows)


def _rows(about: Line, rows: Iterable[Row]) -> Iterator[Line]:
    for each in rows:
        named = replace(about, code=each.code, answer=each.label, count=each.count)
        yield replace(named, share=each.share, low=each.low, high=each.high)


def _numbers(about: Line, result: QuestionResult) -> Iterator[Line]:
    told, ends = result.description, result.numbers
    if told is not None:
        yield about.estimates("mean", told.mean)
        yield about.estimates("median", told.median)
        yield from _parts(about, told)
    if ends is not None:
        yield about.tells("least", ends.least)
        yield about.tells("most", ends.most)


def _parts(about: Line, told: Description) -> Iterator[Line]:
    if told.deviation is not None:
        yield about.tells("deviation", told.deviation)
    for name, part in (("top-two", told.top), ("bottom-two", told.bottom)):
        if part is not None:
            yield about.tells(name, part.share, low=part.low, high=part.high)


def _score(about: Line, result: QuestionResult) -> Iterator[Line]:
    if result.score is not None:
        yield about.estimates("score", result.score)


def _matrix(about: Line, result: QuestionResult) -> Iterator[Line]:
    """A row of the matrix is a column of its own."""
    for each in result.matrix.rows if result.matrix else ():
        label = say("row-line", {"question": about.question, "line": each.label})
        row = replace(about, column=f"{about.column}__{each.code}", question=label, n=each.n)
        yield from _rows(row, each.rows)
        if each.mean is not None:
            yield row.estimates("mean", each.mean)


def _ranking(about: Line, result: QuestionResult) -> Iterator[Line]:
    for each in result.ranking.standings if result.ranking else ():
        label = result.labels.get(each.code, each.code)
        option = replace(about, column=f"{about.column}__{each.code}", answer=label)
        yield replace(option, count=each.placed).estimates("place", each.place)
        yield option.tells("points", each.points)
        yield option.tells("first", each.first)


def _sharing(about: Line, result: QuestionResult) -> Iterator[Line]:
    for each in result.sharing.portions if result.sharing else ():
        label = result.labels.get(each.code, each.code)
        line = replace(about, column=f"{about.column}__{each.code}", answer=label)
        portion = replace(line, count=each.givers, share=each.share)
        yield portion.estimates("mean", each.mean)


TELLERS: tuple[Callable[[Line, QuestionResult], Iterator[Line]], ...] = (
    _answers,
    _numbers,
    _score,
    _matrix,
    _ranking,
    _sharing,
)
"""Each tells its part of a result, or nothing."""
