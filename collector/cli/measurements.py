"""`import measurements`: what was measured of a challenge, from a table of days and values."""

from pathlib import Path

import click

from collector.acts import measure
from collector.acts.measure import By
from collector.cli.challenge import brief_of
from collector.cli.place import in_garden, now, opened
from collector.form.measured import read_measurements
from collector.garden import Garden
from collector.words import say


@click.command()
@click.argument("slug")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--by", required=True, help="Who brings them in.")
@click.option("--replace", "instead", is_flag=True, help="Put them in place of other values.")
@click.option("--dry-run", is_flag=True, help="Only say what would be kept.")
@in_garden
def measurements(
    garden: Garden, slug: str, file: Path, *, by: str, instead: bool, dry_run: bool
) -> int:
    """Keep the values of FILE as what was measured of SLUG: all of them, or none.

    The columns are day, value and, if you like, note.
    """
    brief = brief_of(garden, slug)
    today = now().astimezone(garden.settings.zone).date()
    table = read_measurements(file.read_bytes(), measure.measure_of(brief).unit, today)
    for fault in table.faults:
        click.echo(str(fault), err=True)
    if table.faults:
        click.echo(say("measured-refused"), err=True)
        return 1
    with opened(garden) as store:
        if dry_run:
            found = measure.foreseen(store, brief, table.rows)
        else:
            who = By(by.strip(), now())
            found = measure.bring_in(store, brief, table.rows, who, instead=instead)
    facts = {"new": len(found.new), "other": len(found.other), "same": len(found.same)}
    click.echo(say("measured-told-would" if dry_run else "measured-told", facts))
    return 0
