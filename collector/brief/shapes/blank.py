"""`____ (…)`: a blank, with what may stand in it in brackets, parted by comma and blank."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from collector.brief.blocks import Block
from collector.brief.model import Limits, Shape
from collector.brief.numbers import AMOUNT, NUMBER, TO, number
from collector.brief.report import Report
from collector.brief.shapes.answer import Answer
from collector.brief.source import SourceLine

BLANK = re.compile(r"_{3,}(?:\s*\(([^()]*)\))?")
KINDS = {
    "text": Shape.TEXT,
    "long": Shape.LONG,
    "e-mail": Shape.EMAIL,
    "email": Shape.EMAIL,
    "phone": Shape.PHONE,
    "web address": Shape.WEB,
    "number": Shape.NUMBER,
    "whole number": Shape.NUMBER,
    "amount": Shape.AMOUNT,
    "date": Shape.DATE,
    "date from today": Shape.DATE,
    "time": Shape.TIME,
}
MOST_STARS = 10


@dataclass
class Blank:
    """What was read so far of the words in one pair of brackets."""

    line: SourceLine
    at: int
    shape: Shape | None = None
    characters: bool = False
    least: float | None = None
    most: float | None = None
    whole: bool = False
    from_today: bool = False
    unit: str = ""
    stars: int = 0


Words: TypeAlias = tuple[re.Pattern[str], Callable[[Blank, re.Match[str]], bool]]


def begins(block: Block) -> bool:
    return BLANK.match(block.text) is not None


def read(block: Block, report: Report) -> Answer | None:
    """The answer of a line of its own. Words behind the blank are a fault."""
    line = block.first
    start = len(line.plain) - len(line.plain.lstrip())
    match = BLANK.match(line.plain, start)
    if match is None or line.plain[match.end() :].strip(" ."):
        end = match.end() if match else start
        fix = line.raw[: line.end(end)]
        report.error(line, "brief-blank-rest", at=end, fix=fix, rest=line.words(end))
        return None
    return read_blank(line, match, report)


def read_blank(line: SourceLine, match: re.Match[str], report: Report) -> Answer | None:
    """What a blank, matched by BLANK, asks for. None if its words do not read."""
    blank = Blank(line, match.start(1) if match[1] is not None else match.end())
    place = blank.at
    for part in re.split(r",\s+", match[1] or ""):
        if part.strip() and not _part(blank, part.strip(), place, report):
            return None
        place += len(part) + 2
    return _answer(blank, report)


def _part(blank: Blank, part: str, place: int, report: Report) -> bool:
    if re.match(r"file\b|at most [0-9]+ MB$|(?:jpg|png|pdf)$", part):
        report.error(
            blank.line, "brief-not-yet", at=place, what=part, fix=_without(blank, "web address")
        )
        return False
    for pattern, take in WORDS:
        match = pattern.fullmatch(part)
        if match and take(blank, match):
            return True
    repeated = any(pattern.fullmatch(part) for pattern, _ in WORDS)
    reason = "brief-blank-twice" if repeated else "brief-blank-words"
    report.error(blank.line, reason, at=place, fix=_without(blank, "text"), words=part)
    return False


def _without(blank: Blank, words: str) -> str:
    """The line with other words in the brackets."""
    plain = blank.line.plain
    end = plain.find(")", blank.at)
    return blank.line.replaced(blank.at, end if end > 0 else len(plain), words)


def _kind(blank: Blank, match: re.Match[str]) -> bool:
    words = re.sub(r"\s+", " ", match[1].lower())
    if blank.shape is not None:
        return False
    blank.shape = KINDS[words]
    blank.whole = words == "whole number"
    blank.from_today = words == "date from today"
    return True


def _range(blank: Blank, match: re.Match[str]) -> bool:
    return _bounds(blank, number(match["low"]), number(match["high"]))


def _bounds(blank: Blank, least: float | None, most: float | None) -> bool:
    """Set the bounds unless they were set before."""
    again = (least is not None and blank.least is not None) or (
        most is not None and blank.most is not None
    )
    if again:
        return False
    blank.least = blank.least if least is None else least
    blank.most = blank.most if most is None else most
    return True


def _characters(blank: Blank, match: re.Match[str]) -> bool:
    blank.characters = True
    return _range(blank, match)


def _end(blank: Blank, match: re.Match[str]) -> bool:
    value = number(match["bound"])
    blank.characters = blank.characters or bool(match["unit"])
    if match["end"].lower() == "least":
        return _bounds(blank, value, None)
    return _bounds(blank, None, value)


def _numbers(blank: Blank, match: re.Match[str]) -> bool:
    return _kind(blank, match) and _range(blank, match)


def _number_end(blank: Blank, match: re.Match[str]) -> bool:
    return _kind(blank, match) and _end(blank, match)


def _amount(blank: Blank, match: re.Match[str]) -> bool:
    units = {each.strip() for each in match.group("before", "after", "between", "end") if each}
    if len(units - {""}) > 1 or not _kind(blank, match):
        return False
    blank.unit = next(iter(units - {""}), "")
    return match["low"] is None or _range(blank, match)


def _stars(blank: Blank, match: re.Match[str]) -> bool:
    if blank.shape is not None:
        return False
    blank.shape, blank.stars = Shape.STARS, int(match[1])
    return True


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


KIND = r"(text|long|e-?mail|phone|web address|number|whole number|amount|date from today|date|time)"
RANGE = rf"(?P<low>{NUMBER}){TO}(?P<high>{NUMBER})"
BOUND = rf"at (?P<end>least|most) (?P<bound>{NUMBER})"
WORDS: tuple[Words, ...] = (
    (_words(KIND), _kind),
    (_words(rf"{RANGE} characters"), _characters),
    (_words(rf"{BOUND}(?P<unit> characters)"), _end),
    (_words(rf"((?:whole )?number) {RANGE}"), _numbers),
    (_words(rf"((?:whole )?number) {BOUND}(?P<unit>)"), _number_end),
    (_words(rf"(amount) {AMOUNT}"), _amount),
    (_words(r"([0-9]{1,2}) stars"), _stars),
)


def _answer(blank: Blank, report: Report) -> Answer | None:
    shape = blank.shape or Shape.TEXT
    problem = _contradiction(blank, shape)
    if problem:
        report.error(blank.line, problem, at=blank.at, fix=_mended(blank, problem))
        return None
    if shape is Shape.STARS:
        return Answer(shape, low=1, high=blank.stars)
    limits = Limits(blank.least, blank.most, blank.whole, blank.unit, blank.from_today)
    return Answer(shape, limits=limits)


def _contradiction(blank: Blank, shape: Shape) -> str:
    """Why the words can't all hold; empty if they can."""
    least, most = blank.least, blank.most
    texts = shape in (Shape.TEXT, Shape.LONG)
    if blank.characters and not texts:
        return "brief-blank-characters"
    if least is not None and most is not None and least > most:
        return "brief-blank-order"
    if texts and (_broken(least) or _broken(most) or most == 0):
        return "brief-blank-length"
    if blank.whole and (_broken(least, signed=True) or _broken(most, signed=True)):
        return "brief-blank-whole"
    if shape is Shape.STARS and not 3 <= blank.stars <= MOST_STARS:
        return "brief-stars-count"
    return ""


def _broken(value: float | None, *, signed: bool = False) -> bool:
    """Whether the value is no whole number, or a negative one where that makes no sense."""
    return value is not None and (value != int(value) or (value < 0 and not signed))


def _mended(blank: Blank, problem: str) -> str:
    if problem == "brief-blank-order":
        line, low, high = blank.line, f"{blank.most:g}", f"{blank.least:g}"
        words = {Shape.AMOUNT: "amount ", Shape.NUMBER: "number "}.get(
            blank.shape or Shape.TEXT, ""
        )
        unit = " characters" if blank.characters else f" {blank.unit}".rstrip()
        return _without(blank, f"{words}{low} to {high}{unit}") if line else ""
    if problem == "brief-stars-count":
        return _without(blank, "5 stars")
    if problem == "brief-blank-characters":
        return _without(blank, "text, at most 100 characters")
    return _without(blank, "whole number 1–10" if blank.whole else "at most 100 characters")
