"""Numbers as people write them: decimals take point or comma, thousands no mark."""

import re

NUMBER = r"-?[0-9]{1,12}(?:[.,][0-9]{1,6})?"
TO = r"\s*(?:-+|to|bis|à|a|\.{3,}|…)\s*"
RANGE = rf"(?P<low>{NUMBER}){TO}(?P<high>{NUMBER})"
UNIT = r"[^\s\d.,()\-][^\s\d()]{0,11}"
"""As €, kg or hours."""
AMOUNT = (
    rf"(?:(?P<unit>{UNIT})\s*)??"
    rf"(?:(?P<low>{NUMBER})\s*(?P<unit_low>(?:{UNIT})??){TO}"
    rf"(?P<unit_high>(?:{UNIT})??)\s*(?P<high>{NUMBER})\s*)?"
    rf"(?P<unit_end>(?:{UNIT})?)"
)
"""`0–500 €`, `€0–500`, `0 € to 500 €` or a unit only; with plain dashes."""
THOUSANDS = re.compile(r"(?<![\d.,])-?[1-9][0-9]{0,2}[.,][0-9]{3}(?![\d])")
"""`1.000`: a thousand to some, one to others."""


def number(text: str) -> float:
    """The value of a text that matched NUMBER."""
    return float(text.replace(",", "."))
