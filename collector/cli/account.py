"""`account`: who may log in at the desk. People set their own password, by a one-time link."""

import json

import click

from collector.acts import people
from collector.cli.place import in_garden, now, opened
from collector.cli.serve import address
from collector.entries import Rights, Role
from collector.errors import Unknown
from collector.garden import Garden
from collector.store import reads
from collector.words import say

JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")

ROLE = click.option(
    "--role",
    type=click.Choice([each.value for each in Role]),
    default=Role.OWNER.value,
    show_default=True,
    help="An owner may do everything; a moderator decides and answers; a viewer sees all but "
    "personal answers; a juror sees what is to be judged.",
)
CHALLENGES = click.option(
    "--challenge",
    "challenges",
    metavar="SLUG",
    multiple=True,
    help="In this challenge only; may be given more than once.",
)


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
        told = [
            {
                "name": each.name,
                "role": each.role,
                "challenges": dict(each.challenges),
                "made": each.made,
            }
            for each in accounts
        ]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2, default=str))
        return
    for each in accounts:
        facts = {"name": each.name, "role": _told(each), "made": each.made.date()}
        click.echo(say("told-account", facts))
    if not accounts:
        click.echo(say("told-no-account"))


@account.command()
@click.argument("name")
@ROLE
@CHALLENGES
@in_garden
def add(garden: Garden, name: str, role: str, challenges: tuple[str, ...]) -> None:
    """Print a one-time link with which NAME sets a password."""
    _check_challenges(garden, challenges)
    with opened(garden) as store:
        code = people.add(store, name, Role(role), now(), challenges=challenges)
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
@ROLE
@CHALLENGES
@in_garden
def role(garden: Garden, name: str, role: str, challenges: tuple[str, ...]) -> None:
    """Give NAME this role instead of all that NAME has."""
    _check_challenges(garden, challenges)
    rights = people.rights_of(Role(role), challenges)
    with opened(garden) as store:
        people.grant(store, name, rights)
    click.echo(say("told-role", {"name": name, "rights": _told(rights)}))


@account.command("log-out")
@click.argument("name")
@in_garden
def log_out(garden: Garden, name: str) -> None:
    """End every log-in of NAME, as when a telephone is lost."""
    with opened(garden) as store:
        people.end_sessions(store, name)
    click.echo(say("told-sessions-ended", {"name": name}))


@account.command()
@click.argument("name")
@in_garden
def remove(garden: Garden, name: str) -> None:
    """Remove NAME's account and end its log-ins. Its decisions stay in the log."""
    with opened(garden) as store:
        people.remove(store, name)
    click.echo(say("told-account-removed", {"name": name}))


def _told(rights: Rights) -> str:
    """As `moderator`, or `juror of bread, owner of cake`."""
    single = [f"{role} of {slug}" for slug, role in rights.challenges.items()]
    return ", ".join([rights.role.value, *single] if rights.role else single)


def _check_challenges(garden: Garden, slugs: tuple[str, ...]) -> None:
    """Raises Unknown for a challenge that has no file."""
    known = sorted(each.stem for each in garden.challenges.glob("*.md"))
    for slug in slugs:
        if slug not in known:
            raise Unknown("no-such-challenge", slug=slug, known=", ".join(known))


def _tell_link(garden: Garden, code: str) -> None:
    click.echo(say("told-link", {"days": people.LINK_LASTS.days}))
    click.echo(f"  {_desk(garden)}/desk/welcome#{code}")


def _desk(garden: Garden) -> str:
    """Where the desk is, as far as the settings know."""
    settings = garden.settings
    return (settings.collector.url or settings.site.url or address(garden)).rstrip("/")
