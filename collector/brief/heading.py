"""A heading: its words, its star that asks for an answer, its `{#id .class key=value}`."""

import re
from dataclasses import dataclass, field
from difflib import get_close_matches

from collector.brief.report import Report
from collector.brief.source import SourceLine

HEADING = re.compile(r" {0,3}(#{1,6})(?:\s+(.*))?")
CLOSING = re.compile(r"(?:^|\s)#+$")
STAR = re.compile(r"\*\s*([:?!.]?)$")
EMPHASIS = re.compile(r"(?<![^\s(\"'])\*(?![*\s])[^*]*(?<!\s)$")
"""An emphasis that the next star would end."""
WORD = re.compile(r'[^\s="]+="[^"]*"|\S+')
PAIR = re.compile(r'[^\s="]+=(?:"[^"]*"|\S+?(?=[\s}]|$))')


@dataclass
class Attributes:
    """What stands in braces. `places` tells where in the line each word begins."""

    id: str = ""
    classes: list[str] = field(default_factory=list)
    values: dict[str, str] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Heading:
    """`label` is what people read; `braces` the index behind `{`, or None; `end` the words' end."""

    line: SourceLine
    level: int
    label: str
    attributes: Attributes
    required: bool
    braces: int | None
    end: int

    @property
    def written(self) -> str:
        """The heading's words as they stand in the file, without braces."""
        return f"{'#' * self.level} {self.label}{' *' if self.required else ''}"

    @property
    def spot(self) -> int:
        """Where in the plain line one more word of the braces goes."""
        return self.end if self.braces is None else self.braces

    def braced(self, word: str) -> str:
        """What to write at the spot, with braces if there are none."""
        return f" {{{word}}}" if self.braces is None else f"{word} "

    def with_word(self, word: str) -> str:
        """The raw line with one more word in its braces, as `#id` or `.class`."""
        raw, place = self.line.raw, self.line.end(self.spot)
        return raw[:place] + self.braced(word) + raw[place:]

    def with_value(self, key: str, value: str) -> str:
        """The raw line with another value of a key that stands in its braces."""
        at = self.attributes.places[key]
        written = PAIR.match(self.line.plain, at)
        return self.line.replaced(at, written.end() if written else at, f"{key}={value}")


def level_of(line: SourceLine) -> int:
    """How many # begin the heading; 0 if the line is none."""
    match = HEADING.fullmatch(line.plain)
    return len(match[1]) if match else 0


def read_heading(line: SourceLine, report: Report) -> Heading | None:
    """The heading on this line, or None if it is none. Faulty braces are reported."""
    match = HEADING.fullmatch(line.plain)
    if match is None:
        return None
    start = match.start(2) if match[2] is not None else match.end()
    end = _words_end(line.plain, start)
    attributes, braces, required = Attributes(), None, False
    rest, sign = end, ""
    while True:
        text = line.plain[start:rest].rstrip()
        rest = start + len(text)
        if text.endswith("}") and "{" in text:
            opening = start + text.rindex("{") + 1
            braces = _behind_colon(line.plain, opening)
            _read_braces(line, opening, rest - 1, attributes, report)
            rest = opening - 1
        elif (star := STAR.search(text)) and not required and _asks(text[: star.start()]):
            required, sign = True, line.words(start + star.start(1), start + star.end(1))
            rest = start + star.start()
        else:
            break
    label = line.words(start, rest) + sign
    return Heading(line, len(match[1]), label, attributes, required, braces, end)


def _words_end(plain: str, start: int) -> int:
    """Where the words end, before a row of `#` that closes the heading."""
    text = plain[start:]
    closing = CLOSING.search(text)
    return start + len(text[: closing.start()].rstrip() if closing else text)


def _asks(before: str) -> bool:
    """Whether a star behind these words asks for an answer, and does not end an emphasis."""
    return not before.endswith("*") and not EMPHASIS.search(before)


def _behind_colon(plain: str, opening: int) -> int:
    return opening + 1 if plain[opening : opening + 1] == ":" else opening


def _read_braces(line: SourceLine, start: int, end: int, into: Attributes, report: Report) -> None:
    first = _behind_colon(line.plain, start)
    for match in WORD.finditer(line.plain[first:end]):
        word, place = match[0], first + match.start()
        name, equals, value = word.partition("=")
        if word.startswith(".") and len(word) > 1:
            into.classes.append(word[1:])
            into.places.setdefault(word[1:], place)
        elif word.startswith("#") and len(word) > 1 and not into.id:
            into.id = word[1:]
            into.places["#"] = place
        elif equals and name and value.strip('"') and name not in into.values:
            into.values[name] = value.strip('"')
            into.places[name] = place
        else:
            fix = line.replaced(place, place + len(word), f".{word.strip('.#=')}")
            report.error(line, "brief-braces", at=place, fix=fix, word=word)


def near(word: str, known: list[str]) -> str:
    """The known word that was probably meant; empty if none is near."""
    return next(iter(get_close_matches(word.lower(), known, 1, 0.5)), "")
