"""Who acts, as far as a request tells: the key that makes two acts one person's.

A browser's number is the weakest of keys. What tells more, an invitation or a confirmed address,
goes before it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from collector.acts.admit import NO_PROOF, PersonKind, Proof
from collector.brief import Access, Act, Brief
from collector.web.context import current
from collector.web.public import confirmed, invited, voter

__all__ = ["NOBODY", "Person", "given", "told"]


@dataclass(frozen=True)
class Person:
    """`key` is empty where nobody can tell; `proof` is what told it."""

    key: str = ""
    proof: Proof = NO_PROOF

    @property
    def kind(self) -> PersonKind:
        return self.proof.kind

    @property
    def number(self) -> str:
        """The browser's number, if it is that by which it is known."""
        return self.key if self.kind is PersonKind.BROWSER else ""

    def claim(self, challenge: str, form: str) -> str:
        """The hash that says that this person has answered the form; empty where nobody can tell.

        A browser's is made of its number alone, as it was before there were any others.
        """
        key = self.number or f"{self.kind} {self.key}"
        return current().tokens.claim(challenge, form, key) if self.key else ""

    def voter(self, challenge: str, round_: str) -> str:
        """The hash that makes two votes in this round one person's; empty where nobody can tell."""
        seal = current().tokens.voter
        return seal(challenge, round_, self.kind, self.key) if self.key else ""


NOBODY = Person()
"""Whom nothing tells."""


def told(kit: Mapping[str, str], brief: Brief, act: Act = Act.VOTE) -> Person:
    """Whoever the request names, by what the `act` takes. `kit` are our own fields.

    Raises Unproven, or TooMany, where a code was typed that lets nobody in.
    """
    return _known(kit, brief, act) or _browser(voter.told(kit))


def given(kit: Mapping[str, str], brief: Brief, act: Act = Act.VOTE) -> Person:
    """The same; a browser that has shown that it keeps cookies is given a number if it has none."""
    return _known(kit, brief, act) or _browser(voter.given(kit))


def _known(kit: Mapping[str, str], brief: Brief, act: Act) -> Person | None:
    """By an invitation, else by an address; where the act takes an address, by that alone."""
    if brief.access_of(act) is Access.EMAIL:
        return _confirmed(kit, brief)
    return _invited(kit, brief) or _confirmed(kit, brief)


def _confirmed(kit: Mapping[str, str], brief: Brief) -> Person | None:
    key = confirmed.told(kit, brief)
    return Person(key, Proof(PersonKind.EMAIL)) if key else None


def _invited(kit: Mapping[str, str], brief: Brief) -> Person | None:
    found = invited.told(kit, brief)
    if found is None:
        return None
    invitation, code = found
    proof = Proof(PersonKind.INVITATION, invitation.code_hash, invitation.group)
    return Person(code, proof)


def _browser(number: str) -> Person:
    return Person(number, Proof(PersonKind.BROWSER)) if number else NOBODY
