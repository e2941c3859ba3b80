"""`doctor`: how the store is, and what to do about it."""

import json

import click

from collector.cli.place import in_garden, now
from collector.garden import Garden
from collector.store.doctor import Level, Sign, examine, note_copied
from collector.words import say

COLOURS = {Level.OK: "green", Level.WARNING: "yellow", Level.ERROR: "red"}


@click.command(hidden=True)
@click.option("--key-copied", is_flag=True, help="Say that a copy of the key is kept elsewhere.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")
@in_garden
def doctor(garden: Garden, key_copied: bool, as_json: bool) -> int:
    """Look at disks, rights, store, clock, backups and key; exit code 1 if something is wrong."""
    if key_copied:
        note_copied(garden, now().date())
    found = []
    for sign in examine(garden, now()):
        found.append(sign)
        if not as_json:
            level = click.style(f"{sign.level.value:<8}", fg=COLOURS[sign.level])
            click.echo(f"{level} {say(sign.reason, sign.facts)}")
    if as_json:
        click.echo(json.dumps([_plain(each) for each in found], ensure_ascii=False, indent=2))
    return int(any(each.level is Level.ERROR for each in found))


def _plain(sign: Sign) -> dict[str, str]:
    return {
        "level": sign.level.value,
        "reason": sign.reason,
        "message": say(sign.reason, sign.facts),
    }
