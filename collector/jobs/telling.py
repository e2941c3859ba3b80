"""What time brings is told too: the day's mail, a challenge that turned, a promise that ends."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from collector.brief import Brief
from collector.entries import Event, State
from collector.garden import Settings
from collector.store import Store, outbox, reads

REMINDED = timedelta(days=2)
"""So long before a promised answer is due its owner is told."""

RECENT = timedelta(hours=1)
"""A turn that is longer ago was told, or happened while nobody served."""


def tell_of_time(
    store: Store, settings: Settings, briefs: Mapping[str, Brief], now: datetime
) -> None:
    """Leave to tell what has come; each is told once, whoever asks how often."""
    if _is_asked(settings, Event.DAILY) and (today := _today(settings, now)):
        _tell(store, Event.DAILY, "", "", now, today)
    if _is_asked(settings, Event.TURNED):
        for brief in briefs.values():
            turned = brief.turned(now)
            if turned is not None and now - turned < RECENT:
                _tell(store, Event.TURNED, brief.slug, brief.slug, now, turned.isoformat())
    if _is_asked(settings, Event.PROMISE):
        for brief in briefs.values():
            for ref, due in _unanswered(store, brief, now):
                _tell(store, Event.PROMISE, ref, brief.slug, now, due.isoformat())


def _tell(store: Store, event: Event, about: str, challenge: str, now: datetime, once: str) -> None:
    if not outbox.is_told(store, event, about, once):
        store.transact(lambda store: outbox.tell(store, event, about, challenge, now, once=once))


def _is_asked(settings: Settings, event: Event) -> bool:
    owners = event is not Event.TURNED and bool(settings.notices.to)
    return owners or any(event in each.events for each in settings.webhooks)


def _today(settings: Settings, now: datetime) -> str:
    """The day, once the hour of its mail has come; empty before."""
    here, hour = now.astimezone(settings.zone), settings.notices.daily
    return here.date().isoformat() if hour != "never" and f"{here:%H:%M}" >= hour else ""


def _unanswered(store: Store, brief: Brief, now: datetime) -> Iterable[tuple[str, datetime]]:
    """Ideas without an answer whose promised time ends soon, and when."""
    within = brief.answers_within
    if within is None:
        return
    answered = {each.about for each in reads.replies(store, brief.slug)}
    for idea in reads.ideas(store, brief.slug, State.WAITING, State.APPROVED):
        due = idea.received + within
        if idea.ref not in answered and not idea.merged and now <= due <= now + REMINDED:
            yield idea.ref, due
