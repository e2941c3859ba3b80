"""Following: somebody leaves an address to be told what becomes of an idea, and takes it back.

Whoever holds the receipt of a comment is told of replies to it, in the same way.

    ask ─► a mail with a link ─► confirm ─► told ─► leave

Nothing is sent but that one mail until the holder of the address has said yes. Nobody learns from
an answer here whether an address was known.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from collector.acts.receipt import look
from collector.entries import Comment, Entry, Event, Idea, JobKind, Person, Purpose, new_reference
from collector.entries.person import code_of, hash_of, place_of
from collector.entries.reference import is_reference
from collector.errors import Invalid, Problem, Unknown
from collector.garden import ADDRESS
from collector.store import Store, outbox, reads, writes

LONGEST = 254
"""Characters of an address: the most that mail servers take."""

UNCONFIRMED = timedelta(days=3)
"""How long an address is kept that nobody has confirmed."""

AGAIN = timedelta(hours=1)
"""How soon the same address may be sent another link."""


def ask(store: Store, secret: bytes, ref: str, address: str, language: str, now: datetime) -> None:
    """Send a link to somebody who wants to follow an idea. Raises Invalid at `email`, Unknown."""
    _ask(store, secret, ref, address, language, now, author=False)


def ask_by_receipt(
    store: Store, secret: bytes, code: str, address: str, language: str, now: datetime
) -> None:
    """The same for the author of an idea or comment. Raises Invalid at `email`, Unknown."""
    ref = look(store, code).entry.ref
    _ask(store, secret, ref, address, language, now, author=True)


def confirm(store: Store, code: str, now: datetime) -> Person:
    """From now on this person is told; once is as good as twice. Raises Unknown."""

    def act(store: Store) -> Person:
        found = asked(store, code)
        kept = found if found.confirmed else replace(found, confirmed=now)
        outbox.keep_person(store, kept)
        return kept

    return store.transact(act)


def leave(store: Store, code: str, now: datetime) -> None:
    """The address is forgotten; once is as good as twice."""

    def act(store: Store) -> None:
        person = follower(store, code)
        _forget(store, [person] if person else [], now)

    store.transact(act)


def asked(store: Store, code: str) -> Person:
    """Who was sent this code to confirm. Raises Unknown."""
    found = outbox.person(store, confirm_hash=hash_of(code)) if code else None
    if found is None:
        raise Unknown("follow-unknown")
    return found


def follower(store: Store, code: str) -> Person | None:
    """Who was sent this code to leave; None if they have left."""
    return outbox.person(store, leave_hash=hash_of(code)) if code else None


def author_of(store: Store, ref: str) -> list[Person]:
    """The addresses that the author of an idea or comment left, confirmed or not."""
    return [each for each in outbox.people(store, ref) if each.author]


def leave_by_receipt(store: Store, code: str, now: datetime) -> None:
    """Forget every address that an author left. Raises Unknown."""

    def act(store: Store) -> None:
        _forget(store, author_of(store, look(store, code).entry.ref), now)

    store.transact(act)


def checked(address: str) -> str:
    """The address as it is kept. Raises Invalid at `email`."""
    plain = address.strip()
    if not plain:
        raise Invalid({"email": Problem("follow-empty")})
    fits = ADDRESS.fullmatch(plain) and "." in plain.rpartition("@")[2]
    if not fits or len(plain) > LONGEST or any(ord(each) < 32 for each in plain):
        raise Invalid({"email": Problem("answer-no-email")})
    if any("\ud800" <= each <= "\udfff" for each in plain):
        raise Invalid({"email": Problem("answer-no-email")})
    return plain


def _forget(store: Store, people: list[Person], now: datetime) -> None:
    """What the database still holds of them in its unused parts is swept away."""
    for person in people:
        outbox.forget_person(store, person)
    if people:
        writes.enqueue(store, JobKind.SWEEP, "", now)


def _ask(
    store: Store,
    secret: bytes,
    ref: str,
    address: str,
    language: str,
    now: datetime,
    *,
    author: bool,
) -> None:
    contact = checked(address)
    new = _person(secret, contact, language, now)

    def act(store: Store) -> None:
        entry = _followed(store, ref, author=author)
        kept = outbox.person(store, place=place_of(ref, contact))
        if kept is None:
            kept = _about(new, entry, contact, author=author)
            outbox.keep_person(store, kept)
        elif kept.confirmed or kept.asked + AGAIN > now:
            return
        else:
            kept = replace(kept, asked=now)
            outbox.keep_person(store, kept)
        told_to = f"person:{kept.ref}"
        outbox.tell_one(store, Event.CONFIRM, kept.about, kept.challenge, told_to, now)

    store.transact(act)


def _followed(store: Store, ref: str, *, author: bool) -> Idea | Comment:
    """An idea, or one's own comment that others can reply to. Raises Unknown."""
    entry = reads.entry(store, ref) if is_reference(ref) else None
    if isinstance(entry, Idea):
        return entry
    if author and isinstance(entry, Comment) and not entry.parent:
        return entry
    raise Unknown("follow-no-idea")


def _person(secret: bytes, contact: str, language: str, now: datetime) -> Person:
    ref = new_reference()
    return Person(
        ref=ref,
        place="",
        contact=contact,
        about="",
        challenge="",
        language=language,
        asked=now,
        confirm_hash=hash_of(code_of(secret, Purpose.CONFIRM, ref)),
        leave_hash=hash_of(code_of(secret, Purpose.LEAVE, ref)),
    )


def _about(person: Person, entry: Entry, contact: str, *, author: bool) -> Person:
    return replace(
        person,
        place=place_of(entry.ref, contact),
        about=entry.ref,
        challenge=entry.challenge,
        author=author,
    )
