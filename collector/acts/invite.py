"""Invitations are made, taken back and counted; their codes are told once, when they are made.

make ─► codes (told) + Invitation (kept) ─► used by whoever holds the code, or void
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from collector.brief import Access, Brief, SeenBy
from collector.brief.dates import NotADate, read_moment
from collector.entries import Card, Invitation, invitation_hash, new_code
from collector.entries.invitation import place_of
from collector.errors import Invalid, Problem, Refused, Unproven
from collector.store import Store, invitations

MOST = 2_000
"""Invitations that are made at once."""
FIELD = "_invite"
"""The field that takes a code."""


@dataclass(frozen=True)
class Standing:
    """How many invitations of a group there are, and what became of them."""

    group: str
    made: int = 0
    used: int = 0
    void: int = 0

    @property
    def left(self) -> int:
        """How many can still be used for the first time."""
        return self.made - self.used - self.void


def make(
    store: Store,
    brief: Brief,
    count: int,
    now: datetime,
    *,
    group: str = "",
    ends: datetime | None = None,
) -> list[Card]:
    """New invitations, numbered on. Raises Refused where they would open nothing, Invalid at
    `count`, `group` or `ends`.
    """
    if not opens_with_codes(brief):
        raise Refused("invite-nobody", slug=brief.slug)
    _ensure(brief, count, group, ends, now)
    codes = [new_code() for _ in range(count)]

    def act(store: Store) -> list[Card]:
        kept = invitations.of_challenge(store, brief.slug)
        first = max((each.number for each in kept), default=0) + 1
        made = [
            Card(_invitation(brief, number, code, group, ends, now), code)
            for number, code in enumerate(codes, first)
        ]
        invitations.add(store, [each.invitation for each in made])
        return made

    return store.transact(act)


def opens_with_codes(brief: Brief) -> bool:
    """Whether an invitation lets anybody do or see what others may not."""
    return Access.INVITE in brief.access.values() or brief.seen_by is SeenBy.INVITED


def until(text: str, zone: ZoneInfo) -> datetime | None:
    """When invitations end that are good until a day, or a time of it; None for no text.

    Raises Invalid at `ends`.
    """
    if not text.strip():
        return None
    try:
        return read_moment(text.strip()).end(zone)
    except NotADate:
        raise Invalid({"ends": Problem("invite-ends-no-day", {"text": text[:40]})}) from None


def void(store: Store, brief: Brief, group: str) -> int:
    """Take back the group's invitations that nobody has used; how many there were."""

    def act(store: Store) -> int:
        kept = invitations.of_challenge(store, brief.slug)
        unused = [each for each in kept if each.group == group and not (each.used or each.void)]
        for each in unused:
            invitations.put(store, replace(each, void=True))
        return len(unused)

    return store.transact(act)


def standings(store: Store, brief: Brief) -> list[Standing]:
    """One for each group of the brief, and for groups that it had once; none for nobody."""
    kept = invitations.of_challenge(store, brief.slug)
    made = Counter(each.group for each in kept)
    used = Counter(each.group for each in kept if each.used)
    gone = Counter(each.group for each in kept if each.void)
    groups = dict.fromkeys([*(each.code for each in brief.groups), *sorted(made)])
    return [Standing(each, made[each], used[each], gone[each]) for each in groups]


def look(store: Store, challenge: str, code_hash: str, now: datetime) -> Invitation:
    """The invitation as it stands. Raises Unproven if its code lets nobody in here."""
    found = invitations.find(store, code_hash)
    if found is None:
        raise Unproven("invite-unknown", FIELD)
    if found.challenge != challenge:
        raise Unproven("invite-foreign", FIELD)
    if found.void:
        raise Unproven("invite-void", FIELD)
    if found.ends is not None and now >= found.ends:
        raise Unproven("invite-ended", FIELD, closes=found.ends)
    return found


def use(store: Store, challenge: str, code_hash: str, now: datetime) -> Invitation:
    """Within an act: the same, and from now on it counts as used."""
    found = look(store, challenge, code_hash, now)
    if not found.used:
        invitations.put(store, replace(found, used=True))
    return found


def _ensure(brief: Brief, count: int, group: str, ends: datetime | None, now: datetime) -> None:
    problems: dict[str, Problem] = {}
    if not 1 <= count <= MOST:
        problems["count"] = Problem("invite-count", {"most": MOST})
    if group and group not in {each.code for each in brief.groups}:
        known = ", ".join(each.code for each in brief.groups) or "–"
        problems["group"] = Problem("invite-group", {"group": group, "known": known})
    if brief.groups and not group:
        known = ", ".join(each.code for each in brief.groups)
        problems["group"] = Problem("invite-group-needed", {"known": known})
    if ends is not None and ends <= now:
        problems["ends"] = Problem("invite-ends-past")
    if problems:
        raise Invalid(problems)


def _invitation(
    brief: Brief, number: int, code: str, group: str, ends: datetime | None, now: datetime
) -> Invitation:
    return Invitation(
        code_hash=invitation_hash(code),
        place=place_of(brief.slug, number),
        challenge=brief.slug,
        number=number,
        made=now.replace(microsecond=0),
        group=group,
        ends=ends,
    )
