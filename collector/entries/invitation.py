"""An invitation lets one person in, by a code on a card or in a mail; only its hash is kept."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from collector.entries.reference import ALPHABET, new_reference

SIGNS = 16
"""Of a code: 77 bits, so that its plain hash tells nobody the code."""

LOOK_ALIKES = str.maketrans({"0": "q", "o": "q", "1": "j", "i": "j", "l": "j", "u": "v"})
"""Signs that no code holds, as those that they are mistaken for."""


@dataclass(frozen=True, kw_only=True)
class Invitation:
    """One person's worth: one answer to each form, one voter. No entry names its invitation."""

    code_hash: str
    place: str
    """Challenge and number: each is given once."""
    challenge: str
    number: int
    """Counts the challenge's invitations; cards and lists bear it, so that one can be spoken of."""
    made: datetime
    group: str = ""
    """The code of a group of the brief; empty for none."""
    ends: datetime | None = None
    used: bool = False
    """Whether anything was sent with it, and not what or when."""
    void: bool = False
    """The owner took it back."""


@dataclass(frozen=True)
class Card:
    """A new invitation with its code, which is kept nowhere."""

    invitation: Invitation
    code: str

    def address(self, home: str) -> str:
        """The link that lets its holder in; `home` is where the collector is."""
        return f"{home}/i/{self.code}"


def place_of(challenge: str, number: int) -> str:
    """What makes a number the challenge's own."""
    return f"{challenge} {number}"


def new_code() -> str:
    """A random code, as it is printed: `abcd-efgh-jkmn-pqrs`."""
    signs = new_reference(SIGNS)
    return "-".join(signs[start : start + 4] for start in range(0, SIGNS, 4))


def plain(typed: str) -> str:
    """A code however it was typed: capitals, blanks, dashes, and signs that look alike."""
    known = typed.lower().translate(LOOK_ALIKES)
    return "".join(sign for sign in known if sign in ALPHABET)


def invitation_hash(code: str) -> str:
    """What is kept of a code, however it was typed."""
    return hashlib.sha256(f"invitation {plain(code)}".encode()).hexdigest()
