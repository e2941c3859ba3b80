"""Notices at the desk: what was told, waits and failed, and whether mail and webhooks work."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from collector.acts import feed, notify
from collector.entries import Delivery, Notice
from collector.entries.notice import name_of
from collector.garden import Settings
from collector.notices import addresses
from collector.store import feeds, outbox, reads
from collector.web.context import Context, current
from collector.web.desk import door
from collector.web.desk.page import page
from collector.words import say

MOST = 50
"""Of each kind, the latest."""

FAILED = (Delivery.BOUNCED, Delivery.GIVEN_UP)


@dataclass(frozen=True)
class Line:
    """One notice as the page shows it."""

    notice: Notice
    what: str
    title: str
    to: str


def notices() -> Response:
    """What was told, waits and failed."""
    return _page()


def retry_notices() -> AnyResponse:
    """Try those that were chosen again, or all that failed."""
    context = current()
    outbox.retry(context.store, _chosen(context), context.clock())
    return redirect(url_for("desk.notices"), 303)


def drop_notices() -> AnyResponse:
    """Tell those that were chosen, or all that failed, to nobody."""
    outbox.drop(current().store, _chosen(current()))
    return redirect(url_for("desk.notices"), 303)


def test_notices() -> AnyResponse:
    """Send a test through mail or a webhook."""
    context = current()
    readers = _readers(context.garden.settings, request.form.get("to", ""))
    notify.test(context.store, readers, context.clock())
    return redirect(url_for("desk.notices") + "#waiting", 303)


def make_feed() -> Response:
    """A new address of the feed of what waits; it is shown once."""
    context = current()
    return _page(key=feed.make(context.store, door.me().account.name, context.clock()))


def revoke_feed() -> AnyResponse:
    """Take the feed's address back."""
    feed.revoke(current().store, door.me().account.name)
    return redirect(url_for("desk.notices"), 303)


def _page(**values: object) -> Response:
    context = current()
    settings = context.garden.settings
    failed = list(outbox.notices(context.store, *FAILED))
    waiting = list(outbox.notices(context.store, Delivery.NEW, Delivery.WAITING))
    sent = list(outbox.notices(context.store, Delivery.SENT))
    return page(
        "notices",
        say("desk-menu-notices"),
        failed=_lines(context, failed),
        waiting=_lines(context, waiting),
        sent=_lines(context, sent),
        counts={"failed": len(failed), "waiting": len(waiting), "sent": len(sent)},
        mail=settings.mail,
        telling=settings.notices,
        hooks=[(f"hook:{name_of(each.url)}", _host(each.url), each) for each in settings.webhooks],
        has_feed=feeds.of_account(context.store, door.me().account.name),
        **values,
    )


def _lines(context: Context, found: Iterable[Notice]) -> list[Line]:
    latest = sorted(found, key=lambda each: each.done or each.due, reverse=True)
    return [_line(context, each) for each in islice(latest, MOST)]


def _line(context: Context, notice: Notice) -> Line:
    entry = reads.entry(context.store, notice.about) if notice.about else None
    title = str(entry.answers.get("title", "")) if entry else ""
    to = _called(context.garden.settings, notice.to)
    return Line(notice, say(f"desk-event-{notice.event}"), title, to)


def _called(settings: Settings, to: str) -> str:
    """Who is told, as owners know them; of whoever follows an idea no address is shown."""
    kind, _, name = to.partition(":")
    if kind == "owner":
        found = (each for each in addresses(settings) if name_of(each) == name)
        return next(found, say("desk-reader-gone"))
    if kind == "hook":
        hosts = (_host(each.url) for each in settings.webhooks if name_of(each.url) == name)
        return next(hosts, say("desk-reader-gone"))
    return say("desk-reader-person" if kind else "desk-reader-open")


def _host(url: str) -> str:
    """An address without what may be its secret."""
    return urlsplit(url).hostname or ""


def _readers(settings: Settings, to: str) -> list[str]:
    if to == "mail":
        return [f"owner:{name_of(each)}" for each in settings.notices.to]
    return [to for each in settings.webhooks if to == f"hook:{name_of(each.url)}"]


def _chosen(context: Context) -> list[str]:
    one = request.form.get("ref", "")
    return [one] if one else [each.ref for each in outbox.notices(context.store, *FAILED)]
