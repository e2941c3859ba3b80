"""The programme: how each challenge and the whole garden goes, on a page and to take home."""

from collections.abc import Callable, Mapping

from flask import Response
from markupsafe import Markup

from collector import published
from collector.analysis import LEAST
from collector.brief import Act, Brief
from collector.draw import Asked, aim, pace_in_short, weeks
from collector.draw.numbers import number, percent
from collector.errors import StoreError
from collector.export import numbers
from collector.export.programme import Programme, programme, together
from collector.published import Order, PublishedIdea, ordered
from collector.store import views
from collector.web.context import Context, current
from collector.web.desk import measure
from collector.web.desk.challenges import known
from collector.web.desk.door import Access
from collector.web.desk.download import written
from collector.web.desk.live_site import briefs_for
from collector.web.desk.page import page
from collector.words import day, say

MOST = 10
"""Promises and ideas that a list on the page holds."""

RANKED: Mapping[Order, Callable[[PublishedIdea], bool]] = {
    Order.TOP: lambda idea: idea.votes is not None and idea.votes.rank is not None,
    Order.RISING: lambda idea: idea.votes is not None and idea.votes.rising is not None,
}
"""The orders of which the first are told, and which ideas have a place in them."""

SUFFIX = f"<any({', '.join(numbers.WRITERS)}):suffix>"


def programmes() -> Response:
    """All challenges together and one by one, of those that whoever asks may see."""
    context = current()
    briefs = briefs_for(context, Access.VIEWER)
    each = _read(context, briefs)
    return _shown(
        context,
        "programmes",
        say("desk-menu-programme"),
        together(each.values()),
        briefs,
        each=[(brief, each[brief.slug]) for brief in briefs],
    )


def programme_of(slug: str) -> Response:
    """One challenge."""
    context = current()
    brief = known(context, slug)
    return _shown(
        context,
        "programme",
        say("programme-of", {"title": brief.title}),
        _read(context, [brief])[slug],
        [brief],
        brief=brief,
        progress=measure.drawn(context, brief),
        ranked=_ranked(context, slug),
    )


def download_programmes(suffix: str) -> Response:
    """The numbers of all challenges that whoever asks may see."""
    context = current()
    told = _read(context, briefs_for(context, Access.VIEWER))
    return _sent(told, "programme", suffix)


def download_programme(slug: str, suffix: str) -> Response:
    """The numbers of one."""
    context = current()
    return _sent(_read(context, [known(context, slug)]), f"{slug}-programme", suffix)


def _shown(
    context: Context,
    name: str,
    title: str,
    told: Programme,
    briefs: list[Brief],
    **facts: object,
) -> Response:
    asked = Asked("weeks", say("programme-weeks"))
    chart = weeks(told.weeks, asked, seen=told.funnel.seen is not None)
    return page(
        name,
        title,
        told=told,
        today=context.local_time().date(),
        chart=Markup(chart),  # noqa: S704 - drawn here, every text escaped
        least=LEAST,
        most=MOST,
        day=day,
        percent=percent,
        number=number,
        aim=aim,
        pace_in_short=pace_in_short,
        titles={each.slug: each.title for each in briefs},
        has_ideas=told.funnel.sent > 0 or any(each.does(Act.SUBMIT) for each in briefs),
        is_split=context.garden.settings.is_split,
        **facts,
    )


def _sent(told: Mapping[str, Programme], name: str, suffix: str) -> Response:
    return written(numbers.WRITERS[suffix], [*numbers.lines(told)], f"{name}.{suffix}")


def _read(context: Context, briefs: list[Brief]) -> dict[str, Programme]:
    split, now = context.garden.settings.is_split, context.local_time()
    seen = views.by_day(context.store, [each.slug for each in briefs])
    return {
        each.slug: programme(context.store, each, None if split else seen[each.slug], now)
        for each in briefs
    }


def _ranked(context: Context, slug: str) -> dict[Order, list[PublishedIdea]]:
    """The first ideas by the orders that are published; none while counts are not shown."""
    try:
        data = published.read(context.garden.published / f"{slug}.json")
    except StoreError:
        return {}
    if data is None:
        return {}
    told = {order: ordered(data.ideas, order, slug, data.as_of) for order in RANKED}
    return {
        order: [idea for idea in ideas[:MOST] if RANKED[order](idea)]
        for order, ideas in told.items()
        if order in data.orders
    }
