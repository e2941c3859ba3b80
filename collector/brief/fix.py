"""`check --fix`: made ids and codes are written out, so that later words can't change them."""

from pathlib import Path

from collector.brief.reader import read_text
from collector.brief.report import Edit, Report
from collector.brief.source import pieces_of
from collector.garden import Settings


def fix(text: str, settings: Settings) -> str:
    """The text with ids and codes written out; all else stays. Twice is the same as once."""
    report = Report(Path("brief.md"))
    read_text(text, report.path, settings, (), report)
    pieces = pieces_of(text)
    for edit in sorted(report.edits, key=lambda each: (each.line, each.start), reverse=True):
        index = 2 * (edit.line - 1)
        pieces[index] = _edited(pieces[index], edit)
    return "".join(pieces)


def _edited(raw: str, edit: Edit) -> str:
    return raw[: edit.start] + edit.text + raw[edit.end :]
