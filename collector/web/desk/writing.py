"""A challenge is written: saved as a draft, checked at the line, published."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import cast

from flask import Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from collector import brief
from collector.acts import challenge_file, three_way
from collector.acts.challenge_file import Changed
from collector.errors import Finding, Refused, Severity
from collector.pages import lock
from collector.web import errors
from collector.web.context import Context, current
from collector.web.desk.sheet import Sheet, mark, read, shown, standing_facts
from collector.words import say

TOLD = ("saved", "published", "pictured", "unpictured", "begun")
"""What a page may say was done just before."""


def write(slug: str) -> Response:
    """The text of a challenge, its draft if there is one. Raises Unknown."""
    written = challenge_file.found(current().garden, slug)
    done = request.args.get("done", "")
    message = say(f"write-done-{done}") if done in TOLD else ""
    return shown(Sheet(written, written.text, written.text, message))


def written(slug: str) -> AnyResponse:
    """Do what the pressed button says with the text as it was typed."""
    context, typed = current(), request.form
    sheet = Sheet(
        challenge_file.found(context.garden, slug),
        challenge_file.BREAK.sub("\n", typed.get("text", "")),
        challenge_file.BREAK.sub("\n", typed.get("began", "")),
    )
    what, _, which = typed.get("do", "check").partition(":")
    try:
        challenge_file.cleaned(sheet.text)
        return DOES.get(what, _check)(context, sheet, which)
    except Refused as error:
        return shown(replace(sheet, message=errors.message(error)), errors.status_of(error))


def discard_draft(slug: str) -> AnyResponse:
    """Throw the draft away; what visitors see stays. Raises Unknown and Conflict."""
    garden = current().garden
    with lock.waiting(garden.var / "write.lock"):
        challenge_file.discard(garden, slug, request.form.get("began", ""))
    return redirect(url_for("desk.beginnings"), 303)


def standing(slug: str) -> Response:
    """Where the challenge stands on the site, for a script that asks again and again."""
    context = current()
    found = challenge_file.found(context.garden, slug)
    response = Response(
        render_template("desk/write_standing.html", **standing_facts(context, found))
    )
    response.add_etag()
    return cast("Response", response.make_conditional(request))


def _check(_context: Context, sheet: Sheet, _which: str) -> Response:
    return shown(sheet)


def _save(context: Context, sheet: Sheet, _which: str) -> AnyResponse:
    try:
        with lock.waiting(context.garden.var / "write.lock"):
            challenge_file.save(context.garden, sheet.name, sheet.text, sheet.began)
    except Changed as error:
        return _brought_together(context, sheet, error)
    return _again(sheet, "saved")


def _publish(context: Context, sheet: Sheet, _which: str) -> AnyResponse:
    found = read(context, sheet.name, sheet.text).findings
    if any(each.severity is Severity.ERROR for each in found):
        return shown(replace(sheet, message=say("write-not-published")), 422)
    try:
        with lock.waiting(context.garden.var / "write.lock"):
            challenge_file.save(context.garden, sheet.name, sheet.text, sheet.began)
            challenge_file.publish(context.garden, context.store, sheet.name, context.clock())
    except Changed as error:
        return _brought_together(context, sheet, error)
    return _again(sheet, "published")


def _theirs(_context: Context, sheet: Sheet, which: str) -> Response:
    """Go on with what somebody else wrote."""
    stands = sheet.written
    text = stands.public or "" if which == "public" else stands.text
    told = say("write-took-theirs")
    return shown(replace(sheet, text=text, began=stands.text, message=told))


def _fix(context: Context, sheet: Sheet, which: str) -> Response:
    """Take the line that a finding suggests."""

    def check(text: str) -> tuple[Finding, ...]:
        return read(context, sheet.name, text).findings

    meant = next((each for each in check(sheet.text) if mark(each) == which), None)
    mended = brief.mend(sheet.text, meant, check) if meant else None
    if mended is None:
        reason = "write-fix-by-hand" if meant else "write-fix-gone"
        line = meant.line if meant else 0
        return shown(replace(sheet, message=say(reason), line=line), 409)
    text, line = mended
    return shown(replace(sheet, text=text, message=say("write-fixed", {"line": line}), line=line))


def _insert(_context: Context, sheet: Sheet, which: str) -> Response:
    """Put a question, a section or a setting into the text."""
    piece = which or request.form.get("piece", "")
    if piece not in brief.PIECES:
        return shown(sheet)
    after, form = (request.form.get(each, 0, type=int) for each in ("line", "into"))
    text, line = brief.insert(sheet.text, piece, after=max(after, 0), form=form)
    told = say("write-inserted", {"line": line})
    return shown(replace(sheet, text=text, message=told, line=line))


def _brought_together(context: Context, sheet: Sheet, error: Changed) -> Response:
    """Both texts in one where their lines do not clash, else side by side. Nothing is saved."""
    public = error.facts["file"] == challenge_file.path_of(context.garden, sheet.name).name
    if public:
        challenge_file.note_begun(context.garden, sheet.name)
    standing = challenge_file.found(context.garden, sheet.name)
    merged = three_way.merge(error.began, challenge_file.cleaned(sheet.text), error.stands)
    text, theirs = (sheet.text, error.stands) if merged is None else (merged, "")
    reason = "write-clash" if merged is None else "write-merged"
    message = say(reason, {"file": error.facts["file"]})
    return shown(Sheet(standing, text, standing.text, message, theirs, public), 409)


def _again(sheet: Sheet, done: str) -> AnyResponse:
    return redirect(url_for("desk.write", slug=sheet.name, done=done), 303)


DOES: Mapping[str, Callable[[Context, Sheet, str], AnyResponse]] = {
    "check": _check,
    "save": _save,
    "publish": _publish,
    "theirs": _theirs,
    "fix": _fix,
    "insert": _insert,
}
"""What the buttons of the page say."""
