"""A fault in a table: where it is, what is wrong, and what to write instead."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from collector.words import say


@dataclass(frozen=True)
class Fault:
    """`row` as a spreadsheet counts, the heads being row 1; `line` as an editor does.

    They differ behind a cell of several lines. `column` is empty if the whole row is meant.
    """

    row: int
    line: int
    column: str
    reason: str
    facts: Mapping[str, object] = field(default_factory=dict)
    fix: str = ""

    def __str__(self) -> str:
        place = {"row": self.row, "line": self.line, "column": self.column}
        kind = "row" if self.row == self.line else "line"
        where = f"typed-at-{kind}{'-column' if self.column else ''}"
        return f"{say(where, place)} {say(self.reason, self.facts)}"
