"""`- ( ) Label` one of several, `- [ ] Label` several, a single `- [ ]` yes or not."""

import re
from dataclasses import dataclass

from collector.brief.blocks import Block, Item, item_of
from collector.brief.codes import is_code, made
from collector.brief.model import Option, Shape
from collector.brief.report import Report
from collector.brief.shapes.answer import Answer, ShapeReader
from collector.brief.shapes.blank import BLANK, read_blank
from collector.brief.source import SourceLine

BRACKET = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\](?![(\[])")
OWN = re.compile(rf"(?:^|[:\s])\s*{BLANK.pattern}\s*\.?$")
TICKS = frozenset("xX✓✔☑✗✘")
PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")


@dataclass(frozen=True)
class Entry:
    """One item, taken apart. `sign` is `(`, `[` or nothing; places are in the plain line."""

    item: Item
    sign: str
    code: str
    code_start: int
    code_end: int
    start: int
    blank: re.Match[str] | None
    blank_at: int

    @property
    def line(self) -> SourceLine:
        return self.item.line

    @property
    def pair(self) -> str:
        """The empty brackets of its kind."""
        return "( )" if self.sign == "(" else "[ ]"

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
    group = 1 if bracket and bracket[1] is not None else 2
    sign = line.plain[start] if bracket else ""
    code = bracket[group].strip() if bracket else ""
    span = bracket.span(group) if bracket else (start, start)
    if bracket:
        gap = re.compile(r"\s*").match(line.plain, bracket.end())
        start = gap.end() if gap else bracket.end()
    own = OWN.search(line.plain[start:]) if not item.more else None
    blank = BLANK.search(line.plain, start + own.start()) if own else None
    end = start + own.start() if own else len(line.plain)
    return Entry(item, sign, code, *span, start, blank, end)


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
    options = [_option(each, shape, report) for each in entries]
    codes = [option.code for option in options if option]
    if not distinct(entries, codes, report) or None in options:
        return None
    if shape is Shape.ONE and len(options) == 1:
        report.error(block.first, "brief-option-single", fix=_signed(entries[0], "[ ]"))
        return None
    if shape is not Shape.YES:
        write_codes(entries, codes, report)
    return Answer(shape, options=tuple(option for option in options if option))


def flat(entries: list[Entry], report: Report) -> bool:
    """Whether nothing stands below an entry; what does is reported."""
    nested = [line for entry in entries for line in entry.item.nested]
    sign = next((entry.pair for entry in entries if entry.sign), "( )")
    for line in [each for each in nested if not each.fenced] or nested[:1]:
        words = line.words(entry_of(item_of(line)).start)
        report.error(line, "brief-option-nested", fix=f"- {sign} {words}" if words else "")
    return not nested


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


def made_code(label: str) -> str:
    """A code made from the label, never one that would read as a tick."""
    code = made(label)
    return f"{code}_" if code in TICKS else code


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


def distinct(entries: list[Entry], codes: list[str], report: Report) -> bool:
    """Whether no code stands twice; each that does is reported."""
    if len(set(codes)) == len(codes):
        return True
    seen: set[str] = set()
    for entry, code in zip(entries, codes, strict=False):
        if code in seen:
            brackets = entry.pair.replace(" ", f"{code}_2")
            fix = f"- {brackets} {entry.line.words(entry.start)}"
            report.error(entry.line, "brief-code-twice", at=entry.code_start, fix=fix, code=code)
        seen.add(code)
    return False


def write_codes(entries: list[Entry], codes: list[str], report: Report) -> None:
    """Note for `check --fix` where made codes go."""
    for entry, code in zip(entries, codes, strict=True):
        if not entry.code:
            text = code if entry.sign else f"[{code}] "
            report.write(entry.line, entry.code_start, entry.code_end, text)


READER = ShapeReader(_begins, _read)
