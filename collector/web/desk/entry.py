"""One entry: everything it says, what was decided and answered, and a place to answer."""

from flask import Response, redirect, request, send_file, url_for
from werkzeug.wrappers import Response as AnyResponse

from collector.acts import desk, files, upkeep
from collector.acts.desk import LONGEST_REPLY
from collector.brief import FILE_TYPES
from collector.entries import MODERATING, Decision, Entry, ThankYou, Written
from collector.errors import Invalid, Unknown
from collector.store import reads, thank_yous, workshops
from collector.store.files import path_of
from collector.web import errors
from collector.web.context import Context, current
from collector.web.desk import door, idea
from collector.web.desk.cards import card, is_seen
from collector.web.desk.decide import notice
from collector.web.desk.door import Access
from collector.web.desk.page import page, problems
from collector.web.desk.talk import subject, talk_of


def entry(ref: str) -> Response:
    """The entry's page."""
    return entry_page(ref)


def reply(ref: str) -> AnyResponse:
    """Answer the entry in the garden's name."""
    context, text = current(), request.form.get("text", "")
    try:
        desk.reply(context.store, ref, text, door.me().account.name, context.clock())
    except Invalid as error:
        return entry_page(ref, errors.status_of(error), text=text, problem=problems(error)["text"])
    return redirect(url_for("desk.entry", ref=ref) + "#replies", 303)


def unreply(ref: str) -> AnyResponse:
    """Erase one of the entry's replies."""
    context, answer = current(), request.form.get("reply", "")
    by = door.me().account.name
    desk.unreply(context.garden, context.store, ref, answer, by, context.clock())
    return redirect(url_for("desk.entry", ref=ref) + "#replies", 303)


def erase(ref: str) -> AnyResponse:
    """Erase the entry for good."""
    context = current()
    by = door.me().account.name
    upkeep.erase(context.garden, context.store, ref, by, context.clock())
    return redirect(url_for("desk.entry", ref=ref), 303)


def file(ref: str) -> Response:
    """A file that came with an entry, to take home. Raises Unknown."""
    context = current()
    found = reads.file(context.store, ref)
    if found is None or not found.about:
        raise Unknown("no-file")
    try:
        return send_file(
            path_of(context.garden, found.ref),
            FILE_TYPES[found.type],
            as_attachment=True,
            download_name=found.name,
            conditional=False,
            etag=False,
            max_age=None,
        )
    except FileNotFoundError:
        raise Unknown("no-file") from None


def _files(context: Context, found: Entry) -> list[tuple[str, str]]:
    """The name and the words of each file that came with it; files are personal."""
    if not door.may(Access.DESK, found.challenge):
        return []
    kept = reads.files(context.store, about=found.ref)
    return [(each.ref, files.called(each)) for each in kept]


def _thank_yous(context: Context, found: Entry) -> list[ThankYou]:
    """What was said to its author alone, for those who may say it."""
    may = door.may(Access.DESK, found.challenge)
    return thank_yous.about(context.store, found.ref) if may else []


def _written(context: Context, found: Entry) -> Written | None:
    """In which workshop it was written, at which table; for whoever leads one."""
    may = door.may(Access.DESK, found.challenge)
    return workshops.about(context.store, found.ref) if may else None


def _decisions(context: Context, found: Entry) -> list[Decision]:
    """Who decided what on it is nothing for jurors."""
    shown = door.may(Access.VIEWER, found.challenge)
    return reads.decisions(context.store, about=found.ref) if shown else []


def entry_page(ref: str, status: int = 200, **values: object) -> Response:
    """Everything about one entry. Raises Unknown where whoever asks may see nothing of it."""
    context = current()
    found = reads.entry(context.store, ref)
    if found is None or not is_seen(found):
        raise Unknown("no-entry", ref=ref)
    shown = card(context, found)
    return page(
        "entry",
        shown.title,
        status,
        card=shown,
        files=_files(context, found),
        replies=reads.replies(context.store, found.challenge, about=ref),
        thank_yous=_thank_yous(context, found),
        decisions=_decisions(context, found),
        subject=subject(context, found),
        talk=talk_of(context, found),
        reasons=MODERATING,
        written=_written(context, found),
        notice=notice(context),
        back=request.path,
        longest=LONGEST_REPLY,
        garden=context.garden.settings.name,
        backups=context.garden.settings.backup.keep,
        **{**idea.facts(context, found), **values},
    )
