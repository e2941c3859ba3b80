"""The engine on PostgreSQL: whether it keeps what it promises, and lets enough people in."""

from collections.abc import Iterator
from typing import Any

from collector.garden import ServeSettings
from collector.store.doctor.sign import Sign, error, ok

ASKED = """
SELECT current_setting('server_version'), current_setting('fsync'),
    current_setting('full_page_writes'), current_setting('synchronous_commit'),
    pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on'
"""

ROOM = """
SELECT current_setting('max_connections')::int
    - current_setting('superuser_reserved_connections')::int - count(*)
FROM pg_stat_activity WHERE backend_type = 'client backend' AND application_name <> 'ideagarden'
"""

BESIDE = 6
"""Connections beside the workers: two runners, with what counts limits; a command, a backup."""


def database(connection: Any, serve: ServeSettings) -> Iterator[Sign]:
    """What the server is set to, and how many connections it has for us. Raises StoreError."""
    version, fsync, pages, commit, is_read_only = connection.run(ASKED).fetchone()
    place = connection.place
    for name, value in (("fsync", fsync), ("full_page_writes", pages)):
        if value != "on":
            yield error("doctor-database-unsafe", path=place, name=name, value=value)
    if commit == "off":
        yield error("doctor-database-unsafe", path=place, name="synchronous_commit", value=commit)
    if is_read_only:
        yield error("doctor-database-read-only", path=place)
    connection.run("BEGIN ISOLATION LEVEL SERIALIZABLE")
    (isolation,) = connection.run("SHOW transaction_isolation").fetchone()
    connection.run("ROLLBACK")
    yield ok(
        "doctor-database", path=place, version=version, commit=commit, isolation=isolation.upper()
    )
    (left,) = connection.run(ROOM).fetchone()
    needed = serve.workers * (serve.threads + 1) + BESIDE  # one in each counts limits
    facts = {"path": place, "left": left, "needed": needed}
    yield ok("doctor-room", **facts) if left >= needed else error("doctor-no-room", **facts)
