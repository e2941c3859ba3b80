"""Live sheets: an address that a spreadsheet reads by itself, for as long as its maker may."""

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from collector import export
from collector.acts import sheet as acts
from collector.brief import Brief
from collector.entries import SheetKey
from collector.errors import ExportError, Refused, Unknown
from collector.export import Choices, What
from collector.garden import CONTACTS
from collector.store import sheets as kept
from collector.web.context import Context, current
from collector.web.desk import door
from collector.web.desk.challenges import known
from collector.web.desk.download import sent, turn
from collector.web.desk.page import page
from collector.words import say

HOURLY = 240
"""Times that a network may ask in an hour: a few sheets, each every few minutes."""


def sheets(slug: str) -> Response:
    """The addresses that there are, and one to make."""
    return _page(slug)


def make_sheet(slug: str) -> Response:
    """A new address; it is shown once. Raises Refused for what the challenge has not."""
    context = current()
    what = request.form.get("what", "")
    if what not in _offered(known(context, slug)):
        raise Refused("sheet-no-what")
    account = door.me().account.name
    key = acts.make(context.store, account, slug, what, context.clock())
    return _page(slug, key=key)


def revoke_sheet(slug: str) -> AnyResponse:
    """Take an address back."""
    acts.revoke(current().store, slug, request.form.get("key", ""))
    return redirect(url_for("desk.sheets", slug=slug), 303)


def sheet(key: str) -> Response:
    """The table as it is now. Raises Unknown for a wrong key, TooMany."""
    context = current()
    now = context.clock()
    context.limits.take("sheets", request.remote_addr or "", HOURLY, now)
    found = acts.opened(context.store, key)
    brief = context.live().briefs.get(found.challenge)
    if brief is None or found.what not in _offered(brief):
        raise Unknown("no-page")
    response = _table(context, brief, found)
    response.headers["Content-Disposition"] = "inline"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _table(context: Context, brief: Brief, key: SheetKey) -> Response:
    store, garden, zone = context.store, context.garden, context.garden.settings.zone
    with turn():
        try:
            if key.what == CONTACTS:
                file = export.spool_contacts(garden.var, export.contacts(store, brief, zone))
            else:
                material = export.gather(store, brief, zone)
                now = context.clock().astimezone(zone)
                file = export.spool(garden.var, ".csv", material, now, _choices(brief, key.what))
        except ExportError as error:
            raise Refused(error.reason, **error.facts) from error
    return sent(file, f"{key.challenge}.csv", export.FORMATS[".csv"].media_type)


def _choices(brief: Brief, what: str) -> Choices:
    if any(each.name == what for each in brief.forms):
        return Choices(form=what)
    return Choices(what=What(what.removeprefix("-")))


def _offered(brief: Brief) -> dict[str, str]:
    """What there may be an address of, and what it is called; a form by its name."""
    listed = (What.COMMENTS, What.VOTES, What.DECISIONS)
    contacts = {CONTACTS: say("contacts-title")} if export.purposes(brief) else {}
    forms = {each.name: each.label for each in brief.forms}
    return {**forms, **{f"-{each}": say(f"export-csv-{each}") for each in listed}, **contacts}


def _page(slug: str, **values: object) -> Response:
    context = current()
    brief = known(context, slug)
    return page(
        "sheets",
        say("sheets-title"),
        brief=brief,
        offered_sheets=_offered(brief),
        keys=kept.of_challenge(context.store, slug),
        **values,
    )
