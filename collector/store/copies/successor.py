"""The successor: a whole store made ready aside, then put in the place of the garden's at once.

    backup or dump ──► var/aside/garden.db    ──► sound, of this version, erased again
                                                        │ one commit
    what stood ──► before-restore-….db                  ▼
                                                    the store

Until that commit nothing of what is kept has changed; whoever reads or writes meanwhile goes on
with the old, and then with the new.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Protocol

from tinydb import where

from collector.entries import JobKind
from collector.garden import Garden
from collector.store import erased, writes
from collector.store.copies import backup, cargo
from collector.store.sqlite import predecessor
from collector.store.sqlite.predecessor import settle
from collector.store.store import Store
from collector.store.tables import PASSING


class Predecessor(Protocol):
    """What stands in the place, while nobody else may write it."""

    erased: frozenset[str]
    """What was erased from it, as far as it can be read."""

    def give_way(self, path: Path, copy: Path, load: Callable[[Path], None]) -> Path | None:
        """Copy what stands and `load` the copy; let the store at `path` stand here.

        Returns where the copy is, if there is any.

        Raises Unavailable: then what stood still stands.
        """


def succeed(garden: Garden, path: Path, what: str, now: datetime) -> Path | None:
    """Put the store at `path` in the garden's place; where the copy is of what stood there.

    `what` happens names the copy: `restore`, `load`. What was erased from either is erased from
    the successor; log-ins end; the site is built anew.
    Raises Unavailable or Unreadable: then what stood there still stands.
    """
    with _held(garden) as stands:
        _make_ready(path, erased.listed(garden) | stands.erased, now)
        return stands.give_way(path, backup.before(garden, what, now), partial(cargo.pack, garden))


def _held(garden: Garden) -> AbstractContextManager[Predecessor]:
    if isinstance(garden.place, Path):
        return predecessor.Predecessor.held(garden.place)
    from collector.store.postgres import predecessor as database  # noqa: PLC0415  # as its driver

    Store.open(garden).close()  # its tables are there, and of this version
    return database.Predecessor.held(garden.place)


def _make_ready(path: Path, refs: frozenset[str], now: datetime) -> None:
    def begin_anew(store: Store) -> None:
        for name in PASSING:
            store.table(name).truncate()
        store.table("jobs").update({"leased": None}, where("leased") != None)  # noqa: E711  # a query
        writes.enqueue(store, JobKind.BUILD, "", now)

    with Store(path) as store:
        erased.apply(store, refs)
        store.transact(begin_anew)
    settle(path)
