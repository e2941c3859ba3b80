"""`report`: a quarter in five chapters, as a page to read and print, or its numbers as a table."""

from pathlib import Path

import click

from collector import pages
from collector.acts import quota
from collector.brief import NotAQuarter, Quarter
from collector.cli.place import in_garden, now, opened
from collector.errors import ExportError, GardenError
from collector.export import plain_table
from collector.export.destination import replacing
from collector.export.quarterly import Chronicle, numbers_table
from collector.garden import Garden
from collector.pages.quarterly import printed
from collector.words import say

PAGE = ".html"


@click.command(hidden=True)
@click.argument("quarter")
@click.option(
    "--to",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file: .html, or .csv, .xlsx, .ods for the numbers (default: report-QUARTER.html).",
)
@in_garden
def report(garden: Garden, quarter: str, path: Path | None) -> None:
    """Tell of a QUARTER (2026-Q4): what was asked, came, was done, brought and learnt."""
    asked = _quarter(quarter)
    target = path or Path(f"report-{asked}{PAGE}")
    if target.suffix != PAGE and target.suffix.removeprefix(".") not in plain_table.WRITERS:
        raise ExportError("report-format", path=target)
    here = now().astimezone(garden.settings.zone)
    briefs = pages.briefs_to_build(garden).values()
    with opened(garden) as store:
        ended = [quota.standing(store, each, here) for each in briefs]
        told = Chronicle.read(store, ended, here).told(asked)
    with replacing(target) as file:
        if target.suffix == PAGE:
            models = pages.check_models(garden).models
            file.write(printed(told, models, garden.settings).encode())
        else:
            write, _ = plain_table.WRITERS[target.suffix.removeprefix(".")]
            write(file, [numbers_table(told)], here, target.resolve().parent)
    click.echo(say("told-report", {"quarter": asked, "path": target}))


def _quarter(text: str) -> Quarter:
    try:
        return Quarter.read(text)
    except NotAQuarter:
        raise GardenError("not-a-quarter", text=text) from None
