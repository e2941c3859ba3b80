import json
import stat
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from collector.brief import Phase
from collector.errors import Unavailable, Unreadable
from collector.published import Counts, Order, PublishedData, read, write
from collector.words import say
from tests.kept import NOW

DATA = PublishedData("bread", "What next?", NOW, Phase.OPEN)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "published" / "bread.json"


def test_what_is_written_is_read_again_and_may_be_read_by_all(path):
    assert write(path, DATA)
    assert read(path) == DATA
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert [each.name for each in path.parent.iterdir()] == ["bread.json"]


def test_where_nothing_was_published_there_is_nothing(path):
    assert read(path) is None


def test_the_same_on_the_same_day_is_not_written_again(path):
    write(path, DATA)
    assert not write(path, replace(DATA, as_of=NOW + timedelta(hours=1)))
    assert read(path).as_of == NOW


@pytest.mark.parametrize(
    "newer",
    [
        replace(DATA, as_of=NOW + timedelta(days=1)),
        replace(DATA, as_of=NOW + timedelta(hours=1), counts=Counts(1, {})),
    ],
)
def test_a_new_day_or_new_content_is_written(path, newer):
    write(path, DATA)
    assert write(path, newer)
    assert read(path) == newer


def test_where_ideas_are_drawn_by_lot_a_new_hour_is_written(path):
    drawn = replace(DATA, orders=(Order.DRAWN, Order.NEW))
    write(path, drawn)
    assert not write(path, replace(drawn, as_of=NOW + timedelta(minutes=20)))
    assert write(path, replace(drawn, as_of=NOW + timedelta(minutes=40)))


def test_a_day_begins_where_the_garden_is(path):
    here = timezone(timedelta(hours=2))
    evening = datetime(2026, 11, 21, 23, 30, tzinfo=here)
    write(path, replace(DATA, as_of=evening))
    assert not write(path, replace(DATA, as_of=evening + timedelta(minutes=20)))
    assert write(path, replace(DATA, as_of=evening + timedelta(minutes=40)))


def test_it_is_written_again_if_asked(path):
    write(path, DATA)
    assert write(path, replace(DATA, as_of=NOW + timedelta(seconds=1)), force=True)


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff", b'{"schema": 1}', b'"x"'])
def test_what_is_no_published_data_is_said_to_be_none_and_is_replaced(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(Unreadable) as unreadable:
        read(path)
    assert str(path) in say(unreadable.value.reason, unreadable.value.facts)
    assert write(path, DATA)
    assert read(path) == DATA


def test_a_write_that_fails_leaves_what_stood(path, monkeypatch):
    write(path, DATA)
    monkeypatch.setattr("os.fsync", _full)
    with pytest.raises(Unavailable) as full:
        write(path, replace(DATA, counts=Counts(7, {})))
    assert "No space left" in say(full.value.reason, full.value.facts)
    assert json.loads(path.read_bytes())["counts"]["ideas"] == 0
    assert [each.name for each in path.parent.iterdir()] == ["bread.json"]


def test_a_folder_in_its_place_is_said(path):
    path.mkdir(parents=True)
    with pytest.raises(Unavailable):
        write(path, DATA)


def _full(descriptor: int) -> None:
    raise OSError(28, "No space left on device")
