"""What reading finds out beside the brief: findings, and the codes to write out."""

from dataclasses import dataclass
from pathlib import Path

from collector.brief.source import SourceLine
from collector.errors import Finding, Severity
from collector.words import say


@dataclass(frozen=True)
class Edit:
    """Signs `start` to `end` of a raw line, counted from nought, become `text`."""

    line: int
    start: int
    end: int
    text: str


class Report:
    """Gathers all findings of one file, and the edits that write made codes out."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.edits: list[Edit] = []
        self.files: list[str] = []
        """Beside the brief, that options were read from."""
        self._found: dict[Finding, None] = {}

    def error(
        self, line: SourceLine, reason: str, *, at: int = 0, fix: str = "", **facts: object
    ) -> None:
        """A fault on the line, at an index of its plain text; `fix` is the line to write."""
        self._add(Severity.ERROR, line.number, line.column(at), reason, fix, facts)

    def warn(self, line: int, reason: str, *, fix: str = "", **facts: object) -> None:
        self._add(Severity.WARNING, line, 1, reason, fix, facts)

    def write(self, line: SourceLine, start: int, end: int, text: str) -> None:
        """Note that the plain signs from `start` to `end` can be written out as `text`."""
        last = line.end(end)
        first = last if start == end else line.place(start)
        self.edits.append(Edit(line.number, first, last, text))

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(sorted(self._found, key=lambda each: (each.line, each.column)))

    @property
    def faulty(self) -> bool:
        return any(each.severity is Severity.ERROR for each in self._found)

    def _add(
        self,
        severity: Severity,
        line: int,
        column: int,
        reason: str,
        fix: str,
        facts: dict[str, object],
    ) -> None:
        message = say(reason, facts)
        self._found[Finding(self.path, line, column, severity, reason, message, fix.strip())] = None
