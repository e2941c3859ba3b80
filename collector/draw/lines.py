"""Lines that fit a phone: SVG does not wrap words, so labels are broken here."""

from unicodedata import east_asian_width

WIDTH = 32
"""Columns that fit 288 pixels at 16 pixels a letter; wide signs take two."""


def wrap(text: str, width: int = WIDTH) -> list[str]:
    """The text in lines of at most `width` columns, broken at blanks, else inside a long word."""
    lines = [""]
    for word in text.split():
        for piece in _pieces(word, width):
            joined = f"{lines[-1]} {piece}".strip()
            if columns(joined) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def columns(text: str) -> int:
    """How wide the text is, in narrow letters."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _pieces(word: str, width: int) -> list[str]:
    pieces = [""]
    for sign in word:
        if columns(pieces[-1] + sign) > width:
            pieces.append("")
        pieces[-1] += sign
    return pieces
