"""`erase`: an entry goes for good, by its name or by its receipt's code."""

import click

from collector.acts import upkeep
from collector.acts.upkeep import Erased
from collector.cli.moderate import BY, line
from collector.cli.place import in_garden, now, opened
from collector.entries import Entry, State
from collector.garden import Garden
from collector.words import in_days, say


@click.command(hidden=True)
@click.argument("name", metavar="REF|RECEIPT")
@click.option("--yes", is_flag=True, help="Do not ask first.")
@in_garden
def erase(garden: Garden, name: str, yes: bool) -> None:
    """Erase an entry for good, with the replies to it and its receipt."""
    with opened(garden) as store:
        entry = upkeep.named(store, name)
        if entry.state is State.ERASED:
            click.echo(say("erased-already", {"ref": entry.ref}))
            return
        if not yes:
            click.echo(_told(entry))
            click.confirm(say("erase-ask"), abort=True)
        done = upkeep.erase(garden, store, entry.ref, BY, now())
    _tell(garden, done)


def _told(entry: Entry) -> str:
    return f"{entry.ref}  {entry.challenge}, {entry.form}  {entry.state}  {line(entry)}"


def _tell(garden: Garden, done: Erased) -> None:
    fallen = {"replies": done.fallen.replies, "receipts": done.fallen.receipts}
    click.echo(say("erased", {"ref": done.entry.ref, **fallen}))
    if done.fallen.entries:
        click.echo(say("erased-about", {"entries": len(done.fallen.entries)}))
    if done.fallen.files:
        click.echo(say("erased-files", {"files": done.fallen.files}))
    click.echo(say("erased-pages"))
    keep = garden.settings.backup.keep
    if keep:
        click.echo(say("erased-backups", {"days": in_days(keep)}))
