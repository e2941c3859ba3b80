"""An address as a QR code, for posters and slips: what a phone reads from paper."""

from io import BytesIO

import segno
from markupsafe import Markup

from collector.words import say


def code(address: str, name: str) -> Markup:
    """The code as SVG of class `name`, without any inline style; it scales with the page."""
    drawing = BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawing,
        kind="svg",
        xmldecl=False,
        svgclass=name,
        lineclass=None,
        omitsize=True,
        light="#fff",
        title=say("paper-code", {"address": address}),
        nl=False,
    )
    return Markup(drawing.getvalue().decode())  # noqa: S704 - drawn here, from an address of ours
