"""`export`: what a challenge brought, as a spreadsheet."""

from pathlib import Path

import click

from collector import export as exporting
from collector import pages
from collector.cli.place import in_garden, now, opened
from collector.errors import Unknown
from collector.form import Definition
from collector.garden import Garden
from collector.store import reads


@click.command()
@click.argument("slug")
@click.option("--to", "path", required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--form", "name", default=None, help="Which form, where the file holds one.")
@click.option("--separator", default=",", show_default=True, help="Between the columns of a csv.")
@in_garden
def export(garden: Garden, slug: str, path: Path, name: str | None, separator: str) -> None:
    """Write the entries of SLUG to a .csv, .xlsx or .json file."""
    brief = next((each.brief for each in pages.check(garden) if each.path.stem == slug), None)
    if brief is None:
        raise Unknown("unknown-challenge", slug=slug)
    with opened(garden) as store:
        written = exporting.export(path, _material(store, brief), now())
    click.echo(f"{written} rows in {path}")
