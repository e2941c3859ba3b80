"""`load`: a dump takes the place of what is kept."""

from pathlib import Path

import click

from collector.cli.dump import tell_counts
from collector.cli.place import in_garden, now
from collector.cli.restore import confirm
from collector.garden import Garden
from collector.store.copies import portable
from collector.words import say


@click.command(hidden=True)
@click.argument(
    "path", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@click.option("--replace", is_flag=True, help="Replace what is kept; a copy is made first.")
@click.option("--yes", is_flag=True, help="Do not ask before replacing; a terminal is asked.")
@in_garden
def load(garden: Garden, path: Path, replace: bool, yes: bool) -> None:
    """Fill the garden from FILE: a dump, or any file of TinyDB's."""
    if replace:
        confirm(garden, path, yes=yes)
    size = path.stat().st_size
    with click.progressbar(length=size, label=say("told-reading", {"path": path})) as bar:
        loaded = portable.load(
            garden, path, now(), replace=replace, progress=lambda read: bar.update(read - bar.pos)
        )
    tell_counts(loaded.counts)
    if loaded.left_out:
        click.echo(say("told-left-out", {"names": ", ".join(sorted(loaded.left_out))}))
    if loaded.replaced:
        click.echo(say("told-replaced", {"path": loaded.replaced}))
    click.echo(say("told-loaded", {"count": sum(loaded.counts.values())}))
