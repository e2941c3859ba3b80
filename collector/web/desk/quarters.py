"""Quarters: what each brought, as its owner may know it; to read, to print, to take home."""

from flask import Response, url_for
from markupsafe import Markup

from collector.acts import quota
from collector.brief import NotAQuarter, Quarter
from collector.draw.portfolio import amounts
from collector.errors import Unknown
from collector.export import plain_table
from collector.export.quarterly import Chronicle, numbers_table
from collector.models import QuarterlyReport
from collector.pages import quarterly
from collector.pages.models import address
from collector.web.context import Context, current
from collector.web.desk.door import Access
from collector.web.desk.download import written
from collector.web.desk.live_site import briefs_for, models_of
from collector.web.desk.page import page
from collector.words import say

SUFFIX = f"<any({', '.join(plain_table.WRITERS)}):suffix>"


def quarters() -> Response:
    """All of them, the newest first."""
    chronicle = _chronicle(current())
    told = [chronicle.told(each) for each in chronicle.quarters]
    return page("quarters", say("desk-menu-quarters"), told=told, amounts=amounts)


def quarter(name: str) -> Response:
    """One of them, in five chapters. Raises Unknown."""
    context, asked = current(), _asked(name)
    told, models = _chronicle(context).told(asked), models_of(context)
    own = next((each for each in models.reports if each.quarter == asked), None)
    chapters = quarterly.chapters(told, models, _ways(context), quarterly.written(own))
    return page(
        "quarter",
        say("quarter-title", {"quarter": asked}),
        state=_drawn(quarterly.state(told)),
        chapters=[(each, _drawn(each.poured)) for each in chapters],
        quarter=asked,
        own=_site(context, own),
        suffixes=[*plain_table.WRITERS],
    )


def download_quarter(name: str, suffix: str) -> Response:
    """Its numbers. Raises Unknown."""
    told = _chronicle(current()).told(_asked(name))
    file = f"report-{told.quarter}.{suffix}"
    return written(plain_table.WRITERS[suffix], [numbers_table(told)], file)


def _asked(name: str) -> Quarter:
    try:
        return Quarter.read(name)
    except NotAQuarter:
        raise Unknown("not-a-quarter", text=name) from None


def _chronicle(context: Context) -> Chronicle:
    store, now = context.store, context.local_time()
    briefs = [quota.standing(store, each, now) for each in briefs_for(context, Access.VIEWER)]
    return Chronicle.read(store, briefs, now)


def _ways(context: Context) -> quarterly.Ways:
    """To the desk's own pages, where there are any."""
    return quarterly.Ways(
        challenge=lambda slug: url_for("desk.challenge", slug=slug),
        idea=lambda _slug, ref: url_for("desk.entry", ref=ref),
        page=lambda place: context.site(f"/{place}"),
    )


def _site(context: Context, own: QuarterlyReport | None) -> str:
    """The address of its page on the site; empty where there is none."""
    return context.site(f"/{address(own.place)}") if own else ""


def _drawn(html: str) -> Markup:
    return Markup(html)  # noqa: S704 - drawn by templates that escape
