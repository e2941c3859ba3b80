"""Text as it is compared: small letters without accents, and the words in it."""

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")

JOINED = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"})
"""Letters that no table takes apart."""

TYPED = {"ae": "a", "oe": "o", "ue": "u"}
"""As ä, ö, ü are typed where they are missing, and what they are folded to."""


def fold(text: str) -> str:
    """The same in small letters without accents: `Crème Brûlée`, `creme brulee`; ß is ss."""
    small = text.casefold()
    if small.isascii():
        return small
    plain = unicodedata.normalize("NFKD", small).casefold()  # some signs hold capitals
    apart = unicodedata.normalize("NFKD", plain.translate(JOINED))
    return "".join(each for each in apart if not unicodedata.combining(each))


def words_of(text: str) -> list[str]:
    """The words of a text, folded."""
    return WORD.findall(fold(text))


def typed_alike(folded: str) -> str:
    """Folded text that is the same whether ä, ö, ü were typed, or ae, oe, ue in their place."""
    for typed, plain in TYPED.items():
        folded = folded.replace(typed, plain)
    return folded
