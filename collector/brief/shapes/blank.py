"""`____ (…)`: a blank, with what may stand in it in brackets, parted by comma and blank."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from collector.brief.blocks import Block
from collector.brief.heading import near
from collector.brief.model import Limits, Shape
from collector.brief.numbers import AMOUNT, NUMBER, RANGE, THOUSANDS, number
from collector.brief.report import Report
from collector.brief.shapes.answer import Answer, ShapeReader
from collector.brief.shapes.file import is_file, read_file
from collector.brief.source import SourceLine
from collector.brief.vocabulary import english

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
LENGTH = re.compile(
    r"(?:max(?:imum|\.)?|up to)?\s*([0-9]+)\s*(?:characters|chars|letters|signs)", re.IGNORECASE
)
ALIASES = {
    **dict.fromkeys(("url", "link", "website", "web"), "web address"),
    **dict.fromkeys(("mail", "e-mail address", "email address"), "e-mail"),
    **dict.fromkeys(("tel", "telephone", "telephone number", "phone number"), "phone"),
    **dict.fromkeys(("long text", "textarea", "paragraph", "several lines"), "long"),
    **dict.fromkeys(("integer", "digits", "count"), "whole number"),
    **dict.fromkeys(("short", "one line", "words", "string"), "text"),
    **dict.fromkeys(("money", "price", "euro", "€"), "amount 0–500 €"),
    **dict.fromkeys(
        ("upload", "attachment", "photo", "picture", "image", "jpg", "jpeg", "png", "pdf"),
        "file: jpg, png, pdf",
    ),
    "day": "date",
    "stars": "5 stars",
}
"""What people write for words that read."""
STARS = range(3, 11)
"""How many stars there may be."""


@dataclass
class Blank:
    """What was read so far of the words in one pair of brackets, which begin at `at`."""

    line: SourceLine
    at: int
    words: str
    shape: Shape | None = None
    characters: bool = False
    least: float | None = None
    most: float | None = None
    whole: bool = False
    from_today: bool = False
    unit: str = ""
    stars: int = 0

    def rewritten(self, words: str) -> str:
        """The line with other words in the brackets."""
        return self.line.replaced(self.at, self.at + len(self.words), words)


Words: TypeAlias = tuple[re.Pattern[str], Callable[[Blank, re.Match[str]], bool]]
"""A pattern of words, and what they set; False if they contradict what was set before."""


def _begins(block: Block) -> bool:
    """A line that starts with three or more `_`."""
    return BLANK.match(block.text) is not None


def _read(block: Block, report: Report) -> Answer | None:
    """The answer of a line of its own. Words behind the blank are a fault."""
    line = block.first
    match = BLANK.search(line.plain)
    if match is None:
        return None
    rest = line.words(match.end())
    if rest.strip("."):
        fix = line.raw[: line.end(match.end())]
        report.error(line, "brief-blank-rest", at=match.end(), fix=fix, rest=rest)
        return None
    return read_blank(line, match, report)


def read_blank(line: SourceLine, match: re.Match[str], report: Report) -> Answer | None:
    """What a blank, matched by BLANK, asks for. None if its words do not read."""
    words = match[1] or ""
    if is_file(words):
        return read_file(line, match, report)
    blank = Blank(line, match.start(1) if words else match.end(), words)
    for part in re.finditer(r"[^\s,](?:[^,]|,(?!\s))*", words):
        written = english(re.sub(r"\s+", " ", part[0]).strip())
        problem = _part_fault(blank, written)
        if problem:
            at, before, after = blank.at + part.start(), words[: part.start()], words[part.end() :]
            meant = _meant(written, problem)
            fix = blank.rewritten(
                before + meant + after if meant else before.rstrip(", ") or "text"
            )
            report.error(line, problem, at=at, fix=fix, words=written, what=written)
            return None
    return _answer(blank, report)


def _part_fault(blank: Blank, part: str) -> str:
    """Take one part of the words; why it does not read, or nothing."""
    if THOUSANDS.search(part):
        return "brief-blank-thousands"
    fitting = [(take, match) for pattern, take in WORDS if (match := pattern.fullmatch(part))]
    if not fitting:
        return "brief-blank-words"
    take, match = fitting[0]
    return "" if take(blank, match) else "brief-blank-twice"


def _meant(part: str, problem: str) -> str:
    """What was probably meant; empty if the part is better left out."""
    if problem == "brief-blank-twice":
        return ""
    if problem == "brief-blank-thousands":
        return THOUSANDS.sub(lambda number: re.sub("[.,]", "", number[0]), part)
    length = LENGTH.fullmatch(part)
    if length:
        return f"at most {length[1]} characters"
    return ALIASES.get(part.lower(), "") or near(part, list(KINDS)) or "text"


def _kind(blank: Blank, match: re.Match[str]) -> bool:
    words = match[1].lower()
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
    if least is not None and blank.least is not None:
        return False
    if most is not None and blank.most is not None:
        return False
    blank.least = blank.least if least is None else least
    blank.most = blank.most if most is None else most
    return True


def _characters(blank: Blank, match: re.Match[str]) -> bool:
    blank.characters = True
    return _range(blank, match)


def _end(blank: Blank, match: re.Match[str]) -> bool:
    value = number(match["bound"])
    least = match["end"].lower() == "least"
    return _bounds(blank, value, None) if least else _bounds(blank, None, value)


def _characters_end(blank: Blank, match: re.Match[str]) -> bool:
    blank.characters = True
    return _end(blank, match)


def _numbers(blank: Blank, match: re.Match[str]) -> bool:
    return _kind(blank, match) and _range(blank, match)


def _number_end(blank: Blank, match: re.Match[str]) -> bool:
    return _kind(blank, match) and _end(blank, match)


def _amount(blank: Blank, match: re.Match[str]) -> bool:
    units = {match[name] for name in ("unit", "unit_low", "unit_high", "unit_end")} - {None, ""}
    if len(units) > 1 or not _kind(blank, match):
        return False
    blank.unit = next(iter(units), "")
    return match["low"] is None or _range(blank, match)


def _stars(blank: Blank, match: re.Match[str]) -> bool:
    if blank.shape is not None:
        return False
    blank.shape, blank.stars = Shape.STARS, int(match[1])
    return True


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


END = rf"at (?P<end>least|most) (?P<bound>{NUMBER})"
WORDS: tuple[Words, ...] = (
    (_words(f"({'|'.join(KINDS)})"), _kind),
    (_words(rf"{RANGE} characters"), _characters),
    (_words(rf"{END} characters"), _characters_end),
    (_words(rf"((?:whole )?number) {RANGE}"), _numbers),
    (_words(rf"((?:whole )?number) {END}"), _number_end),
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
    bounds = [bound for bound in (blank.least, blank.most) if bound is not None]
    if shape is Shape.STARS and blank.stars not in STARS:
        return "brief-stars-count"
    if blank.characters and shape not in (Shape.TEXT, Shape.LONG):
        return "brief-blank-characters"
    if bounds != sorted(bounds):
        return "brief-blank-order"
    if blank.characters and (blank.most == 0 or not all(_is_count(each) for each in bounds)):
        return "brief-blank-length"
    if blank.whole and any(bound != int(bound) for bound in bounds):
        return "brief-blank-whole"
    return ""


def _is_count(value: float) -> bool:
    return value >= 0 and value == int(value)


def _mended(blank: Blank, problem: str) -> str:
    if problem == "brief-blank-order":
        swapped = re.sub(RANGE, r"\g<high> to \g<low>", blank.words)
        return blank.rewritten(swapped if swapped != blank.words else "text")
    return blank.rewritten(MENDED[problem])


MENDED = {
    "brief-stars-count": "5 stars",
    "brief-blank-characters": "text, at most 100 characters",
    "brief-blank-length": "at most 100 characters",
    "brief-blank-whole": "whole number 1–10",
}
"""Words that read, for each contradiction."""


READER = ShapeReader(_begins, _read)
