"""A finding's own line put into the text, where that makes it go away and nothing worse come."""

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from collector.brief.matter import SETTING, set_setting
from collector.errors import Finding, Severity

Check = Callable[[str], Sequence[Finding]]

ITEM = re.compile(r"\s*(?:[-*+]|[0-9]+[.)])\s")
ALIKE = 0.5
"""From here on two lines may be two versions of one, where a finding stands."""
SAME = 0.75
"""From here on they are, wherever they stand."""
FURTHER = 40
"""Lines below the finding's in which the faulty one may stand: a question names its options'."""
EMPTY = "(an empty line)"
"""How a finding writes one."""


def mend(text: str, finding: Finding, check: Check) -> tuple[str, int] | None:
    """The text with the finding's line in it, and that line's number; None where it fits nowhere.

    `check` says what is wrong with a text.
    """
    if not finding.fix:
        return None
    before = check(text)
    for mended, number in _tries(text, finding):
        if _is_better(before, check(mended), finding):
            return mended, number
    return None


def _tries(text: str, finding: Finding) -> Iterator[tuple[str, int]]:
    fix = finding.fix.replace(EMPTY, "").split("\n")
    lines, at = text.split("\n"), finding.line - 1
    if finding.line == 1 and len(fix) == 1 and (setting := SETTING.fullmatch(fix[0])):
        yield set_setting(text, setting[1], setting[2]), finding.line
    if at >= len(lines):
        return
    alike = {
        index: _likeness(lines[index], fix[-1])
        for index in range(at, min(at + FURTHER, len(lines)))
    }
    if alike[at] >= ALIKE:
        yield _replaced(lines, at, fix), at + 1
    for index in sorted(alike, key=lambda each: -alike[each])[:2]:
        if index != at and alike[index] >= SAME:
            yield _replaced(lines, index, fix), index + 1
    if ITEM.match(fix[0]):
        end = _list_end(lines, at)
        yield _replaced(lines, end, [lines[end], *fix]), end + 2
    yield _replaced(lines, at, [lines[at], *fix]), at + 2
    yield _replaced(lines, at, [*fix, lines[at]]), at + 1


def _list_end(lines: Sequence[str], at: int) -> int:
    """The last line of the list that stands there or below."""
    items = (each for each in range(at, len(lines)) if ITEM.match(lines[each]))
    end = next(items, at)
    while end + 1 < len(lines) and ITEM.match(lines[end + 1]):
        end += 1
    return end


def _replaced(lines: Sequence[str], index: int, new: Sequence[str]) -> str:
    return "\n".join([*lines[:index], *new, *lines[index + 1 :]])


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.strip(), other.strip(), autojunk=False).ratio()


def _is_better(before: Sequence[Finding], after: Sequence[Finding], finding: Finding) -> bool:
    """Whether there is less of this finding, and nothing worse than it has come."""

    def same(findings: Sequence[Finding]) -> int:
        told = (finding.reason, finding.message)
        return sum((each.reason, each.message) == told for each in findings)

    return same(after) < same(before) and _errors(after) <= _errors(before)


def _errors(findings: Sequence[Finding]) -> int:
    return sum(each.severity is Severity.ERROR for each in findings)
