"""`restore`: a backup takes the place of what is kept."""

import sys
from pathlib import Path

import click

from collector.cli.place import in_garden, now
from collector.errors import Conflict
from collector.garden import Garden
from collector.store.copies import restore as restoring
from collector.store.copies.inspection import Inspected
from collector.words import say


@click.command(hidden=True)
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Do not ask; a terminal is asked otherwise.")
@in_garden
def restore(garden: Garden, path: Path, yes: bool) -> None:
    """Put the backup FILE in the place of what is kept."""

    def agreed(found: Inspected) -> None:
        count = sum(found.counts.values())
        click.echo(say("told-sound", {"path": path, "count": count}))
        confirm(garden, path, yes=yes)

    restored = restoring.restore(garden, path, now(), agreed)
    if restored.replaced:
        click.echo(say("told-replaced", {"path": restored.replaced}))
    if not restored.has_checksum:
        click.echo(say("told-no-checksum"))
    click.echo(say("told-restored"))


def confirm(garden: Garden, path: Path, *, yes: bool) -> None:
    """Go on only if somebody says so. Raises Conflict where nobody can be asked."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise Conflict("restore-unconfirmed", path=path)
    asked = f"Put it in the place of what is kept in {garden.root}? A copy is made first."
    click.confirm(asked, abort=True)
