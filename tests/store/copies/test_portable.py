"""A dump is a file of stock TinyDB's; loaded, it is the same store again, on any engine."""

import json
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from collector.acts import upkeep
from collector.entries import JobKind, State
from collector.errors import Conflict, GardenError, Unavailable, Unreadable
from collector.garden import Garden
from collector.store import Store, erased, migrate, reads, writes
from collector.store.copies import backup, inspection, portable
from collector.store.copies.portable import Loaded
from collector.words import say
from tests.faults.disks import fill_up, small_disk
from tests.store.copies.dumped import dumped
from tests.store.filled import NOW, SESSION, brought, contents, idea, keep, leased, plant, refs


def load(garden: Garden, path: Path, **options: Any) -> Loaded:
    return portable.load(garden, path, NOW, **{"progress": lambda _: None, **options})


@pytest.fixture
def other(garden: Garden, tmp_path: Path) -> Garden:
    """A garden in which nobody has done anything."""
    return replace(garden, root=tmp_path / "other")


@pytest.fixture
def full(garden: Garden) -> Garden:
    with Store.open(garden) as store:
        plant(store)
    return garden


def test_stock_tinydb_finds_the_same_documents_and_ids_in_every_table(
    full: Garden, tmp_path: Path
) -> None:
    dumped(full, tmp_path / "dump.json")
    with TinyDB(tmp_path / "dump.json") as stock:
        found = {
            name: [(each.doc_id, dict(each)) for each in stock.table(name)]
            for name in stock.tables()
        }
    assert found.pop("ideagarden") == [(1, {"version": migrate.VERSION})]
    assert found == brought(full)
    assert len(found["ideas"]) == 3


def test_a_document_is_a_line_as_it_is_kept(full: Garden, tmp_path: Path) -> None:
    lines = dumped(full, tmp_path / "dump.json").decode("ascii").splitlines()
    assert lines[0] == '{"ideagarden": {'
    assert '"1": {"hash":"' + "t" * 64 + '","text":"Terms,\\n\\u201cquoted\\u201d."}' in lines
    tables = [json.loads(line.split(", ", 1)[1][:-3]) for line in lines if line.startswith("}, ")]
    assert tables == sorted(tables)


def test_no_log_in_no_link_and_no_job_is_in_it(full: Garden, tmp_path: Path) -> None:
    with Store.open(full) as store:
        writes.add(store, leased("begun"))
    content = dumped(full, tmp_path / "dump.json")
    assert SESSION.encode() not in content
    assert not {"sessions", "links", "jobs"} & json.loads(content).keys()


def test_it_tells_how_many_documents_there_are(full: Garden, tmp_path: Path) -> None:
    with Store.open(full) as store:
        counts = portable.dump(full, store, tmp_path / "dump.json")
    assert counts["ideas"] == 3
    assert counts["empty"] == 0
    assert counts.keys() == brought(full).keys()


def test_only_its_owner_may_read_it(full: Garden, tmp_path: Path) -> None:
    dumped(full, tmp_path / "dump.json")
    assert (tmp_path / "dump.json").stat().st_mode & 0o777 == 0o600


def test_loaded_and_dumped_again_it_is_the_same_to_the_byte(
    full: Garden, other: Garden, tmp_path: Path
) -> None:
    first = dumped(full, tmp_path / "first.json")
    loaded = load(other, tmp_path / "first.json")
    assert loaded.counts["ideas"] == 3
    assert brought(other) == brought(full)
    assert dumped(other, tmp_path / "second.json") == first


@pytest.mark.parametrize(
    "options", [{}, {"indent": 4}, {"ensure_ascii": False}, {"separators": (",", ":")}]
)
def test_what_stock_tinydb_wrote_is_loaded_however_it_is_spaced(
    garden: Garden, tmp_path: Path, options: dict[str, Any]
) -> None:
    documents = [{"ref": f"nr {n}", "é": [1, 1.5, None, {"deep": True}]} for n in range(50)]
    with TinyDB(tmp_path / "stock.json", encoding="utf-8", **options) as stock:
        stock.insert_multiple(documents)
        stock.remove(doc_ids=[1, 50])
        stock.table("bücher").insert({"title": "Öl"})
        stock.table("bücher").insert({})
    assert load(garden, tmp_path / "stock.json").counts == {"_default": 48, "bücher": 2}
    found = contents(garden)
    assert found["_default"] == [(n + 1, documents[n]) for n in range(1, 49)]
    assert found["bücher"] == [(1, {"title": "Öl"}), (2, {})]


def test_ids_go_on_from_the_highest(garden: Garden, tmp_path: Path) -> None:
    (tmp_path / "some.json").write_text('{"_default": {"7": {}, "41": {}, "9": {}}}')
    load(garden, tmp_path / "some.json")
    with Store.open(garden) as store:
        assert store.insert({}) == 42
        assert [each.doc_id for each in store] == [7, 9, 41, 42]


def test_the_site_is_to_be_built_anew(full: Garden, other: Garden, tmp_path: Path) -> None:
    dumped(full, tmp_path / "dump.json")
    load(other, tmp_path / "dump.json")
    with Store.open(other) as store:
        assert [job.kind for job in reads.jobs(store)] == [JobKind.BUILD]


def test_a_garden_that_only_built_its_site_is_empty(
    full: Garden, other: Garden, tmp_path: Path
) -> None:
    dumped(full, tmp_path / "dump.json")
    with Store.open(other) as store:
        writes.enqueue(store, JobKind.BUILD, "", NOW)
        writes.keep_definition(store, "bread", "idea", "a" * 64, {}, {}, "en")
    load(other, tmp_path / "dump.json")
    assert brought(other) == brought(full)


def test_where_something_is_kept_nothing_is_loaded_unless_asked(
    full: Garden, tmp_path: Path
) -> None:
    dumped(full, tmp_path / "dump.json")
    with Store.open(full) as store:
        keep(store, "later")
    before = brought(full)
    with pytest.raises(Conflict) as refused:
        load(full, tmp_path / "dump.json")
    assert refused.value.reason == "load-not-empty"
    assert "ideas" in str(refused.value.facts["tables"])
    assert brought(full) == before
    copy = load(full, tmp_path / "dump.json", replace=True).replaced
    assert refs(full) == ["rye", "spelt", "gone"]
    assert [(each.path, each.kind) for each in backup.kept(full)] == [(copy, "before-load")]


def test_what_was_erased_since_is_erased_again(full: Garden, tmp_path: Path) -> None:
    dumped(full, tmp_path / "dump.json")
    with Store.open(full) as store:
        upkeep.erase(full, store, "rye", "ada", NOW)
    erased.note(full, ["spelt"], NOW.date())
    load(full, tmp_path / "dump.json", replace=True)
    with Store.open(full) as store:
        assert [each["state"] for each in store.table("ideas")] == [
            State.ERASED,
            State.ERASED,
            State.WITHDRAWN,
        ]


LONG = "x" * 201


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"ideas": {"1": [1]}}', "document 1 of table 'ideas'"),
        ('{"ideas": {"one": {}}}', "document one of table 'ideas'"),
        ('{"ideas": {"9223372036854775807": {}}}', "document 9223372036854775807"),
        ('{"ideas": {"1": {"ref": "a"}, "1": {"ref": "b"}}}', "already one with this id"),
        ('{"ideas": {"1": {"ref": "a"}, "2": {"ref": "a"}}}', "already one with this ref"),
        (json.dumps({"ideas": {"1": {"ref": LONG}}}), "document 1 of table 'ideas'"),
        ('{"ideas": {"1": {"ref": 1}}}', "ref in ideas must be a text"),
        ('{"ideas": {"1": {"ref": "\\u0000"}}}', "ref in ideas must be a text"),
        ('{"ideas": {"1": {"n": NaN}}}', "document 1 of table 'ideas'"),
        ('{"ideas": {"1": {"n": Infinity}}}', "document 1 of table 'ideas'"),
        ('{"ideas": {}, "ideas": {}}', "comes twice"),
        ('{"\\ud800": {"1": {}}}', "table"),
        ('{"ideagarden": {"1": {"version": 99}}}', "newer Idea Garden"),
        ('{"ideagarden": {"1": {"version": "2"}}}', "'ideagarden' must come first"),
        ('{"ideagarden": {"1": {"version": 0}}}', "'ideagarden' must come first"),
        ('{"ideagarden": {}}', "'ideagarden' must come first"),
        ('{"a": {}, "ideagarden": {"1": {"version": 2}}}', "'ideagarden' must come first"),
        ('{"ideas": {"1": {}}', "no TinyDB file"),
    ],
)
def test_what_can_not_be_kept_is_named_and_nothing_changes(
    full: Garden, tmp_path: Path, text: str, told: str
) -> None:
    path = tmp_path / "bad.json"
    path.write_text(text)
    before = contents(full)
    with pytest.raises(GardenError) as refused:
        load(full, path, replace=True)
    sentence = say(refused.value.reason, refused.value.facts)
    assert told in sentence
    assert str(path) in sentence
    assert contents(full) == before
    assert not (full.var / "aside").exists()


def test_log_ins_and_jobs_of_a_file_are_left_out_and_that_is_told(
    garden: Garden, tmp_path: Path
) -> None:
    (tmp_path / "some.json").write_text(
        '{"sessions": {"1": {"token_hash": "a"}}, "jobs": {"1": {}}, "_default": {"1": {}}}'
    )
    loaded = load(garden, tmp_path / "some.json")
    assert loaded.left_out == {"sessions", "jobs"}
    assert loaded.counts == {"_default": 1}
    assert contents(garden)["sessions"] == []


def shout(document: dict[str, Any]) -> dict[str, Any]:
    return {**document, "source": "older"}


def test_documents_of_an_older_version_are_brought_up(
    full: Garden, other: Garden, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "dump.json"
    dumped(full, path)
    told = f'{{"version":{migrate.VERSION}}}'
    path.write_text(path.read_text().replace(told, '{"version":1}'))
    newer = migrate.VERSION + 1
    for module in (migrate, portable, inspection):
        monkeypatch.setattr(module, "VERSION", newer)
    monkeypatch.setattr(portable, "STEPS", {2: {"ideas": shout}, newer: {"texts": shout}})
    load(other, path)
    with Store.open(other) as store:
        assert {each["source"] for each in store.table("ideas")} == {"older"}
        assert {each["source"] for each in store.table("texts")} == {"older"}
        assert "source" not in store.table("accounts").all()[0]


def test_documents_that_got_lost_on_the_way_are_missed(
    full: Garden, other: Garden, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dumped(full, tmp_path / "dump.json")

    def lossy(self: Any, _table: object, _steps: object, row: str, _document: object) -> None:
        self._connection.run("DELETE FROM t_ideas")

    monkeypatch.setattr(portable._Filling, "_keep", lossy)
    with pytest.raises(Unreadable) as lost:
        load(other, tmp_path / "dump.json")
    assert lost.value.reason == "load-lost"


def test_a_table_that_bears_the_name_of_the_mark_is_not_dumped(
    full: Garden, tmp_path: Path
) -> None:
    with Store.open(full) as store:
        store.table("ideagarden").insert({"mine": 1})
        with pytest.raises(Conflict) as refused:
            portable.dump(full, store, tmp_path / "dump.json")
    assert refused.value.reason == "dump-name"
    assert not (tmp_path / "dump.json").exists()


@pytest.mark.parametrize("prepare", [fill_up, lambda folder: (folder / "dump.json").mkdir()])
def test_a_dump_that_can_not_be_written_leaves_what_stood(
    full: Garden, tmp_path: Path, prepare: Callable[[Path], object]
) -> None:
    disk = tmp_path / "disk"
    with small_disk(disk, 1):
        (disk / "mine").write_text("mine")
        prepare(disk)
        before = sorted(disk.iterdir())
        with Store.open(full) as store, pytest.raises(Unavailable) as failed:
            portable.dump(full, store, disk / "dump.json")
        assert failed.value.reason == "dump-failed"
        assert sorted(disk.iterdir()) == before


def test_a_dump_is_never_written_over_the_store(full: Garden) -> None:
    with Store.open(full) as store, pytest.raises(Conflict):
        portable.dump(full, store, full.database)
    assert refs(full) == ["rye", "spelt", "gone"]


LITTLE = 6_000_000
"""Bytes, whatever earlier tests left to be cleared away meanwhile."""


def peak(act: Callable[[], object]) -> int:
    """Bytes that were needed at most."""
    tracemalloc.start()
    try:
        act()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_loading_and_dumping_hold_little_of_a_large_file(garden: Garden, tmp_path: Path) -> None:
    path, out = tmp_path / "some.json", tmp_path / "dump.json"
    rows = {str(n): {"ref": str(n), "text": "x" * 1_600} for n in range(12_000)}
    path.write_text(json.dumps({"ideas": rows}))
    assert path.stat().st_size > 3 * LITTLE
    assert peak(partial(load, garden, path)) < LITTLE
    with Store.open(garden) as store:
        assert peak(partial(portable.dump, garden, store, out)) < LITTLE


def test_large_documents_are_dumped_and_loaded(
    garden: Garden, other: Garden, tmp_path: Path
) -> None:
    with Store.open(garden) as store:
        for n in range(5):
            writes.add(store, idea(f"large {n}", text="é\0\n" * 150_000))
    dumped(garden, tmp_path / "dump.json")
    load(other, tmp_path / "dump.json")
    assert brought(other) == brought(garden)
