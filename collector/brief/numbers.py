"""Numbers as people write them: decimals take point or comma, thousands no mark."""

import re

NUMBER = r"-?[0-9]{1,12}(?:[.,][0-9]{1,6})?"
TO = r"\s*(?:-+|–|to|\.{3,}|…)\s*"
SIGN = r"[^\s\d.,()\-][^\s\d()]{0,11}"
"""A unit, as €, kg or hours."""
AMOUNT = (
    rf"(?:(?P<before>{SIGN})\s*)?"
    rf"(?:(?P<low>{NUMBER})\s*(?P<between>{SIGN})??{TO}(?:{SIGN})??(?P<high>{NUMBER})\s*)?"
    rf"(?P<after>)(?P<end>{SIGN})?"
)
THOUSANDS = re.compile(r"-?[0-9]{1,3}[.,][0-9]{3}")


def number(text: str) -> float:
    """The value of a text that matched NUMBER."""
    return float(text.replace(",", "."))


def has_two_readings(text: str) -> bool:
    """Whether `1.000` is written: a thousand to some, one to others."""
    return any(THOUSANDS.fullmatch(each) for each in re.findall(NUMBER, text))
