"""The poster: a sheet of A4 with a challenge's title, its address and a code that phones read."""

from io import BytesIO

import segno
from flask import Response, request
from markupsafe import Markup

from collector.web.context import Context, current
from collector.web.desk.challenges import known
from collector.web.desk.page import page
from collector.words import say


def poster(slug: str) -> Response:
    """The challenge's poster, to be printed."""
    context = current()
    brief = known(context, slug)
    address = f"{_site(context)}/challenges/{slug}/"
    return page(
        "poster",
        brief.title,
        brief=brief,
        garden=context.garden.settings.name,
        address=address,
        spoken=address.split("://", 1)[-1].rstrip("/"),
        code=drawn(address),
        elsewhere=bool(context.garden.settings.site.url),
    )


def drawn(address: str) -> Markup:
    """The address as a QR code: SVG without any inline style."""
    drawing = BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawing,
        kind="svg",
        xmldecl=False,
        svgclass="ig-desk-code",
        lineclass=None,
        omitsize=True,
        light="#fff",
        title=say("desk-poster-code", {"address": address}),
        nl=False,
    )
    return Markup(drawing.getvalue().decode())  # noqa: S704 - drawn here, from an address of ours


def _site(context: Context) -> str:
    return (context.garden.settings.site.url or request.host_url).rstrip("/")
