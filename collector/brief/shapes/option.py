"""One option of a choice or an order: its code, its words, its picture, a blank of its own."""

import re

from collector.brief.codes import is_code
from collector.brief.files import ELSEWHERE
from collector.brief.model import Option, Shape
from collector.brief.report import Report
from collector.brief.shapes.answer import Answer
from collector.brief.shapes.blank import BLANK, read_blank
from collector.brief.shapes.entry import TICKS, Entry, made_code

PICTURE = re.compile(r"!\[(?P<alt>[^\[\]]*)\]\(\s*<?(?P<file>[^)\s>]*)>?[^)]*\)")
OWN = frozenset({Shape.ONE, Shape.SEVERAL})
"""Shapes whose options may have a blank of their own."""


def read_option(entry: Entry, shape: Shape, report: Report) -> Option | None:
    """The option; None if it has faults, which are reported."""
    problem, at, fix = _fault(entry, shape)
    if problem:
        report.error(entry.line, problem, at=at, fix=fix, code=entry.code)
        return None
    if entry.blank and not _own_is_text(entry, report):
        return None
    picture, alt, label = _pictured(entry) if shape is not Shape.YES else ("", "", entry.label)
    code = entry.code or ("yes" if shape is Shape.YES else made_code(label))
    if not code:
        brackets = entry.pair.replace(" ", "code")
        fix = f"{entry.bullet} {brackets} {entry.line.words(entry.start)}"
        report.error(entry.line, "brief-code-none", at=entry.code_start, fix=fix)
        return None
    return Option(
        code, label, own=entry.blank is not None, alone=entry.alone, picture=picture, alt=alt
    )


def _pictured(entry: Entry) -> tuple[str, str, str]:
    """The option's picture, what it shows, and its words: without any, what the picture shows."""
    line = entry.line
    match = PICTURE.search(line.plain, entry.start, entry.blank_at)
    if match is None:
        return "", "", entry.label
    file, alt = match["file"].removeprefix("./"), line.words(*match.span("alt"))
    parts = (line.words(entry.start, match.start()), line.words(match.end(), entry.blank_at))
    more = (each.words(0) for each in entry.item.more)
    label = " ".join(part for part in (*parts, *more) if part)
    return (file, alt, label) if label else (file, "", alt or file)


def _fault(entry: Entry, shape: Shape) -> tuple[str, int, str]:
    """Why this can't be an answer, where, and the line to write; an empty reason if it can."""
    words = entry.line.words(entry.start)
    empty = f"{entry.bullet} {entry.pair} {words}".rstrip()
    if entry.code in TICKS:
        return "brief-option-ticked", entry.code_start, empty
    if entry.alone and shape is not Shape.SEVERAL:
        code = entry.pair.replace(" ", entry.code or " ")
        return "brief-option-alone", entry.code_start, f"{entry.bullet} {code} {words}"
    if entry.blank and shape not in OWN:
        label = entry.line.words(entry.start, entry.blank_at).rstrip(": ")
        return "brief-own-place", entry.blank.start(), f"{entry.bullet} {entry.pair} {label}"
    picture = PICTURE.search(entry.line.plain, entry.start, entry.blank_at)
    if picture and ELSEWHERE.match(picture["file"]):
        return "brief-image-place", picture.start("file"), _beside(entry, picture)
    return _label_fault(entry, words)


def _beside(entry: Entry, picture: re.Match[str]) -> str:
    """The line with a file that lies beside the brief."""
    name = picture["file"].rpartition("/")[2] or "oven.jpg"
    return entry.line.replaced(*picture.span("file"), name)


def _label_fault(entry: Entry, words: str) -> tuple[str, int, str]:
    """The same for its code and label."""
    sign = f"{entry.bullet} {entry.pair}"
    if entry.code and not is_code(entry.code):
        written = entry.line.words(entry.code_start - 1, entry.code_end + 1)
        return "brief-code-signs", entry.code_start, f"{sign} {written} {words}".rstrip()
    if not entry.blank and BLANK.search(entry.item.text):
        label = BLANK.sub("", words).replace(":", "")
        return "brief-own-inside", entry.start, f"{sign} {' '.join(label.split())}: ____"
    if not entry.label:
        label = entry.code.capitalize() or "Yes"
        return "brief-option-empty", entry.item.start, f"{sign} {label}"
    return "", 0, ""


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
