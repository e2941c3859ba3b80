"""Lines that fit a phone: SVG does not wrap words, so labels are broken here."""

import re
from unicodedata import east_asian_width

WIDTH = 32
"""Small letters that fit 288 pixels at 17 pixels a letter."""

WIDE = frozenset("MWmw@%&—…")

KEPT = "\N{NO-BREAK SPACE}"
IN_NUMBERS = re.compile(r"(?<=\d) (?=\d{3}(?!\d)|[€$£%])")
"""A blank inside `3 500` or before a unit: a line never ends there."""
BLANKS = re.compile(r"[^\S\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]+")


def wrap(text: str, width: int = WIDTH) -> list[str]:
    """The text in lines of at most `width` small letters, broken at blanks, else in a long word."""
    lines = [""]
    for word in filter(None, BLANKS.split(IN_NUMBERS.sub(KEPT, text))):
        for piece in _pieces(word, width):
            joined = f"{lines[-1]} {piece}".strip()
            if letters(joined) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def letters(text: str) -> float:
    """About how wide the text is, in small letters."""
    return sum(map(_letter, text))


def _letter(sign: str) -> float:
    if east_asian_width(sign) in "WF":
        return 2
    if sign in WIDE:
        return 1.8
    return 1.35 if sign.isupper() else 1


def _pieces(word: str, width: int) -> list[str]:
    pieces = [""]
    for sign in word:
        if letters(pieces[-1] + sign) > width:
            pieces.append("")
        pieces[-1] += sign
    return pieces
