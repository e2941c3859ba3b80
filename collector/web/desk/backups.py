"""The backups: which there are, one more, a look whether one is sound, and taking one home.

A restore replaces what is served, so it is done on the server; the page says how.
"""

from flask import Response, redirect, request, send_file, url_for
from werkzeug.wrappers import Response as AnyResponse

from collector.acts import people
from collector.entries import JobKind
from collector.errors import Conflict, Invalid, StoreError, TooMany, Unknown
from collector.store import reads, writes
from collector.store.copies import backup
from collector.store.copies.backup import Backup
from collector.store.copies.restore import verify
from collector.web import errors
from collector.web.context import Context, current
from collector.web.desk import door, recipes
from collector.web.desk.log_in import take_limit
from collector.web.desk.page import page, problems
from collector.words import decimal, say

MEGABYTE = 1_000_000


def backups() -> Response:
    """All of them, the newest first."""
    return _page()


def make_backup() -> AnyResponse:
    """Leave one to make; the runner does it in a moment. Raises Conflict where none are kept."""
    context = current()
    if not context.garden.settings.backup.keep:
        raise Conflict("backup-none", path=context.garden.backups)
    writes.enqueue(context.store, JobKind.BACKUP, "", context.clock())
    return redirect(url_for("desk.backups", asked=1), 303)


def verify_backup() -> Response:
    """Read one to its end. Raises Unknown."""
    found = _asked(current())
    try:
        count = sum(verify(found.path).counts.values())
    except StoreError as error:
        return _page(409, message=say(error.reason, error.facts))
    return _page(sound=found.path.name, count=count)


def download_backup() -> AnyResponse:
    """A copy of everything to take home, against one's own password. Raises Unknown."""
    context, found = current(), _asked(current())
    try:
        take_limit()
        people.prove(context.store, door.me().account.name, request.form.get("password", ""))
    except (Invalid, TooMany) as error:
        said = problems(error)["password"] if isinstance(error, Invalid) else errors.message(error)
        return _page(errors.status_of(error), refused=found.path.name, problem=said)
    return send_file(
        found.path,
        "application/vnd.sqlite3",
        as_attachment=True,
        download_name=found.path.name,
        conditional=False,
        etag=False,
        max_age=None,
    )


def _asked(context: Context) -> Backup:
    """The one that the form names, out of those that are there: never a path of its own."""
    name = request.form.get("name", "")
    found = next((each for each in backup.kept(context.garden) if each.path.name == name), None)
    if found is None:
        raise Unknown("no-backup-of-name")
    return found


def _page(status: int = 200, **values: object) -> Response:
    context = current()
    found = backup.kept(context.garden)
    jobs = [each for each in reads.jobs(context.store) if each.kind is JobKind.BACKUP]
    waiting = next((each for each in jobs if not each.done), None)
    return page(
        "backups",
        say("desk-garden-backups"),
        status,
        backups=found,
        restoring=recipes.restoring(context.garden, found[0].path if found else None),
        key=context.garden.secret,
        waiting=waiting,
        asked=request.args.get("asked"),
        keep=context.garden.settings.backup.keep,
        megabytes=lambda size: decimal(f"{size / MEGABYTE:.1f}"),
        **values,
    )
