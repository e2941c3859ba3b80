"""`build` makes the site and swaps it in; `publish` also runs the owner's own command."""

import click

from collector import jobs
from collector.cli.place import in_garden, now, opened
from collector.garden import Garden
from collector.jobs.runner import run_then


@click.command()
@in_garden
def build(garden: Garden) -> None:
    """Make the site from the briefs and what is published."""
    _build(garden)


@click.command()
@in_garden
def publish(garden: Garden) -> None:
    """Build, then run the command of `publish.then`."""
    _build(garden)
    run_then(garden)


def _build(garden: Garden) -> None:
    with opened(garden) as store:
        built = jobs.rebuild(garden, store, now(), progress=click.echo)
    click.echo(f"The site stands in {built.public}")
