"""Bringing in a table: ideas, or answers on slips, from a spreadsheet of somebody's own.

    upload ─► look: which heading means what, all faults, what would be kept ─► keep: all or none

Nothing is stored between the steps: the table travels with the form.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from flask import Response, request, url_for

from collector.acts import typed, visit
from collector.acts.typed import SOURCES, Batch
from collector.errors import GardenError
from collector.form.typed import Fault, Slips, headings, meant, read_slips, template, wanted
from collector.web import errors
from collector.web.context import Context, current
from collector.web.desk import door
from collector.web.desk.behalf import target_of
from collector.web.desk.handed_in import handed_in
from collector.web.desk.page import page
from collector.web.public.target import Target
from collector.words import name_of, say

LARGEST = 1024 * 1024
"""Bytes of a table."""
MOST_ROWS = 2_000
SHOWN = 5
"""Rows that are shown as they would be kept."""
MOST_FAULTS = 200
"""That are listed; the others are counted."""


@dataclass(frozen=True)
class Table:
    """A table as it was handed in, and how it is to be read."""

    target: Target
    text: str
    source: str
    heads: tuple[str, ...] = ()
    named: Mapping[str, str] | None = None
    fault: str = ""
    """Why it can't be read at all."""


def bring_page(slug: str) -> Response:
    """Ask for the table. Raises Unknown where the challenge has no such form."""
    return _page(Table(target_of(slug), "", request.args.get("source", "")))


def bring(slug: str) -> Response:
    """Look through the table, or keep what it holds: all of it, or nothing."""
    context, table = current(), _table(target_of(slug))
    if table.fault or not table.heads:
        return _page(table, 422)
    slips = _slips(context, table)
    if request.form.get("do") != "keep" or slips.faults or table.source not in SOURCES:
        return _page(table, 422 if slips.faults else 200, slips)
    try:
        brought = typed.bring_in(
            context.store, _batch(table, slips), context.secret, context.clock()
        )
    except GardenError as error:
        failed = replace(table, fault=errors.message(error))
        return _page(failed, errors.status_of(error))
    return _page(replace(table, text="", heads=()), 200, brought=brought)


def bring_template(slug: str) -> Response:
    """The table's heads, to be filled in below."""
    target = target_of(slug)
    text = template(target.form, terms=bool(target.terms))
    response = Response("\ufeff" + text, mimetype="text/csv")
    name = f"{slug}-{target.form.name}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _table(target: Target) -> Table:
    """What the post brings: a file, or the text of one that was looked at before."""
    content, source = _content(), request.form.get("source", "")
    if len(content) > LARGEST:
        return Table(target, "", source, fault=say("bring-large"))
    found = headings(content, target.form)
    if isinstance(found, Fault):
        return Table(target, "", source, fault=str(found))
    terms = target.terms is not None
    columns = wanted(target.form, terms=terms)
    named = meant(target.form, found, terms=terms)
    for number, head in enumerate(found):
        chosen = request.form.get(f"column-{number}")
        if chosen is not None and (chosen in columns or not chosen):
            named[head] = chosen
    return Table(target, _text(content), source, found, named)


def _content() -> bytes:
    """The file as it lies on somebody's disk; its text, where that came along."""
    content = handed_in("table", LARGEST)
    return content or request.form.get("content", "").encode("utf-8", "replace")


def _text(content: bytes) -> str:
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    return content.decode("utf-16" if marked else "utf-8-sig")


def _slips(context: Context, table: Table) -> Slips:
    slips = read_slips(
        table.text.encode(),
        table.target.form,
        today=context.today(context.clock()),
        terms=table.target.terms is not None,
        named=table.named,
    )
    if len(slips.good) + len(slips.bad) > MOST_ROWS:
        last = Fault(MOST_ROWS + 2, MOST_ROWS + 2, "", "bring-rows", {"most": MOST_ROWS})
        return replace(slips, faults=(last,))
    return slips


def _batch(table: Table, slips: Slips) -> Batch:
    terms = table.target.terms
    return Batch(
        brief=table.target.brief,
        form=table.target.form,
        slips=slips.good,
        source=table.source,
        by=door.me().account.name,
        terms=visit.Accepted(terms.hash, terms.text) if terms else None,
    )


def _page(
    table: Table, status: int = 200, slips: Slips | None = None, **values: object
) -> Response:
    context, target = current(), table.target
    brief, form = target.brief, target.form
    batch = _batch(table, slips) if slips and not slips.faults else None
    return page(
        "bringing",
        say("bring-title", {"title": brief.title}),
        status,
        brief=brief,
        form=form,
        table=table,
        slips=slips,
        ready=batch is not None,
        faults=[str(each) for each in slips.faults[:MOST_FAULTS]] if slips else [],
        shown=[each.answers for each in slips.good[:SHOWN]] if slips else [],
        columns=_called(target),
        before=typed.foreseen(context.store, batch, context.secret).before if batch else 0,
        sources=SOURCES,
        largest=LARGEST // 1024 // 1024,
        most=MOST_ROWS,
        languages={each.language: name_of(each.language) for each in brief.editions},
        action=url_for("desk.bring", slug=brief.slug, form=form.name, language=brief.language),
        **values,
    )


def _called(target: Target) -> dict[str, str]:
    """What a heading may mean, in words."""
    columns = wanted(target.form, terms=target.terms is not None)
    return {column: words or say(f"bring-column{column}") for column, words in columns.items()}
