"""`____ (file: jpg, png, pdf, at most 5 MB)`: a file to hand in, of these kinds and no larger."""

import re
from dataclasses import dataclass, field

from collector.brief.file_types import (
    FILE_ENDINGS,
    FILE_TYPES,
    MOST_MEGABYTES,
    USUAL_MEGABYTES,
)
from collector.brief.heading import near
from collector.brief.model import Limits, Shape
from collector.brief.report import Report
from collector.brief.shapes.answer import Answer
from collector.brief.source import SourceLine
from collector.brief.vocabulary import english

BEGINS = re.compile(r"\s*files?\s*(?::|,|$)", re.IGNORECASE)
FIRST = re.compile(r"\s*[^\W\d_]+\s*[:,]?")
"""The word `file` itself, in whatever language."""

PART = re.compile(r"[^\s,][^,]*")
SIZE = re.compile(r"at most ([0-9]{1,6}) ?MB", re.IGNORECASE)
LOOSE_SIZE = re.compile(r"[^0-9]*([0-9]{1,6})\s*m(?:b|ib|egabytes?)?", re.IGNORECASE)


@dataclass
class Wanted:
    """What was read so far, also of parts that were only nearly right."""

    types: list[str] = field(default_factory=list)
    megabytes: int = 0

    def take(self, part: str) -> str:
        """Take one part of the words; why it does not read, or nothing."""
        size = SIZE.fullmatch(part) or LOOSE_SIZE.fullmatch(part)
        if size is None:
            return self._take_type(part.lower().removeprefix("."))
        if self.megabytes:
            return "brief-blank-twice"
        wanted = int(size[1])
        self.megabytes = max(1, min(wanted, MOST_MEGABYTES))
        if size.re is LOOSE_SIZE:
            return "brief-file-words"
        return "" if wanted == self.megabytes else "brief-file-size"

    def _take_type(self, ending: str) -> str:
        meant = FILE_ENDINGS.get(ending) or FILE_ENDINGS.get(near(ending, list(FILE_ENDINGS)), "")
        is_known, is_new = ending in FILE_ENDINGS, meant not in self.types
        if meant and is_new:
            self.types.append(meant)
        if not is_known:
            return "brief-file-words"
        return "" if is_new else "brief-blank-twice"

    @property
    def words(self) -> str:
        """The same as words that read."""
        size = f"at most {self.megabytes} MB" if self.megabytes else ""
        parts = ", ".join(filter(None, (*self.types, size)))
        return f"file{':' if self.types else ','} {parts}" if parts else "file"


def is_file(words: str) -> bool:
    """Whether the words of a blank ask for a file."""
    return BEGINS.match(english(words)) is not None


def read_file(line: SourceLine, match: re.Match[str], report: Report) -> Answer | None:
    """What such a blank, matched by BLANK, asks for. None if its words do not read."""
    words, start, wanted = match[1], match.start(1), Wanted()
    first = FIRST.match(words)
    parts = [*PART.finditer(words, first.end() if first else 0)]
    told = [(english(" ".join(part[0].split())), start + part.start()) for part in parts]
    faults = [(problem, at, part) for part, at in told if (problem := wanted.take(part))]
    for problem, at, part in faults[:1]:
        fix = line.replaced(start, start + len(words), wanted.words)
        facts = {"words": part, "known": ", ".join(FILE_TYPES), "most": MOST_MEGABYTES}
        report.error(line, problem, at=at, fix=fix, **facts)
        return None
    types = tuple(each for each in FILE_TYPES if each in wanted.types or not wanted.types)
    return Answer(
        Shape.FILE, limits=Limits(types=types, megabytes=wanted.megabytes or USUAL_MEGABYTES)
    )
