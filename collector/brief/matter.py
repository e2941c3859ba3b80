"""The front matter: settings, one a line, as `key: text`; all behind the colon is the text."""

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from collector.brief.report import Report
from collector.brief.source import SourceLine, folded, numbered, pieces_of, raw_lines

BORDER = re.compile(r"-{3,}")
SETTING = re.compile(r"([^:\s#-][^:]*?)\s*:\s*(.*)")
ENTRY = re.compile(r"\s*[-*+]\s+(.*)")
QUOTES = ('""', "''")


@dataclass(frozen=True)
class Item:
    """One `- ` line below a setting. `at`: where in its line the text begins."""

    text: str
    line: SourceLine
    at: int

    @property
    def plain(self) -> str:
        return _plain(self.text)

    def with_text(self, text: str) -> str:
        """The line with another text."""
        return f"- {text}"


@dataclass(frozen=True)
class Setting:
    """One setting. `at`: where in its line the text begins; `last`: the number of its last line."""

    key: str
    text: str
    items: tuple[Item, ...]
    line: SourceLine
    at: int
    last: int

    @property
    def plain(self) -> str:
        """The text with the plain signs, for dates and words that mean something."""
        return _plain(self.text)

    @property
    def list(self) -> tuple[str, ...]:
        """`a, b`, `[a, b]` or `- ` lines below, as a tuple."""
        inside = self.text[1:-1] if self.plain[:1] + self.plain[-1:] == "[]" else self.text
        parts = (*re.split(r"[,，]", inside), *(item.text for item in self.items))
        return tuple(unquoted(part.strip()) for part in parts if part.strip())

    def with_text(self, text: str) -> str:
        """The line with another text."""
        return f"{self.line.words(0, self.at).rstrip(': ')}: {text}"


@dataclass(frozen=True)
class Matter:
    """Settings in their order. `body` is the number of the first line below the front matter."""

    settings: tuple[Setting, ...]
    body: int = 1


def key_of(text: str) -> str:
    """`One per`, `one-per` and `one_per` are one key."""
    return re.sub(r"[\s_-]+", " ", folded(text)).strip().lower()


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", folded(text)).strip()


def unquoted(text: str) -> str:
    """The text without quotes around the whole of it."""
    plain = folded(text)
    quoted = len(plain) > 1 and plain[0] + plain[-1] in QUOTES and len(plain) == len(text)
    return text[1:-1].strip() if quoted else text


def read_matter(raws: list[str], report: Report) -> Matter:
    """The settings at the top of the file; lines that are none are reported."""
    start, end = borders(raws)
    if start == 0:
        return Matter(())
    lines = [numbered(number, raws[number - 1]) for number in range(start + 1, abs(end))]
    if end < 0:
        report.error(numbered(start, raws[start - 1]), "brief-matter-open", fix="---")
    settings = tuple(_settings(lines, report))
    return Matter(settings, abs(end) + (end > 0))


def borders(raws: list[str]) -> tuple[int, int]:
    """The line numbers of both `---`; (0, 0) without front matter.

    If the second is missing it is the first line that is no setting, as a negative number.
    """
    first = next((number for number, raw in enumerate(raws, 1) if folded(raw).strip()), 0)
    if not first or not _is_border(raws[first - 1]):
        return 0, 0
    for number in range(first + 1, len(raws) + 1):
        if _is_border(raws[number - 1]):
            return first, number
    number = first + 1
    while number <= len(raws) and SETTING.fullmatch(folded(raws[number - 1])):
        number += 1
    return first, -number


def _is_border(raw: str) -> bool:
    return BORDER.fullmatch(folded(raw).strip()) is not None


def _settings(lines: list[SourceLine], report: Report) -> list[Setting]:
    starts = [index for index, line in enumerate(lines) if _begins(line)]
    for line in lines[: starts[0] if starts else len(lines)]:
        if not _skipped(line):
            report.error(line, "brief-setting-line", fix=f"summary: {line.words(0)}")
    spans = pairwise([*starts, len(lines)])
    return [
        setting
        for start, end in spans
        if (setting := _setting(lines[start:end], report)) is not None
    ]


def _begins(line: SourceLine) -> bool:
    """Whether a setting begins here: not indented, no list line, no comment."""
    return not line.blank and line.plain[:1] not in (" ", "#") and not ENTRY.match(line.plain)


def _skipped(line: SourceLine) -> bool:
    return line.blank or line.plain.lstrip().startswith("#")


def _setting(lines: list[SourceLine], report: Report) -> Setting | None:
    first = lines[0]
    match = SETTING.fullmatch(first.plain)
    if match is None:
        report.error(first, "brief-setting-line", fix=f"summary: {first.words(0)}")
        return None
    at = match.start(2)
    words, last = [_raw_from(first, at)], first.number
    items: list[Item] = []
    for line in lines[1:]:
        if _skipped(line):
            continue
        last = line.number
        entry = ENTRY.match(line.plain)
        if entry:
            start = entry.start(1)
            items.append(Item(_raw_from(line, start), line, start))
        elif not words[0] and SETTING.fullmatch(line.plain.strip()):
            fix = f"{match[1]}: {line.words(0)}"
            report.error(line, "brief-setting-nested", key=match[1], fix=fix)
            return None
        else:
            words.append(_raw_from(line, 0))
    text = unquoted(" ".join(words).strip())
    return Setting(key_of(match[1]), text, tuple(items), first, at, last)


def _raw_from(line: SourceLine, at: int) -> str:
    """What stands there as it was typed, backslashes included."""
    return line.raw[line.place(at) :].strip()


def set_setting(text: str, key: str, value: str) -> str:
    """The text with that setting changed or added, every other line as it was.

    Front matter is made if there is none. Line ends stay as they are.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    raws = raw_lines(text)
    start, stop = borders(raws)
    new = f"{key}:{value}" if value.startswith("\n") else f"{key}: {value}"
    if not start:
        mark = "\ufeff" if text.startswith("\ufeff") else ""
        return f"{mark}---{end}{new}{end}---{end}{end}{text.removeprefix(mark)}"
    matter = read_matter(raws, Report(Path()))
    present = next((each for each in matter.settings if each.key == key_of(key)), None)
    if present is None:
        return _spliced(text, abs(stop), abs(stop) - 1, new + end)
    return _spliced(text, present.line.number, present.last, new)


def drop_setting(text: str, key: str) -> str:
    """The text without that setting, every other line as it was."""
    present = _present(text, key)
    if present is None:
        return text
    pieces = pieces_of(text)
    return "".join(pieces[: 2 * (present.line.number - 1)] + pieces[2 * present.last :])


def line_of_setting(text: str, key: str) -> int:
    """The number of the line where the setting stands; 0 if it does not."""
    present = _present(text, key)
    return present.line.number if present else 0


def _present(text: str, key: str) -> Setting | None:
    matter = read_matter(raw_lines(text), Report(Path()))
    return next((each for each in matter.settings if each.key == key_of(key)), None)


def _spliced(text: str, first: int, last: int, new: str) -> str:
    """The text with lines `first` to `last` replaced; `last` before `first` only adds."""
    pieces = pieces_of(text)
    before = "".join(pieces[: 2 * (first - 1)])
    after = "".join(pieces[2 * (first - 1) :]) if last < first else "".join(pieces[2 * last - 1 :])
    return before + new + after
