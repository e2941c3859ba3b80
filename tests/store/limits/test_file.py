"""Counts in a file: what stands in it, and what happens when it is damaged."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from collector.errors import TooMany, Unavailable
from collector.store.limits import Limits, network
from collector.store.limits.file import File


def opened(folder: Path) -> Limits:
    return Limits(File(folder / "limits.db"))


def every_byte(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in folder.rglob("*") if each.is_file())


@pytest.mark.parametrize("address", ["203.0.113.77", "2001:db8:77:77::77"])
def test_no_address_is_kept(tmp_path: Path, now: datetime, address: str) -> None:
    limits = opened(tmp_path)
    limits.take("entry", address, 1, now)
    written = every_byte(tmp_path)
    assert address.encode() not in written
    assert network(address).partition("/")[0].encode() not in written


def test_a_days_salt_is_in_no_byte_the_day_after(tmp_path: Path, now: datetime) -> None:
    limits = opened(tmp_path)
    limits.take("entry", "203.0.113.77", 1, now)
    salt = limits._salt[1]
    assert salt in every_byte(tmp_path)
    limits.forget(now)
    assert salt in every_byte(tmp_path)
    limits.forget(now + timedelta(days=1))
    assert salt not in every_byte(tmp_path)
    assert limits._salt[1] != salt


def test_the_first_take_of_a_day_destroys_the_salt_of_the_last(
    tmp_path: Path, now: datetime
) -> None:
    limits = opened(tmp_path)
    limits.take("entry", "203.0.113.77", 1, now)
    salt = limits._salt[1]
    limits.take("entry", "203.0.113.77", 1, now + timedelta(days=1))
    assert salt not in every_byte(tmp_path)


def test_a_damaged_file_is_made_anew(tmp_path: Path, now: datetime) -> None:
    (tmp_path / "limits.db").write_text("not a database at all" * 100)
    limits = opened(tmp_path)
    for _ in range(2):
        limits.take("entry", "::1", 2, now)
    with pytest.raises(TooMany):
        limits.take("entry", "::1", 2, now)


def test_a_file_that_can_not_be_made_is_named(tmp_path: Path, now: datetime) -> None:
    (tmp_path / "limits.db").mkdir()
    with pytest.raises(Unavailable) as refused:
        opened(tmp_path).take("entry", "::1", 1, now)
    assert refused.value.facts["path"] == tmp_path / "limits.db"
