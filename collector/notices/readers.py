"""Readers: who is told that something happened. Nobody is named by an address here."""

from collections.abc import Iterable, Iterator

from collector.entries import Event, Notice, Person
from collector.entries.notice import name_of
from collector.garden import ScheduleSettings, Settings
from collector.notices.followed import first_of_each
from collector.store import Store, outbox, reads

FOLLOWED = frozenset(
    {
        Event.APPROVED,
        Event.ANSWERED,
        Event.PROGRESSED,
        Event.MERGED,
        Event.COMMENTED,
        Event.REPLIED,
    }
)
"""What whoever follows an idea is told."""

SCHEDULED = frozenset({Event.DIGEST, Event.REMINDER})
"""What is told because a schedule asks for it; the notice is about its name."""


def readers(store: Store, settings: Settings, notice: Notice) -> Iterator[str]:
    """Each as `Notice.to` names them."""
    if notice.event in SCHEDULED:
        yield from _scheduled(store, settings, notice)
        return
    if settings.mail.host:
        yield from (f"person:{each.ref}" for each in _people(store, settings, notice))
    if notice.event is Event.REPLIED and reads.idea(store, notice.about) is None:
        return  # it is about somebody's own comment; all others are told of the idea
    if _is_for_owners(settings, notice.event):
        yield from (f"owner:{name_of(each)}" for each in settings.notices.to)
    for hook in settings.webhooks:
        if notice.event in hook.events:
            yield f"hook:{name_of(hook.url)}"


def _people(store: Store, settings: Settings, notice: Notice) -> Iterable[Person]:
    """Those who follow it. Who gets a digest of an idea hears of it in no other mail."""
    found = [each for each in outbox.people(store, notice.about) if each.confirmed]
    if notice.event is Event.THANKED:
        return [each for each in found if each.author]
    if notice.event not in FOLLOWED:
        return []
    own = reads.idea(store, notice.about) is None  # one's comment is in no digest
    if not own and _has_digest(settings, notice.challenge):
        return []
    told = _told_of_own(store, notice)
    return [each for each in found if each.contact.casefold() not in told]


def _told_of_own(store: Store, notice: Notice) -> set[str]:
    """Whoever is told of the same reply because it answers their comment needs no second mail."""
    if notice.event is not Event.REPLIED:
        return set()
    others = (each.about for each in outbox.beside(store, notice))
    comments = [ref for ref in others if reads.idea(store, ref) is None]
    people = (each for ref in comments for each in outbox.people(store, ref))
    return {each.contact.casefold() for each in people if each.confirmed}


def _has_digest(settings: Settings, challenge: str) -> bool:
    return any(
        each.for_ == "followers" and each.challenge in ("", challenge) for each in settings.schedule
    )


def _scheduled(store: Store, settings: Settings, notice: Notice) -> Iterator[str]:
    asked = settings.scheduled(notice.about)
    if asked is None:
        return
    if asked.for_ == "followers":
        people = first_of_each(outbox.followers(store, asked.challenge))
        yield from (f"person:{each.ref}" for each in people)
    else:
        yield from (f"owner:{name_of(each)}" for each in to_whom(settings, asked))


def to_whom(settings: Settings, asked: ScheduleSettings) -> tuple[str, ...]:
    """The addresses that a schedule's mail goes to."""
    return asked.to or settings.notices.to


def addresses(settings: Settings) -> tuple[str, ...]:
    """All that the settings name."""
    scheduled = (each for asked in settings.schedule for each in asked.to)
    return (*settings.notices.to, *scheduled)


def _is_for_owners(settings: Settings, event: Event) -> bool:
    if event is Event.DAILY:
        return settings.notices.daily != "never"
    return event in (Event.PROMISE, Event.SCREENED) or (
        event is Event.ARRIVED and settings.notices.each
    )
