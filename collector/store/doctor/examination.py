"""The examination: every look in turn, each of which goes on where another failed."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from collector.errors import GardenError, Unreadable
from collector.garden import Garden
from collector.store import engine
from collector.store.doctor.clock import clock, latest_in
from collector.store.doctor.copies import copies
from collector.store.doctor.database import database
from collector.store.doctor.file import file
from collector.store.doctor.files import files
from collector.store.doctor.key import key
from collector.store.doctor.rights import rights
from collector.store.doctor.sign import Sign, error, failed, ok, warning
from collector.store.doctor.space import space
from collector.store.doctor.telling import notices, telling
from collector.store.migrate import VERSION, version_of
from collector.store.sqlite.connection import Connection, opened


def examine(garden: Garden, now: datetime) -> Iterator[Sign]:
    """What was found, as it is found."""
    store = _Store(garden, now)
    looks: tuple[Callable[[], Iterator[Sign]], ...] = (
        lambda: clock(garden, now, store.latest),
        lambda: space(garden),
        lambda: rights(garden),
        lambda: copies(garden, now),
        lambda: key(garden),
        lambda: telling(garden.settings),
    )
    yield from _guarded(store.look)
    for look in looks:
        yield from _guarded(look)


def _guarded(look: Callable[[], Iterator[Sign]]) -> Iterator[Sign]:
    try:
        yield from look()
    except GardenError as found:
        yield failed(found)
    except OSError as found:
        cause = found.strerror or str(found)
        yield error("file-trouble", path=found.filename or "?", cause=cause)


class _Store:
    """The store, looked at without being made, changed or brought up to date."""

    def __init__(self, garden: Garden, now: datetime) -> None:
        self.garden = garden
        self.now = now
        self.latest: datetime | None = None

    def look(self) -> Iterator[Sign]:
        place = self.garden.place
        return self._in_file(place) if isinstance(place, Path) else self._in_database(place)

    def _in_file(self, place: Path) -> Iterator[Sign]:
        if not place.exists():
            yield warning("doctor-no-store", path=place)
            return
        if not place.stat().st_size:
            raise Unreadable("store-damaged", path=place, cause="it is empty")
        with closing(Connection(place, opened(place))) as connection:
            yield self._known(connection, place)
            yield from file(connection)
            yield from files(connection, self.garden)
            yield from notices(connection, self.now)

    def _in_database(self, place: str) -> Iterator[Sign]:
        from collector.store import postgres  # noqa: PLC0415  # its driver may be missing

        with closing(postgres.Connection.to(postgres.Address(place))) as connection:
            yield self._known(connection, connection.place)
            yield from database(connection, self.garden.settings.serve)
            yield from files(connection, self.garden)
            yield from notices(connection, self.now)

    def _known(self, connection: engine.Connection, place: Path | str) -> Sign:
        try:
            found = version_of(connection)
        except KeyError:
            raise Unreadable("store-foreign", path=place) from None
        if found > VERSION:
            raise Unreadable("store-newer", path=place, version=found, known=VERSION)
        if not found:
            return warning("doctor-no-store", path=place)
        self.latest = latest_in(connection)
        return ok("doctor-version", kit=version("ideagarden"), version=found, known=VERSION)
