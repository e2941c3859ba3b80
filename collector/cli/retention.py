"""`retention`: personal answers go when the time is over that their challenge promised."""

import click

from collector.acts import retention as retaining
from collector.cli.place import in_garden, now, opened
from collector.entries import Promise
from collector.garden import Garden
from collector.words import in_days, say


@click.command(hidden=True)
@click.option("--dry-run", is_flag=True, help="Only say what would be erased.")
@in_garden
def retention(garden: Garden, dry_run: bool) -> None:
    """Erase personal answers whose time is over; `serve` does so each day."""
    moment = now()
    with opened(garden) as store:
        promises = retaining.promises(store, garden.settings)
        for each in promises:
            if dry_run:
                held = retaining.holding(store, each, moment)
            else:
                held = sum(done.holding for done in retaining.clear(store, each, moment))
            reason = "retention-would" if dry_run else "retention-did"
            click.echo(say(reason, {"promise": told(each), "slug": each.challenge, "held": held}))
    if not promises:
        click.echo(say("retention-nothing"))


def told(promise: Promise) -> str:
    """What the challenge promised, in words."""
    if promise.days is None:
        return say("retention-never")
    days = in_days(promise.days)
    if promise.closes is None:
        return say("retention-open", {"days": days})
    return say("retention-closes", {"days": days, "closes": f"{promise.closes:%Y-%m-%d}"})
