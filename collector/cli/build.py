"""`build`: the site, made from the briefs and what is published."""

import click

from collector import jobs
from collector.cli.place import in_garden, now, opened
from collector.garden import Garden
from collector.words import say


@click.command()
@in_garden
def build(garden: Garden) -> None:
    """Make the site from the briefs and what is published."""
    make_site(garden)


def make_site(garden: Garden) -> None:
    """Build, and say where the site stands."""
    with opened(garden) as store:
        built = jobs.rebuild(garden, store, now(), progress=click.echo)
    click.echo(say("told-built", {"path": built.public}))
