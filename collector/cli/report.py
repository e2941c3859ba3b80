"""`report`: a quarter in five chapters, as a page to read and print, or its numbers as a table."""

from pathlib import Path

import click

from collector import pages
from collector.brief import NotAQuarter, Quarter
from collector.cli.place import in_garden, now, opened
from collector.errors import ExportError, GardenError
from collector.garden import Garden
from collector.jobs.report import PAGE, SUFFIXES, chronicled, write_report
from collector.words import say


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
    target = path or Path(f"report-{asked}.{PAGE}")
    if target.suffix.removeprefix(".") not in SUFFIXES:
        raise ExportError("report-format", path=target)
    here = now().astimezone(garden.settings.zone)
    briefs = pages.briefs_to_build(garden).values()
    with opened(garden) as store:
        told = chronicled(store, briefs, asked, here)
    write_report(garden, told, target, here)
    click.echo(say("told-report", {"quarter": asked, "path": target}))


def _quarter(text: str) -> Quarter:
    try:
        return Quarter.read(text)
    except NotAQuarter:
        raise GardenError("not-a-quarter", text=text) from None
