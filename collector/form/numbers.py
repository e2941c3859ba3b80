"""Numbers as people write them: decimals by point or comma, thousands without a mark."""

import re

from collector.words import decimal

_NUMBER = re.compile(r"([+-]?)(\d{1,15})(?:[.,](\d{1,6}))?")
_MINUS = str.maketrans("−–", "--")


def read(text: str) -> int | float | None:
    """The number that a text writes, whole ones as int; None if it writes none."""
    match = _NUMBER.fullmatch(text.translate(_MINUS))
    if match is None:
        return None
    sign, whole, decimals = match.groups()
    number = float(f"{sign}{whole}.{decimals or 0}")
    return int(number) if number.is_integer() else number


def written(number: float) -> str:
    """The shortest plain text of a number: no exponent, no zeros at its end."""
    if float(number).is_integer():
        return str(int(number))
    return f"{number:.6f}".rstrip("0")


def told(number: float) -> str:
    """The same as the language that is spoken writes it: `3.5`, `3,5`."""
    return decimal(written(number))
