"""The poster: a sheet of A4 with a challenge's title, its address and a code that phones read."""

from flask import Response, request

from collector.brief import HIDDEN, address_of
from collector.draw import code
from collector.web.context import Context, current
from collector.web.desk.challenges import known
from collector.web.desk.page import page
from collector.web.public.arrival import ORIGIN


def poster(slug: str) -> Response:
    """The challenge's poster, to be printed; its code may say where it hangs."""
    context = current()
    brief = known(context, slug)
    plain, origin = address_outside(context, address_of(brief)), request.args.get("from", "")
    origin = origin if ORIGIN.fullmatch(origin) else ""
    address = f"{plain}?from={origin}" if origin else plain
    return page(
        "poster",
        brief.title,
        brief=brief,
        garden=context.garden.settings.name,
        address=address,
        origin=origin,
        spoken=plain.split("://", 1)[-1].rstrip("/"),
        code=code(address, "ig-desk-code"),
        elsewhere=bool(context.garden.settings.site.url),
    )


def address_outside(context: Context, path: str) -> str:
    """A page's address from outside; what only the invited see, the collector shows."""
    return (context.home if path.startswith(HIDDEN) else site_address(context)) + path


def site_address(context: Context) -> str:
    """Where the site is, by the settings, else where this was asked."""
    return (context.garden.settings.site.url or request.host_url).rstrip("/")
