"""Whether anybody is told anything: mail and webhooks, and what of it failed lately."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from collector.entries import Delivery
from collector.garden import Settings
from collector.store.doctor.sign import Sign, ok, warning
from collector.store.engine import Connection
from collector.store.statements import sql_name

TABLE = sql_name("notices")
LATELY = timedelta(days=7)


def telling(settings: Settings) -> Iterator[Sign]:
    """What is set; neither is needed."""
    if settings.mail.host:
        yield ok("doctor-mail", host=settings.mail.host, sender=settings.mail.from_)
    else:
        yield ok("doctor-no-mail")
    if settings.webhooks:
        hosts = sorted({urlsplit(each.url).hostname or "?" for each in settings.webhooks})
        yield ok("doctor-webhooks", count=len(settings.webhooks), hosts=", ".join(hosts))
    else:
        yield ok("doctor-no-webhooks")


def notices(connection: Connection, now: datetime) -> Iterator[Sign]:
    """What failed for good in the last days, and what is still tried again."""
    if not connection.has_table(TABLE):
        return
    rows = connection.run(f"SELECT doc FROM {TABLE}").fetchall()  # noqa: S608  # our own name
    known = [json.loads(text) for (text,) in rows]
    failed = [each for each in known if _is_failed(each, now)]
    tried = [each for each in known if each["state"] == Delivery.WAITING and each["error"]]
    if failed:
        cause = max(failed, key=lambda each: str(each["done"]))["error"]
        yield warning("doctor-notices-failed", count=len(failed), cause=cause)
    if tried:
        cause = max(tried, key=lambda each: str(each["due"]))["error"]
        yield warning("doctor-notices-tried", count=len(tried), cause=cause)
    if known and not failed and not tried:
        yield ok("doctor-notices-ok")


def _is_failed(notice: dict[str, str], now: datetime) -> bool:
    over = notice["state"] in (Delivery.BOUNCED, Delivery.GIVEN_UP)
    return over and datetime.fromisoformat(notice["done"]) > now - LATELY
