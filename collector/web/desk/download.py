"""Download: what a challenge brought, as a file to take home.

The file is made whole, on disk, before a byte of it is sent: a slow browser holds no memory, and
what goes wrong is told instead of breaking off.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from flask import Response, request, send_file

from collector import export
from collector.brief import Brief
from collector.errors import ExportError, Refused, TooMany, Unknown
from collector.export import Choices
from collector.web.context import current
from collector.web.desk.challenges import known

FORMATS = ("csv", "xlsx", "json")
"""A csv holds one form, the others all of them."""

PATIENCE = 10
"""Seconds to wait for one's turn."""

_turns = BoundedSemaphore(1)


def download(slug: str, suffix: str) -> Response:
    """The file, made from what is kept now. Raises Unknown for a form that is none, and TooMany."""
    context = current()
    brief = known(context, slug)
    form = request.args.get("form", "")
    if suffix == "csv" or form:
        form = _form(brief, form)
    now = context.clock().astimezone(context.garden.settings.zone)
    material = export.gather(context.store, brief)
    with _turn():
        try:
            file = export.spool(context.garden.var, f".{suffix}", material, now, Choices(form=form))
        except ExportError as error:
            raise Refused(error.reason, **error.facts) from error
    length = file.tell()
    file.seek(0)
    name = "-".join(filter(None, (slug, form))) + f".{suffix}"
    media_type = export.FORMATS[f".{suffix}"].media_type
    response = send_file(file, media_type, as_attachment=True, download_name=name)
    response.content_length = length
    return response


@contextmanager
def _turn() -> Iterator[None]:
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
