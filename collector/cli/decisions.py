"""`decisions`: the log of a challenge as anybody may read it."""

from pathlib import Path

import click

from collector.cli.place import in_garden, opened
from collector.errors import ExportError, Unknown
from collector.export import decisions as logs
from collector.export.destination import replacing
from collector.garden import Garden
from collector.words import say


@click.command(hidden=True)
@click.argument("slug")
@click.option(
    "--to",
    "path",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file: .csv or .json.",
)
@in_garden
def decisions(garden: Garden, slug: str, path: Path) -> None:
    """Write what was decided in SLUG, without names: a role, a day, a reason."""
    writer = logs.WRITERS.get(path.suffix.removeprefix("."))
    if writer is None:
        raise ExportError("decisions-format", path=path)
    if not (garden.challenges / f"{slug}.md").is_file():
        raise Unknown("unknown-challenge", slug=slug)
    with opened(garden) as store:
        log = logs.lines(store, slug, garden.settings.zone)
    with replacing(path) as file:
        writer(file, log)
    click.echo(say("told-decisions", {"count": len(log), "path": path}))
