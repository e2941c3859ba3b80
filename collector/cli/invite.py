"""`invite`: codes for people who are invited to a challenge, told this once."""

from collections.abc import Sequence
from pathlib import Path

import click

from collector import pages
from collector.acts import invite as invitations
from collector.cli.challenge import brief_of
from collector.cli.place import in_garden, now, opened
from collector.entries import Card
from collector.errors import SettingsError
from collector.export import invitations as lists
from collector.export.destination import replacing
from collector.garden import Garden
from collector.words import say

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(hidden=True)
@click.argument("slug")
@click.option("--group", default="", help="The code of a group of the brief.")
@click.option("--count", default=1, show_default=True, help="How many.")
@click.option("--ends", default="", help="The last day they are good, as 2026-12-15.")
@click.option("--csv", "table", type=FILE, help="Write number, group, code and link, for mailings.")
@click.option("--cards", type=FILE, help="Write cards to print, eight to a page, as .html.")
@in_garden
def invite(
    garden: Garden,
    slug: str,
    group: str,
    count: int,
    ends: str,
    table: Path | None,
    cards: Path | None,
) -> None:
    """Make invitation codes for SLUG; each is one person's, and shown once."""
    brief, home = brief_of(garden, slug), garden.settings.home
    if not home:
        raise SettingsError("invite-no-address")
    until = invitations.until(ends, garden.settings.zone)
    with opened(garden) as store:
        made = invitations.make(store, brief, count, now(), group=group, ends=until)
    click.echo(say("invite-made", {"count": len(made)}))
    if table:
        with replacing(table) as file:
            lists.write(file, made, home)
        click.echo(say("invite-written", {"path": table}))
    if cards:
        with replacing(cards) as file:
            file.write(pages.invitation_cards(brief, made, garden.settings, home).encode())
        click.echo(say("invite-written", {"path": cards}))
    if not (table or cards):
        _print(made, home)
    click.echo(say("invite-shown-once"))


def _print(made: Sequence[Card], home: str) -> None:
    for each in made:
        told = each.invitation
        click.echo("\t".join((str(told.number), told.group, each.code, each.address(home))))
