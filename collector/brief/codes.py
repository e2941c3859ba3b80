"""Codes and ids made from words, so that an author need not write them."""

import re
import unicodedata

from collector.brief.source import unescaped

LONGEST = 40
LINKED = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


def plain_words(markdown: str) -> str:
    """The words without links, pictures, emphasis and code marks."""
    words = LINKED.sub(r"\1", unescaped(markdown))
    return re.sub(r"[*`]+|(?<!\w)_+|_+(?!\w)", "", words).strip()


def made(words: str) -> str:
    """A code from words: `Süße Brötchen!` gives `susse_brotchen`; empty if no letter is left."""
    plain = _without_accents(plain_words(words).replace("ß", "ss").replace("ẞ", "ss")).lower()
    kept = "".join(each if _belongs(each) else "_" for each in plain)
    code = re.sub("_+", "_", kept).strip("_")
    if len(code) > LONGEST:
        code = code[: LONGEST + 1].rpartition("_")[0] or code[:LONGEST]
    return code


def made_id(words: str) -> str:
    """An id from words; it begins with a letter. Empty if no letter or digit is left."""
    code = made(words)
    return f"q_{code}" if code and not code[0].isalpha() else code


def is_code(text: str) -> bool:
    """Letters, digits, `- _ . +`."""
    return all(_belongs(each) or each in "-_.+" for each in text) and bool(text)


def is_id(text: str) -> bool:
    """Letters, digits and `- _`; begun by a letter, without `__`."""
    fits = all(_belongs(each) or each in "-_" for each in text)
    return fits and text[:1].isalpha() and "__" not in text


def _belongs(sign: str) -> bool:
    """Letters, digits, and the vowel signs without which other scripts fall apart."""
    return sign.isalnum() or unicodedata.category(sign) in ("Mn", "Mc")


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    kept: list[str] = []
    latin = False
    for sign in unicodedata.normalize("NFKD", text):
        if not unicodedata.combining(sign):
            latin = "LATIN" in unicodedata.name(sign, "")
        elif latin:
            continue
        kept.append(sign)
    return unicodedata.normalize("NFC", "".join(kept))
