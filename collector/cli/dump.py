"""`dump`: all that is kept, as one file that TinyDB reads."""

from collections.abc import Mapping
from pathlib import Path

import click

from collector.cli.place import in_garden, opened
from collector.garden import Garden
from collector.store.copies import portable
from collector.words import say


@click.command(hidden=True)
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@in_garden
def dump(garden: Garden, path: Path) -> None:
    """Write all that is kept to FILE, a JSON file that TinyDB opens."""
    with opened(garden) as store:
        counts = portable.dump(garden, store, path)
    tell_counts(counts)
    click.echo(say("told-dumped", {"count": sum(counts.values()), "path": path}))


def tell_counts(counts: Mapping[str, int]) -> None:
    """How many documents there are in each table that has any."""
    for name, count in sorted(counts.items()):
        if count:
            click.echo(f"  {name}: {count}")
