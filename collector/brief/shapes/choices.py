"""`- ( ) Label` one of several, `- [ ] Label` several, a single `- [ ]` yes or not."""

import re

from collector.brief.blocks import Block
from collector.brief.codes import is_code
from collector.brief.model import Option, Shape
from collector.brief.report import Report
from collector.brief.shapes.answer import Answer, ShapeReader
from collector.brief.shapes.blank import BLANK, read_blank
from collector.brief.shapes.entry import (
    TICKS,
    Entry,
    distinct,
    entry_of,
    flat,
    made_code,
    write_codes,
)

PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")


def _begins(block: Block) -> bool:
    return block.marked


def _read(block: Block, report: Report) -> Answer | None:
    entries = [entry_of(item) for item in block.items]
    signs = {each.sign for each in entries}
    if not flat(entries, report) or not _alike(entries, signs, report):
        return None
    shape = Shape.ONE if signs == {"("} else Shape.SEVERAL
    if shape is Shape.SEVERAL and len(entries) == 1:
        shape = Shape.YES
    read = [(each, option) for each in entries if (option := _option(each, shape, report))]
    coded = [(entry, option.code) for entry, option in read]
    if not distinct(coded, report) or len(read) < len(entries):
        return None
    if shape is Shape.ONE and len(read) == 1:
        report.error(block.first, "brief-option-single", fix=_signed(entries[0], "[ ]"))
        return None
    if shape is not Shape.YES:
        write_codes(coded, report)
    return Answer(shape, options=tuple(option for _, option in read))


def _alike(entries: list[Entry], signs: set[str], report: Report) -> bool:
    """Whether all have the same brackets; each that differs is reported."""
    if signs == {""}:
        return _all_blanks(entries, report)
    if len(signs) == 1:
        return True
    usual = "[ ]" if [each.sign for each in entries].count("[") > len(entries) / 2 else "( )"
    for each in entries:
        if each.sign != usual[0]:
            at = each.item.start
            report.error(each.line, "brief-option-mixed", at=at, fix=_signed(each, usual))
    return False


def _all_blanks(entries: list[Entry], report: Report) -> bool:
    """Without brackets every line would have to end in a blank; each that does not is reported."""
    for each in entries:
        if not each.blank:
            words = BLANK.sub("", each.line.words(each.start)).strip(" :")
            at = each.item.start
            report.error(each.line, "brief-lines-mixed", at=at, fix=f"- {words}: ____")
    return False


def _signed(entry: Entry, sign: str) -> str:
    """The item's line with these brackets, its code kept."""
    brackets = f"{sign[0]}{entry.code or ' '}{sign[-1]}"
    return f"- {brackets} {entry.line.words(entry.start)}"


def _option(entry: Entry, shape: Shape, report: Report) -> Option | None:
    problem, at, fix = _fault(entry)
    if problem:
        facts = {"code": entry.code, "what": _later(entry)}
        report.error(entry.line, problem, at=at, fix=fix, **facts)
        return None
    if entry.blank and not _own_is_text(entry, report):
        return None
    code = entry.code or ("yes" if shape is Shape.YES else made_code(entry.label))
    if not code:
        fix = f"- {entry.pair.replace(' ', 'code')} {entry.line.words(entry.start)}"
        report.error(entry.line, "brief-code-none", at=entry.code_start, fix=fix)
        return None
    return Option(code, entry.label, own=entry.blank is not None)


def _fault(entry: Entry) -> tuple[str, int, str]:
    """Why this can't be an answer, where, and the line to write; an empty reason if it can."""
    sign = entry.pair
    words = entry.line.words(entry.start)
    if entry.code in TICKS:
        return "brief-option-ticked", entry.code_start, f"- {sign} {words}"
    if _later(entry):
        return "brief-not-yet", entry.code_start, f"- {sign} {_pictureless(words)}"
    return _label_fault(entry, words)


def _label_fault(entry: Entry, words: str) -> tuple[str, int, str]:
    """The same for its code and label."""
    sign = entry.pair
    if entry.code and not is_code(entry.code):
        written = entry.line.words(entry.code_start - 1, entry.code_end + 1)
        return "brief-code-signs", entry.code_start, f"- {sign} {written} {words}".rstrip()
    if not entry.blank and BLANK.search(entry.item.text):
        label = BLANK.sub("", words).replace(":", "")
        return "brief-own-inside", entry.start, f"- {sign} {' '.join(label.split())}: ____"
    if not entry.label:
        label = entry.code.capitalize() or "Yes"
        return "brief-option-empty", entry.item.start, f"- {sign} {label}"
    return "", 0, ""


def _later(entry: Entry) -> str:
    """What of this answer is not carried out yet; empty if all is."""
    if entry.code.endswith("!") and is_code(entry.code[:-1]):
        return f"[{entry.code}]"
    return "a picture in an answer" if PICTURE.search(entry.line.plain, entry.start) else ""


def _pictureless(words: str) -> str:
    return PICTURE.sub("", words).strip() or "Its name in words"


def _own_is_text(entry: Entry, report: Report) -> bool:
    """Whether the blank of "Other: ____" asks for nothing but a line of text."""
    if entry.blank is None:
        return True
    answer = read_blank(entry.line, entry.blank, report)
    if answer is None:
        return False
    if answer == Answer(Shape.TEXT):
        return True
    fix = entry.line.raw[: entry.line.end(entry.blank.start())] + "____"
    report.error(entry.line, "brief-own-words", at=entry.blank.start(), fix=fix)
    return False


READER = ShapeReader(_begins, _read)
