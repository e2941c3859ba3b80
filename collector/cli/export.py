"""`export`: what a challenge brought, as a spreadsheet."""

from pathlib import Path

import click

from collector import export as exporting
from collector import pages
from collector.cli.place import in_garden, now, opened
from collector.errors import Unknown
from collector.export import Choices
from collector.garden import Garden

A_STEP = 500
"""Entries between two looks at the bar."""


@click.command()
@click.argument("slug")
@click.option(
    "--to",
    "path",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file; its ending is the format.",
)
@click.option("--form", default="", help="Only this form; a .csv holds one.")
@click.option("--separator", default=",", show_default=True, help="Between columns of a .csv.")
@click.option("--codes", is_flag=True, help="A .csv for machines: codes instead of labels.")
@in_garden
def export(garden: Garden, slug: str, path: Path, form: str, separator: str, codes: bool) -> None:
    """Write the entries of SLUG to a .csv, .xlsx or .json file."""
    brief = next((each.brief for each in pages.check(garden) if each.path.stem == slug), None)
    if brief is None:
        raise Unknown("unknown-challenge", slug=slug)
    choices = Choices(form=form, separator=separator.replace("\\t", "\t"), codes=codes)
    with opened(garden) as store:
        when = now().astimezone(garden.settings.zone)
        material = exporting.gather(store, brief)
        size, label = material.size(form), f"Writing {path}"
        with click.progressbar(length=size, label=label, update_min_steps=A_STEP) as bar:
            written = exporting.export(path, material, when, choices, lambda _done: bar.update(1))
    click.echo(f"{written} entries in {path}")
