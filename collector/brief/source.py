"""The text of a brief as numbered lines, and how their marks are read.

Editors exchange signs: a dash becomes a long one, a blank a non-breaking one, `_` gets a backslash.
`plain` is the line with the plain signs; labels are cut from `raw`, which keeps every sign.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

BREAK = re.compile(r"\r\n|\n|\r")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
COMMENT = re.compile(r"<!--.*?-->")
BLANKS = re.compile(r"[ \t]+")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{}~])")
PLAIN = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−﹣", "-"),
        **dict.fromkeys("“”„‟«»〝〞", '"'),
        **dict.fromkeys("‘’‚‛‹›", "'"),
        **dict.fromkeys("★⭐", "☆"),
        **dict.fromkeys("\t\u00a0\u1680\u202f\u205f\u3000", " "),
        **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
        **{chr(sign + 0xFEE0): chr(sign) for sign in range(0x21, 0x7F)},
    }
)
UNSEEN = frozenset(
    "\ufeff\u00ad\u061c\u2060\ufe0e\ufe0f"
    + "".join(map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2061, 0x206A))))
)
"""Signs that show nothing: byte order mark, direction marks, soft hyphen, variation selectors."""


@dataclass(frozen=True)
class SourceLine:
    """One line. `at` tells for each sign of `plain` where it stands in `raw`; None: at the same."""

    number: int
    raw: str
    plain: str = ""
    at: tuple[int, ...] | None = None
    fenced: bool = False
    """Whether it belongs to fenced code, borders included; then nothing in it is a mark."""

    @property
    def blank(self) -> bool:
        return not self.plain.strip() and not self.fenced

    def place(self, index: int) -> int:
        """Where in `raw` the sign of `plain` at `index` stands."""
        if self.at is None:
            return min(index, len(self.raw))
        return self.at[index] if index < len(self.at) else len(self.raw)

    def column(self, index: int) -> int:
        """The same, counted from one."""
        return self.place(index) + 1

    def words(self, start: int, end: int | None = None) -> str:
        """What was written there, every sign kept but comments."""
        stop = len(self.plain) if end is None else end
        if stop <= start:
            return ""
        written = self.raw[self.place(start) : self.place(stop - 1) + 1]
        return BLANKS.sub(" ", COMMENT.sub("", written)).strip()

    def replaced(self, start: int, end: int, text: str) -> str:
        """The raw line with that stretch of `plain` replaced."""
        return self.raw[: self.place(start)] + text + self.raw[self.end(end) :]

    def end(self, index: int) -> int:
        """Where in `raw` a stretch of `plain` that ends before `index` ends."""
        return self.place(index - 1) + 1 if index else self.place(0)


def unescaped(text: str) -> str:
    """The text without the backslashes that editors add."""
    return ESCAPED.sub(r"\1", text)


def folded(text: str) -> str:
    """The text with the plain signs."""
    return _fold(text)[0]


def numbered(number: int, raw: str, text: str | None = None) -> SourceLine:
    """A line with its marks folded. `text` is `raw` with comments blanked, if there are any."""
    plain, at = _fold(raw if text is None else text)
    return SourceLine(number, raw, plain.rstrip(), at)


def _fold(text: str) -> tuple[str, tuple[int, ...] | None]:
    if text.isascii() and "\\" not in text:
        return text.replace("\t", " "), None
    signs = text.translate(PLAIN)
    hidden = {each.start() for each in ESCAPED.finditer(text) if each[1] != "|"}
    at = tuple(
        index for index, sign in enumerate(signs) if index not in hidden and sign not in UNSEEN
    )
    if len(at) == len(signs):
        return signs, None
    return "".join(signs[index] for index in at), at


def raw_lines(text: str) -> list[str]:
    """The lines as they stand in the file, without their ends."""
    return BREAK.split(text)


def pieces_of(text: str) -> list[str]:
    """Lines and their ends in turn: line `n` is piece `2 * (n - 1)`."""
    return re.split(f"({BREAK.pattern})", text)


@dataclass
class _State:
    """What an earlier line left open, and on which line."""

    fence: str = ""
    fence_line: int = 0
    comment: bool = False
    comment_line: int = 0


@dataclass(frozen=True)
class Body:
    """The lines below the front matter, and where a fence or comment was never closed."""

    lines: tuple[SourceLine, ...]
    open_fence: int = 0
    open_comment: int = 0


def read_body(raws: list[str], first: int) -> Body:
    """The lines from number `first` on, comments blanked, code in fences marked."""
    state = _State()
    lines = tuple(_body_lines(raws[first - 1 :], first, state))
    return Body(
        lines,
        state.fence_line if state.fence else 0,
        state.comment_line if state.comment else 0,
    )


def _body_lines(raws: list[str], first: int, state: _State) -> Iterator[SourceLine]:
    for number, raw in enumerate(raws, first):
        if state.fence:
            mark = raw.strip()
            if mark and set(mark) == {state.fence[0]} and len(mark) >= len(state.fence):
                state.fence = ""
            yield SourceLine(number, raw, fenced=True)
            continue
        text = _without_comments(raw, number, state)
        opening = FENCE.match(text)
        if opening:
            state.fence, state.fence_line = opening[1], number
            yield SourceLine(number, raw, fenced=True)
        else:
            yield numbered(number, raw, text)


def _without_comments(raw: str, number: int, state: _State) -> str:
    """The line with its comments replaced by as many blanks."""
    if not state.comment and "<!--" not in raw:
        return raw
    kept, rest = "", raw
    while rest:
        mark = "-->" if state.comment else "<!--"
        before, found, rest = rest.partition(mark)
        kept += " " * len(before + found) if state.comment else before + " " * len(found)
        if found:
            state.comment = not state.comment
            state.comment_line = number
    return kept
