"""`backup`: a copy of what is kept, and which copies there are."""

import json
from pathlib import Path

import click

from collector.cli.place import in_garden, now, opened
from collector.errors import Conflict
from collector.garden import Garden
from collector.store.copies import backup as backups
from collector.store.copies.backup import Backup
from collector.words import say

FILE = click.Path(path_type=Path, dir_okay=False)
MEGABYTE = 1_000_000


@click.command(hidden=True)
@click.argument("path", metavar="[FILE]", required=False, type=FILE)
@click.option("--list", "listed", is_flag=True, help="List the backups, and the day each ends.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")
@in_garden
def backup(garden: Garden, path: Path | None, listed: bool, as_json: bool) -> None:
    """Copy what is kept to the backups' folder, or to FILE, and verify it."""
    if listed:
        _list(garden, as_json)
        return
    if path is None and not garden.settings.backup.keep:
        raise Conflict("backup-none", path=garden.backups)
    with opened(garden) as store:
        made = backups.make(garden, store, now(), path)
    if as_json:
        _tell_json({"path": str(made.path), "documents": made.found.counts})
        return
    count = sum(made.found.counts.values())
    click.echo(say("told-backup", {"path": made.path, "count": count}))
    click.echo(say("backup-no-key", {"key": garden.secret}))


def _list(garden: Garden, as_json: bool) -> None:
    found = backups.kept(garden)
    if as_json:
        _tell_json([_plain(each) for each in found])
        return
    for each in found:
        size = f"{each.size / MEGABYTE:.1f} MB"
        reason = "told-backup-ends" if each.ends else "told-backup-stays"
        click.echo(say(reason, {"path": each.path, "size": size, "ends": each.ends}))
    if not found:
        click.echo(say("told-no-backup", {"path": garden.backups}))


def _plain(backup: Backup) -> dict[str, object]:
    return {
        "path": str(backup.path),
        "kind": backup.kind,
        "made": backup.made.isoformat(),
        "bytes": backup.size,
        "ends": backup.ends and backup.ends.isoformat(),
    }


def _tell_json(told: object) -> None:
    click.echo(json.dumps(told, ensure_ascii=False, indent=2))
