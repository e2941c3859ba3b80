"""The file that stands at the store's path, when another store is to take its place."""

import secrets
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Self

from collector.errors import Unavailable, Unreadable
from collector.store.copies.draft import backing_up, drafted
from collector.store.copies.tombstones import erased_refs
from collector.store.lock import locked
from collector.store.sqlite.connection import Connection, explained, opened, unreached
from collector.store.sqlite.standing import Standing
from collector.store.sync import sync


class Predecessor:
    """The file at `place`, which nobody else writes; there may be none, or a damaged one."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.erased: frozenset[str] = frozenset()
        self._ids: Mapping[str, int] = {}
        self._is_sound = False

    @classmethod
    @contextmanager
    def held(cls, place: Path) -> Iterator[Self]:
        """It, with its lock. Raises Unavailable."""
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            with locked(Standing(place).lock_file):
                made = cls(place)
                made._look()
                yield made
        except OSError as error:
            raise unreached(error, place) from error

    def give_way(self, path: Path, copy: Path, load: Callable[[Path], None]) -> Path | None:
        """Let the store at `path` stand here; where that is now what stood, if anything did.

        A sound file is copied, and then overwritten in one commit of SQLite's own: whoever has it
        open goes on with it. Where there is none, or one that is damaged, the new one is put there.
        """
        if self._is_sound:
            try:
                self._copy(copy, load)
            except Unreadable:
                self._is_sound = False
        if not self._is_sound:
            return self._replace(path, copy)
        self._give_no_id_twice(path)
        self._overwrite(path)
        return copy

    def _look(self) -> None:
        if not self.place.exists() or not self.place.stat().st_size:
            return
        try:
            with self._connected() as connection:
                self.erased = erased_refs(connection)
                if connection.has_table("sqlite_sequence"):
                    self._ids = dict(connection.run("SELECT name, seq FROM sqlite_sequence"))
        except Unreadable:
            return
        self._is_sound = True

    def _connected(self) -> "closing[Connection]":
        return closing(Connection(self.place, opened(self.place)))

    def _copy(self, copy: Path, load: Callable[[Path], None]) -> None:
        """Page by page, whatever they hold: no other way is as quick, and writers wait."""
        with backing_up(copy), drafted(copy) as draft:
            with closing(sqlite3.connect(draft)) as file, self._connected() as connection:
                file.execute("PRAGMA synchronous = off")  # it is synced as a whole
                self._pour(connection.driver, file)
            load(draft)

    def _give_no_id_twice(self, path: Path) -> None:
        """Ids go on from the highest that either gave."""
        with closing(Connection(path, opened(path))) as successor:
            given = dict(successor.run("SELECT name, seq FROM sqlite_sequence").fetchall())
            for name, last in self._ids.items():
                values = {"name": name, "last": max(last, given.get(name, last))}
                successor.run("DELETE FROM sqlite_sequence WHERE name = :name", values)
                successor.run("INSERT INTO sqlite_sequence VALUES (:name, :last)", values)

    def _overwrite(self, path: Path) -> None:
        with self._connected() as connection, closing(opened(path)) as successor:
            self._pour(successor, connection.driver)
            connection.run("PRAGMA wal_checkpoint(truncate)")

    def _pour(self, source: sqlite3.Connection, target: sqlite3.Connection) -> None:
        """All of the one into the other, in one commit."""
        try:
            source.backup(target, progress=self._not_for_ever)
        except sqlite3.Error as error:
            raise explained(error, self.place) from error

    def _not_for_ever(self, status: int, _left: int, _pages: int) -> None:
        """The driver would wait for another program without end."""
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise Unavailable("store-busy", path=self.place, cause="it is being written")

    def _replace(self, path: Path, copy: Path) -> Path | None:
        beside = self.place.with_name
        aside = beside(f"{self.place.name}.{copy.stem}-{secrets.token_hex(4)}")
        log, shared = (beside(self.place.name + ending) for ending in ("-wal", "-shm"))
        if self.place.exists():
            aside.hardlink_to(self.place)
        if log.exists():
            log.rename(beside(f"{aside.name}-wal"))
        shared.unlink(missing_ok=True)
        path.replace(self.place)
        sync(self.place.parent)
        return aside if aside.exists() else None


def settle(path: Path) -> None:
    """Put what SQLite keeps beside the file into it. Raises Unavailable or Unreadable."""
    with closing(Connection(path, opened(path))) as connection:
        connection.keep_log()
        connection.run("PRAGMA wal_checkpoint(truncate)")
    sync(path)
