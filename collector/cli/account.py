"""`account`: who may log in at the desk. People set their own password, by a one-time link."""

import json

import click

from collector.acts import people
from collector.cli.place import in_garden, now, opened
from collector.cli.serve import address
from collector.entries import Role
from collector.garden import Garden
from collector.store import reads
from collector.words import say

JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")


@click.group()
def account() -> None:
    """Let people in at the desk, or no longer."""


@account.command("list")
@JSON
@in_garden
def list_(garden: Garden, as_json: bool) -> None:
    """List the accounts."""
    with opened(garden) as store:
        accounts = reads.accounts(store)
    if as_json:
        told = [{"name": each.name, "role": each.role, "made": each.made} for each in accounts]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2, default=str))
        return
    for each in accounts:
        facts = {"name": each.name, "role": each.role, "made": each.made.date()}
        click.echo(say("told-account", facts))
    if not accounts:
        click.echo(say("told-no-account"))


@account.command()
@click.argument("name")
@click.option(
    "--role",
    type=click.Choice([each.value for each in Role]),
    default=Role.OWNER.value,
    show_default=True,
    help="A moderator decides and answers; an owner may do everything.",
)
@in_garden
def add(garden: Garden, name: str, role: str) -> None:
    """Print a one-time link with which NAME sets a password."""
    with opened(garden) as store:
        code = people.add(store, name, Role(role), now())
    _tell_link(garden, code)


@account.command()
@click.argument("name")
@in_garden
def reset(garden: Garden, name: str) -> None:
    """Print a one-time link with which NAME sets a new password."""
    with opened(garden) as store:
        code = people.reset(store, name, now())
    _tell_link(garden, code)


@account.command()
@click.argument("name")
@in_garden
def remove(garden: Garden, name: str) -> None:
    """Remove NAME's account and end its log-ins. Its decisions stay in the log."""
    with opened(garden) as store:
        people.remove(store, name)
    click.echo(say("told-account-removed", {"name": name}))


def _tell_link(garden: Garden, code: str) -> None:
    click.echo(say("told-link", {"days": people.LINK_LASTS.days}))
    click.echo(f"  {_desk(garden)}/desk/welcome#{code}")


def _desk(garden: Garden) -> str:
    """Where the desk is, as far as the settings know."""
    settings = garden.settings
    return (settings.collector.url or settings.site.url or address(garden)).rstrip("/")
