"""`publish`: a build, and then the owner's own command."""

import click

from collector.cli.build import make_site
from collector.cli.place import in_garden
from collector.garden import Garden
from collector.jobs.runner import run_then


@click.command()
@in_garden
def publish(garden: Garden) -> None:
    """Build, then run the command of `publish.then`."""
    make_site(garden)
    run_then(garden)
