"""`slips`: a challenge's forms as a page to print."""

from pathlib import Path

import click

from collector import pages
from collector.cli.challenge import brief_of
from collector.cli.place import in_garden
from collector.garden import Garden
from collector.pages import Surroundings
from collector.words import say


@click.command(hidden=True)
@click.argument("slug")
@click.option("--form", default="", help="Only this form.")
@click.option("--language", default="", help="In a translation's words (default: the brief's).")
@click.option(
    "--to",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file (default: SLUG-slips.html, here).",
)
@in_garden
def slips(garden: Garden, slug: str, form: str, language: str, path: Path | None) -> None:
    """Print the forms of SLUG: a page with boxes, lines and a QR code."""
    brief = brief_of(garden, slug)
    around = Surroundings(garden=garden, site=garden.settings.site.url)
    target = path or Path(f"{slug}-slips.html")
    spoken = brief.spoken(language or brief.language)
    target.write_text(pages.slips(spoken, around, form), encoding="utf-8")
    click.echo(say("paper-printed", {"slug": slug, "path": target}))
