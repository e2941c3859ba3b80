"""Counts in a shared database: what stands in it, and what a server's end does to them."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from collector.errors import TooMany, Unavailable
from collector.store import Store
from collector.store.limits import Limits, network
from collector.store.limits.database import Database
from tests.postgres import Server, running

pytestmark = pytest.mark.postgres

ADDRESS = "203.0.113.77"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """One of its own: every byte of it is read, and it is stopped."""
    with running() as server:
        yield server


@pytest.fixture
def url(server: Server) -> str:
    return server.fresh()


@pytest.fixture
def limits(url: str) -> Iterator[Limits]:
    limits = Limits(Database(url))
    yield limits
    limits.close()


def every_byte(server: Server) -> bytes:
    """Of the server's files, with what it had only in its memory."""
    server.stop()
    server.start()
    return b"".join(each.read_bytes() for each in server.folder.rglob("*") if each.is_file())


def test_no_address_is_kept(server: Server, limits: Limits, now: datetime) -> None:
    limits.take("entry", ADDRESS, 1, now)
    written = every_byte(server)
    assert ADDRESS.encode() not in written
    assert network(ADDRESS).partition("/")[0].encode() not in written


def test_a_days_salt_is_in_no_byte_the_day_after(
    server: Server, limits: Limits, now: datetime
) -> None:
    limits.take("entry", ADDRESS, 1, now)
    salt = limits._salt[1]
    assert salt in every_byte(server)
    limits.forget(now + timedelta(days=1))
    assert salt not in every_byte(server)
    assert limits._salt[1] != salt


def test_whose_clock_is_behind_goes_on_with_the_salt_of_the_new_day(
    url: str, limits: Limits, now: datetime
) -> None:
    midnight = now.replace(hour=0, minute=0) + timedelta(days=1)
    limits.take("entry", ADDRESS, 1, midnight)
    behind = Limits(Database(url))
    with pytest.raises(TooMany):
        behind.take("entry", ADDRESS, 1, midnight - timedelta(seconds=90))
    behind.close()


def test_a_server_that_goes_down_and_up_again_counts_again_for_all_alike(
    server: Server, url: str, limits: Limits, now: datetime
) -> None:
    other = Limits(Database(url))
    other.take("entry", ADDRESS, 2, now)
    limits.take("entry", ADDRESS, 2, now)
    server.stop(at_once=True)
    with pytest.raises(Unavailable):
        limits.take("entry", ADDRESS, 2, now)
    server.start()
    limits.take("entry", ADDRESS, 2, now)
    other.take("entry", ADDRESS, 2, now)
    with pytest.raises(TooMany):
        limits.take("entry", ADDRESS, 2, now)
    other.close()


def test_the_limits_are_no_part_of_the_store(url: str, limits: Limits, now: datetime) -> None:
    limits.take("entry", ADDRESS, 2, now)
    with Store(url, ()) as store:  # a store is made where only limits were
        assert store.tables() == set()
