"""Delivering: what happened is addressed, and what is due is sent, for a while each time."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from collector import notices, pages
from collector.entries import Delivery, JobKind, Notice
from collector.errors import Bounced, NoticeError, Undelivered
from collector.garden import Garden
from collector.notices import Around
from collector.store import Store, outbox, secret, writes
from collector.words import say

LEASE = 180
"""Seconds; one letter and one post are given less than a third of it."""

PAUSES = (60, 300, 900, 3600, 3 * 3600, 6 * 3600, 8 * 3600, 12 * 3600, 17 * 3600)
"""Seconds between the tries of one notice: ten of them in two days."""

LONGEST = 20.0
"""Seconds that notices are sent without a pause for other jobs."""


def deliver(garden: Garden, store: Store, clock: Callable[[], datetime]) -> None:
    """Send what is due; of a server that does not answer, all else waits for the next time."""
    end = time.monotonic() + LONGEST
    _address_all(_around(garden, store, clock()))
    while time.monotonic() < end:
        notice = outbox.lease(store, clock(), LEASE)
        if notice is None:
            break
        _try(_around(garden, store, clock()), notice)


def ask(store: Store, now: datetime) -> None:
    """Leave to deliver what is due."""
    following = outbox.next_due(store)
    if following is not None and following <= now:
        writes.enqueue(store, JobKind.DELIVER, "", now)


def _around(garden: Garden, store: Store, now: datetime) -> Around:
    live = pages.live(garden)
    return Around(garden, store, secret(garden), live.briefs if live else {}, now)


def _address_all(around: Around) -> None:
    settings = around.garden.settings
    for each in list(outbox.notices(around.store, Delivery.NEW)):
        to = notices.readers(around.store, settings, each)
        outbox.address(around.store, each, to, around.now)


def _try(around: Around, notice: Notice) -> None:
    store, now = around.store, around.now
    try:
        state = Delivery.SENT if notices.send(around, notice) else Delivery.DROPPED
        outbox.mark(store, notice, state, now)
    except Bounced as error:
        outbox.mark(store, notice, Delivery.BOUNCED, now, _told(error))
    except Undelivered as error:
        _try_later(around, notice, error)


def _try_later(around: Around, notice: Notice, error: Undelivered) -> None:
    """Where the server itself gave no answer, what else is for it waits as long."""
    store, now = around.store, around.now
    if notice.tries > len(PAUSES):
        outbox.mark(store, notice, Delivery.GIVEN_UP, now, _told(error))
        return
    pause = PAUSES[notice.tries - 1]
    outbox.mark(store, notice, Delivery.WAITING, now, _told(error), pause)
    if error.waits:
        until = now + timedelta(seconds=PAUSES[0])
        outbox.postpone(store, until, lambda each: _server(each) == _server(notice))


def _server(notice: Notice) -> str:
    """What a notice is sent through: the mail server, or a webhook's own."""
    return notice.to if notice.to.startswith("hook:") else "mail"


def _told(error: NoticeError) -> str:
    return say(error.reason, error.facts)
