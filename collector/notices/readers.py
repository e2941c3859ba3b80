"""Readers: who is told that something happened. Nobody is named by an address here."""

from collections.abc import Iterator

from collector.entries import Event, Notice
from collector.entries.notice import name_of
from collector.garden import Settings
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


def readers(store: Store, settings: Settings, notice: Notice) -> Iterator[str]:
    """Each as `Notice.to` names them."""
    if notice.event in FOLLOWED and settings.mail.host:
        found = outbox.people(store, notice.about)
        yield from (f"person:{each.ref}" for each in found if each.confirmed)
    if notice.event is Event.REPLIED and reads.idea(store, notice.about) is None:
        return  # it is about somebody's own comment; all others are told of the idea
    if _is_for_owners(settings, notice.event):
        yield from (f"owner:{name_of(each)}" for each in settings.notices.to)
    for hook in settings.webhooks:
        if notice.event in hook.events:
            yield f"hook:{name_of(hook.url)}"


def _is_for_owners(settings: Settings, event: Event) -> bool:
    if event is Event.DAILY:
        return settings.notices.daily != "never"
    return event is Event.PROMISE or (event is Event.ARRIVED and settings.notices.each)
