"""Download: what a challenge brought, as a file to take home.

The file is made whole, on disk, before a byte of it is sent: a slow browser holds no memory, and
what goes wrong is told instead of breaking off.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from threading import BoundedSemaphore
from typing import BinaryIO, TypeAlias, TypeVar

from flask import Response, request, send_file

from collector import export
from collector.brief import Brief
from collector.entries import State
from collector.errors import ExportError, Refused, TooMany, Unknown
from collector.export import STATES, Choices, Selection, What
from collector.web.context import current
from collector.web.desk.challenges import known

FORMATS = ("csv", "xlsx", "ods", "json")
"""A csv holds one table, the others all of them."""

T = TypeVar("T")

Writer: TypeAlias = Callable[[BinaryIO, T, datetime, Path], None]
"""It also takes the time and where drafts are kept."""

PATIENCE = 10
"""Seconds to wait for one's turn."""

_turns = BoundedSemaphore(1)


def download(slug: str, suffix: str) -> Response:
    """The file, made from what is kept now.

    Raises Unknown for a form that is none, Refused for what can't be asked for, and TooMany.
    """
    context = current()
    brief = known(context, slug)
    form, what = request.args.get("form", ""), _what(request.args.get("what", ""))
    if form or (suffix == "csv" and what is None):
        form = _form(brief, form)
    now = context.local_time()
    with turn():
        try:
            choices = Choices(form=form, what=what, only=_selection())
            material = export.gather(context.store, brief, context.garden.settings.zone)
            file = export.spool(context.garden.var, f".{suffix}", material, now, choices)
        except ExportError as error:
            raise Refused(error.reason, **error.facts) from error
    name = "-".join(filter(None, (slug, form, what)))
    return sent(file, f"{name}.{suffix}", export.FORMATS[f".{suffix}"].media_type)


def download_polis(slug: str) -> Response:
    """The files that Polis' tools read, packed into one. Raises Refused where there are none."""
    context = current()
    brief, settings = known(context, slug), context.garden.settings
    with turn():
        try:
            about = export.conversation(context.store, brief, settings.site.url)
            file = export.spool_polis(context.garden.var, about, settings.zone)
        except ExportError as error:
            raise Refused(error.reason, **error.facts) from error
    return sent(file, f"{slug}-polis.zip", "application/zip")


def download_contacts(slug: str) -> Response:
    """Who agreed to be written to, as a table for a CRM. Raises Refused where nobody is asked."""
    context = current()
    brief, zone = known(context, slug), context.garden.settings.zone
    purpose = request.args.get("purpose", "")
    with turn():
        try:
            found = export.contacts(context.store, brief, zone, purpose)
            file = export.spool_contacts(context.garden.var, found)
        except ExportError as error:
            raise Refused(error.reason, **error.facts) from error
    return sent(file, f"{slug}-{purpose or 'contacts'}.csv", export.FORMATS[".csv"].media_type)


def sent(file: BinaryIO, name: str, media_type: str) -> Response:
    """The file as an attachment of this name, which says how long it is."""
    length = file.tell()
    file.seek(0)
    response = send_file(file, media_type, as_attachment=True, download_name=name)
    response.content_length = length
    return response


def written(how: tuple[Writer[T], str], told: T, name: str) -> Response:
    """A small table, made in memory; `how` is its writer, and what the file is to a browser."""
    context, file = current(), BytesIO()
    write, media_type = how
    write(file, told, context.local_time(), context.garden.var)
    return sent(file, name, media_type)


def _selection() -> Selection:
    """Which entries were asked for, by the address. Raises Refused."""
    told = request.args
    return Selection(
        begin=_day(told.get("from", "")),
        end=_day(told.get("until", "")),
        states=tuple(map(_state, told.getlist("state"))),
        languages=tuple(told.getlist("language")),
    )


def _what(text: str) -> What | None:
    """What of it; None if nothing was asked for. Raises Refused."""
    try:
        return What(text) if text else None
    except ValueError:
        raise Refused("export-no-what", text=text, known=", ".join(What)) from None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Refused("export-no-day", text=text) from None


def _state(text: str) -> State:
    found = next((state for state in STATES if state.value == text), None)
    if found is None:
        raise Refused("export-no-state", text=text, states=", ".join(STATES))
    return found


@contextmanager
def turn() -> Iterator[None]:
    """A worker makes one file at a time: they may be long, and visitors need its threads."""
    if not _turns.acquire(timeout=PATIENCE):
        raise TooMany("download-busy", wait=PATIENCE)
    try:
        yield
    finally:
        _turns.release()


def _form(brief: Brief, name: str) -> str:
    """The name of the form that was asked for, the first if none was."""
    found = next((each.name for each in brief.forms if name in ("", each.name)), None)
    if found is None:
        raise Unknown("no-form", form=name)
    return found
