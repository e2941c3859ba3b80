"""The summary: what the entries that count say, form by form, one result a line."""

from collections.abc import Iterator

from collector.analysis import QuestionResult, Tally
from collector.entries import Entry
from collector.export.column import Cell
from collector.export.sheet import Sheet
from collector.moderation import counted
from collector.words import say

HEADER = (
    "form",
    "column",
    "question",
    "asked",
    "n",
    "code",
    "answer",
    "count",
    "share",
    "value",
    "low",
    "high",
)


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
        """Lines below HEADER; shares and their 95 % intervals are parts of 1."""
        for result in self.results():
            first: list[Cell] = [self.sheet.name, result.id, result.label, result.asked, result.n]
            for line in _lines(result):
                yield first + line


def _lines(result: QuestionResult) -> Iterator[list[Cell]]:
    for row in result.rows:
        yield [row.code, row.label, row.count, row.share, None, row.low, row.high]
    if result.numbers is not None:
        for name in ("mean", "median", "least", "most"):
            value = getattr(result.numbers, name)
            yield [None, say(f"export-{name}"), None, None, value, None, None]
    if result.score is not None:
        score = result.score
        yield [None, say("export-score"), None, None, score.value, score.low, score.high]
    if not result.rows and result.numbers is None:
        yield [None, say("export-words"), None, None, None, None, None]
