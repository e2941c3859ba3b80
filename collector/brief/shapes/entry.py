"""One item of a list taken apart: brackets, words, blank. Choices and lines are made of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from collector.brief.blocks import BRACKET, ITEM, Item, item_of
from collector.brief.codes import made
from collector.brief.report import Report
from collector.brief.shapes.blank import BLANK
from collector.brief.source import SourceLine

OWN = re.compile(rf"(?:^|[:\s])\s*{BLANK.pattern}\s*\.?$")
TICKS = frozenset("xX✓✔☑✗✘")
"""What people put between brackets to tick them; no code."""


@dataclass(frozen=True)
class Entry:
    """One item, taken apart. `sign` is `(`, `[` or nothing; places are in the plain line.

    `alone`: its code ends in `!`, which is no part of it.
    """

    item: Item
    sign: str
    code: str
    code_start: int
    code_end: int
    start: int
    blank: re.Match[str] | None
    blank_at: int
    alone: bool = False

    @property
    def line(self) -> SourceLine:
        return self.item.line

    @property
    def pair(self) -> str:
        """The empty brackets of its kind."""
        return "( )" if self.sign == "(" else "[ ]"

    @property
    def bullet(self) -> str:
        """What begins its line: a dash, or the number that was written."""
        match = ITEM.match(self.line.plain)
        return f"{match[1][:-1]}." if match and self.item.numbered else "-"

    @property
    def label(self) -> str:
        """The words people read, without the blank at their end and the colon before it."""
        first = self.line.words(self.start, self.blank_at).rstrip()
        more = (each.words(0) for each in self.item.more)
        return " ".join((first, *more)).strip()


def entry_of(item: Item) -> Entry:
    """The item of a list taken apart into brackets, words and blank."""
    line, start = item.line, item.start
    bracket = BRACKET.match(line.plain, start)
    sign, span = "", (start, start)
    if bracket:
        sign, span = bracket[0][0], (start + 1, bracket.end() - 1)
        start = len(line.plain) - len(line.plain[bracket.end() :].lstrip())
    code = line.plain[slice(*span)].strip()
    own = OWN.search(line.plain[start:]) if not item.more else None
    blank = BLANK.search(line.plain, start + own.start()) if own else None
    end = start + own.start() if own else len(line.plain)
    bare = code.removesuffix("!")
    return Entry(item, sign, bare, *span, start, blank, end, alone=bare != code)


def flat(entries: list[Entry], report: Report) -> bool:
    """Whether nothing stands below an entry; what does is reported."""
    nested = [line for entry in entries for line in entry.item.nested]
    sign = next((entry.pair for entry in entries if entry.sign), "( )")
    for line in [each for each in nested if not each.fenced] or nested[:1]:
        words = line.words(entry_of(item_of(line)).start)
        report.error(line, "brief-option-nested", fix=f"- {sign} {words}" if words else "")
    return not nested


def made_code(label: str) -> str:
    """A code made from the label, never one that would read as a tick."""
    code = made(label)
    return f"{code}_" if code in TICKS else code


def distinct(coded: Sequence[tuple[Entry, str]], report: Report) -> bool:
    """Whether no code stands twice; each that does is reported."""
    seen: set[str] = set()
    for entry, code in coded:
        if code in seen:
            brackets = entry.pair.replace(" ", f"{code}_2")
            fix = f"{entry.bullet} {brackets} {entry.line.words(entry.start)}"
            report.error(entry.line, "brief-code-twice", at=entry.code_start, fix=fix, code=code)
        seen.add(code)
    return len(seen) == len(coded)


def write_codes(coded: Sequence[tuple[Entry, str]], report: Report) -> None:
    """Note for `check --fix` where made codes go."""
    for entry, code in coded:
        if not entry.code:
            ending = "!" if entry.alone else ""
            text = f"{code}{ending}" if entry.sign else f"[{code}] "
            report.write(entry.line, entry.code_start, entry.code_end, text)
