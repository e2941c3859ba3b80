"""Who acts, as far as a request tells: the key that makes two acts one person's.

A browser's number is the weakest of keys. What tells more, an invitation or a confirmed address,
goes before it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from collector.web.public import voter


class PersonKind(StrEnum):
    """What tells who it is."""

    NOBODY = "nobody"
    BROWSER = "browser"
    INVITATION = "invitation"
    EMAIL = "email"


@dataclass(frozen=True)
class Person:
    """`key` is empty where nobody can tell; `group` is that of an invitation."""

    key: str = ""
    kind: PersonKind = PersonKind.NOBODY
    group: str = ""


def told(kit: Mapping[str, str]) -> Person:
    """Whoever the request names. `kit` are our own fields."""
    return _browser(voter.told(kit))


def given(kit: Mapping[str, str]) -> Person:
    """The same; a browser that has shown that it keeps cookies is given a number if it has none."""
    return _browser(voter.given(kit))


def _browser(number: str) -> Person:
    return Person(number, PersonKind.BROWSER) if number else Person()
