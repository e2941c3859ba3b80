"""`export`: what a challenge brought, as a spreadsheet."""

from datetime import datetime
from pathlib import Path

import click

from collector import export as exporting
from collector.brief import Brief
from collector.cli.challenge import brief_of
from collector.cli.place import in_garden, now, opened
from collector.entries import State
from collector.errors import ExportError
from collector.export import Choices, Selection, What
from collector.garden import Garden
from collector.words import say

A_STEP = 500
"""Entries between two looks at the bar."""
DAY = click.DateTime(["%Y-%m-%d"])
POLIS = "polis"
CONTACTS = "contacts"
WHAT = click.Choice([*(each.value for each in What), POLIS, CONTACTS])
STATE = click.Choice([each.value for each in exporting.STATES])


@click.command()
@click.argument("slug")
@click.option(
    "--to",
    "path",
    required=True,
    type=click.Path(path_type=Path),
    help="The file; its ending is the format. Of polis also a folder.",
)
@click.option("--form", default="", help="Only this form; a .csv holds one.")
@click.option("--what", type=WHAT, help="What of it; by itself all, of a .csv the form.")
@click.option("--from", "begin", type=DAY, help="Only what came on this day or later.")
@click.option("--until", "end", type=DAY, help="Only what came on this day or earlier.")
@click.option("--state", "states", type=STATE, multiple=True, help="Only of this state.")
@click.option("--language", "languages", multiple=True, help="Only in this language, as `de`.")
@click.option("--purpose", default="", help="Of contacts only those who agreed to this one.")
@click.option("--separator", default=",", show_default=True, help="Between columns of a .csv.")
@click.option("--codes", is_flag=True, help="A .csv for machines: codes instead of labels.")
@in_garden
def export(  # noqa: PLR0913  # an argument for each of its options
    garden: Garden,
    slug: str,
    path: Path,
    *,
    form: str,
    what: str | None,
    begin: datetime | None,
    end: datetime | None,
    states: tuple[str, ...],
    languages: tuple[str, ...],
    purpose: str,
    separator: str,
    codes: bool,
) -> None:
    """Write what SLUG brought to a .csv, .xlsx, .ods or .json file."""
    only = Selection(
        begin=begin and begin.date(),
        end=end and end.date(),
        states=tuple(map(State, states)),
        languages=languages,
    )
    if what == POLIS:
        if form or codes or not only.is_all:
            raise ExportError("polis-no-choice")
        votes = _polis(garden, brief_of(garden, slug), path)
        click.echo(say("told-polis", {"count": votes, "path": path}))
        return
    if what == CONTACTS:
        if form or codes or not only.is_all:
            raise ExportError("contacts-no-choice")
        people = _contacts(garden, brief_of(garden, slug), path, purpose)
        click.echo(say("told-contacts", {"count": people, "path": path}))
        return
    asked = What(what) if what else None
    tab = separator.replace("\\t", "\t")
    choices = Choices(form=form, what=asked, separator=tab, codes=codes, only=only)
    written = _written(garden, brief_of(garden, slug), path, choices)
    click.echo(say("told-exported", {"count": written, "path": path}))


def _polis(garden: Garden, brief: Brief, path: Path) -> int:
    """Write the files that Polis' tools read; the number of votes in them."""
    settings = garden.settings
    with opened(garden) as store:
        about = exporting.conversation(store, brief, settings.site.url)
        return exporting.export_polis(path, about, settings.zone)


def _contacts(garden: Garden, brief: Brief, path: Path, purpose: str) -> int:
    """Write who agreed to be written to; the number of lines."""
    with opened(garden) as store:
        found = exporting.contacts(store, brief, garden.settings.zone, purpose)
        return exporting.export_contacts(path, found)


def _written(garden: Garden, brief: Brief, path: Path, choices: Choices) -> int:
    """Write the file while a bar tells how far it is; the number of entries in it."""
    with opened(garden) as store:
        when = now().astimezone(garden.settings.zone)
        material = exporting.gather(store, brief, garden.settings.zone)
        size, label = exporting.size(path, material, when, choices), f"Writing {path}"
        with click.progressbar(length=size, label=label, update_min_steps=A_STEP) as bar:
            return exporting.export(path, material, when, choices, lambda _read: bar.update(1))
