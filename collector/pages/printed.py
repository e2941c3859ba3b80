"""Pages to print: their sheets, with the kit's styles for paper."""

from collections.abc import Mapping

from markupsafe import Markup

from collector import kit, words
from collector.brief import Brief
from collector.garden import Settings
from collector.pages.render import render

PRINT_STYLE = "slips.css"
"""Among the theme's assets."""


def printed(
    template: str, brief: Brief, settings: Settings, style: str, facts: Mapping[str, object]
) -> str:
    """The page in the language that is spoken. `style` is the style sheet's address, without which
    the page holds the styles itself.
    """
    return render(
        template,
        {
            "brief": brief,
            "garden": settings.name,
            "zone": settings.zone,
            "language": words.language(),
            "direction": words.direction(),
            "style_sheet": style,
            "style": Markup() if style else _style(),
            **facts,
        },
    )


def _style() -> Markup:
    """The kit's own style sheet, as it stands."""
    return Markup((kit.THEME / "assets" / PRINT_STYLE).read_text("utf-8"))  # noqa: S704 - the kit's own
