"""Text that a spreadsheet might take for a formula, and run."""

import unicodedata

FORMULA = frozenset("=+-@＝＋－＠")
CONTROL = frozenset("\t\r\n\0")


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet might run the text, also after blanks and signs that can't be seen."""
    if not text or text[0].isalnum():
        return False
    first = next((sign for sign in text if not _is_unseen(sign)), "")
    return text[:1] in CONTROL or first in FORMULA


def _is_unseen(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign) in ("Cc", "Cf")
