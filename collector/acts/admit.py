"""Who may do an act, by what tells who somebody is.

    nobody ─ browser's number ─ confirmed address ─ invitation

An invitation tells more than an address, an address more than a browser.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from collector.acts import invite
from collector.brief import Access, Act, Brief, SeenBy
from collector.errors import Unproven
from collector.store import Store

ONCE = frozenset({Act.ANSWER, Act.VOTE})
"""What one person does once where `one per` says `person`."""


class PersonKind(StrEnum):
    """What tells who it is."""

    NOBODY = "nobody"
    BROWSER = "browser"
    INVITATION = "invitation"
    EMAIL = "email"


@dataclass(frozen=True)
class Proof:
    """What was shown. `invitation` is the hash of a code, `group` that of its invitation."""

    kind: PersonKind = PersonKind.NOBODY
    invitation: str = ""
    group: str = ""


NO_PROOF = Proof()

NEEDED: Mapping[Access, PersonKind] = {
    Access.INVITE: PersonKind.INVITATION,
    Access.EMAIL: PersonKind.EMAIL,
}
FIELDS: Mapping[PersonKind, str] = {
    PersonKind.INVITATION: invite.FIELD,
    PersonKind.EMAIL: "_email",
}
"""The field that takes a proof of this kind."""


def ensure(brief: Brief, act: Act, proof: Proof) -> None:
    """Raises Unproven where the act takes more than this tells of somebody."""
    needed = NEEDED.get(brief.access_of(act))
    if brief.seen_by is SeenBy.INVITED and proof.kind is not PersonKind.INVITATION:
        raise Unproven("invitation-needed", invite.FIELD)
    if needed is not None and proof.kind is not needed:
        raise Unproven(f"{needed}-needed", FIELDS[needed])
    if brief.one_per == "person" and act in ONCE and proof.kind not in FIELDS:
        raise Unproven("person-needed", invite.FIELD)


def admit(store: Store, brief: Brief, act: Act, proof: Proof, now: datetime) -> str:
    """Within an act: the same, by what is kept now; the code of the group. Raises Unproven."""
    ensure(brief, act, proof)
    if not proof.invitation:
        return ""
    return invite.use(store, brief.slug, proof.invitation, now).group
