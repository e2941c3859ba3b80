"""What was typed, made fit to be kept: as text that a page, a feed and a sheet can all hold."""

import re
import unicodedata

_BROKEN = re.compile("[\0\ud800-\udfff]")
_UNKEPT = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""Control signs: pasted by accident, never seen, and no XML may hold them."""
_EMPTY = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that are drawn as nothing: Hangul fillers, a Braille pattern without dots."""


def is_broken(text: str) -> bool:
    """Whether a text holds NUL or half a character: no browser sends these, no store keeps them."""
    return _BROKEN.search(text) is not None


def mended(text: str) -> str:
    """The text with a mark where it is broken, so that it can at least be shown."""
    return _BROKEN.sub("\ufffd", text)


def clean(text: str) -> str:
    """Composed (NFC), line ends as \\n, without blanks around; empty if nothing can be seen."""
    text = "\n".join(_UNKEPT.sub("", text).splitlines())
    text = unicodedata.normalize("NFC", text).strip()
    return text if any(map(_is_seen, text)) else ""


def _is_seen(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LNPS" and sign not in _EMPTY


def one_line(text: str) -> str:
    """The text with every stretch of blanks and line ends as one blank."""
    return " ".join(text.split())
