"""Thanking an entry's author at the desk, in words that nobody else reads."""

from flask import redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from collector.acts import thank as acts
from collector.errors import Invalid
from collector.web import errors
from collector.web.context import current
from collector.web.desk import door
from collector.web.desk.entry import entry_page
from collector.web.desk.page import problems


def thank(ref: str) -> AnyResponse:
    """Say it; the author reads it behind the receipt."""
    context, text = current(), request.form.get("text", "")
    try:
        acts.thank(context.store, ref, text, door.me().account.name, context.clock())
    except Invalid as error:
        told = {"thanking": text, "thank_problem": problems(error)["text"]}
        return entry_page(ref, errors.status_of(error), **told)
    return redirect(url_for("desk.entry", ref=ref) + "#thank-yous", 303)


def unthank(ref: str) -> AnyResponse:
    """Erase what was said."""
    context, said = current(), request.form.get("said", "")
    by = door.me().account.name
    acts.unthank(context.garden, context.store, ref, said, by, context.clock())
    return redirect(url_for("desk.entry", ref=ref) + "#thank-yous", 303)
