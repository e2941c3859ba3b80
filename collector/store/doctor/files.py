"""Whether every file that the store knows of lies in its folder, as long as it was."""

import json
from collections.abc import Iterator

from collector.garden import Garden
from collector.store.doctor.sign import Sign, error, ok
from collector.store.engine import Connection
from collector.store.files import path_of
from collector.store.statements import sql_name

TABLE = sql_name("files")


def files(connection: Connection, garden: Garden) -> Iterator[Sign]:
    """What is missing or not as long as it was; nothing is said where there are no files."""
    if not connection.has_table(TABLE):
        return
    rows = connection.run(f"SELECT doc FROM {TABLE}").fetchall()  # noqa: S608  # our own name
    known = [json.loads(text) for (text,) in rows]
    kept = [each for each in known if each["about"]]
    lost = [each["ref"] for each in kept if _size(garden, each["ref"]) != each["size"]]
    if lost:
        yield error("doctor-files-lost", path=garden.files, count=len(lost), ref=lost[0])
    elif kept:
        yield ok("doctor-files", path=garden.files, count=len(kept))


def _size(garden: Garden, ref: str) -> int:
    try:
        return path_of(garden, ref).stat().st_size
    except (FileNotFoundError, ValueError):  # or of a name that none of ours has
        return -1
