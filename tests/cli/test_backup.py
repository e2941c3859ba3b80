"""Backup, restore, dump, load and doctor, as somebody types them."""

import json
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from tinydb import TinyDB

from collector.cli import main
from collector.garden import Garden
from collector.store import Store, secret
from collector.store.copies import backup
from tests.gardens import lay_out
from tests.store.filled import keep, plant, refs

Run = Callable[..., str]

OLD = ["rye", "spelt", "gone"]


@pytest.fixture
def garden(tmp_path: Path) -> Garden:
    garden = lay_out(tmp_path / "garden", {})
    with Store.open(garden) as store:
        plant(store)
    return garden


@pytest.fixture
def run(garden: Garden, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command that is to end with `status`; what it said."""

    def run(*words: object, status: int = 0) -> str:
        capsys.readouterr()
        assert main(["--garden", str(garden.root), *map(str, words)]) == status
        told = capsys.readouterr()
        return told.err if status else told.out

    return run


def test_a_backup_is_made_and_listed_with_the_day_it_ends(garden: Garden, run: Run) -> None:
    told = run("backup")
    (made,) = backup.kept(garden)
    assert f"{made.path}: " in told
    assert f"keep a copy of {garden.secret} elsewhere" in told
    size = f"{made.size / 1_000_000:.1f} MB"
    assert f"{made.path}  {size}  ends {made.ends}" in run("backup", "--list")
    assert json.loads(run("backup", "--list", "--json")) == [
        {
            "path": str(made.path),
            "kind": "garden",
            "made": made.made.isoformat(),
            "bytes": made.size,
            "ends": str(made.ends),
        }
    ]


def test_where_there_is_no_backup_it_is_told_how_to_make_one(run: Run) -> None:
    assert "ideagarden backup" in run("backup", "--list")


def test_a_backup_goes_to_a_file_of_ones_own(garden: Garden, run: Run, tmp_path: Path) -> None:
    told = json.loads(run("backup", tmp_path / "mine.db", "--json"))
    assert told["path"] == str(tmp_path / "mine.db")
    assert told["documents"]["ideas"] == 3
    assert backup.kept(garden) == []


def test_where_none_are_kept_a_file_must_be_named(garden: Garden, run: Run, tmp_path: Path) -> None:
    (garden.root / "ideagarden.toml").write_text("[backup]\nkeep = 0\n")
    assert "backup.keep is 0" in run("backup", status=1)
    run("backup", tmp_path / "mine.db")
    assert "stays until you remove it" not in run("backup", "--list")


def test_a_restore_says_what_it_did(garden: Garden, run: Run) -> None:
    run("backup")
    (made,) = backup.kept(garden)
    with Store.open(garden) as store:
        keep(store, "later")
    told = run("restore", made.path, "--yes")
    assert "documents, sound" in told
    assert str(garden.backups / "before-restore-") in told
    assert refs(garden) == OLD


def test_a_plain_copy_of_a_live_store_is_restored_with_its_log(
    garden: Garden, run: Run, tmp_path: Path
) -> None:
    with Store.open(garden) as store:
        keep(store, "in the log only")
        for ending in ("", "-wal"):
            (tmp_path / f"copy.db{ending}").write_bytes(
                Path(f"{garden.database}{ending}").read_bytes()
            )
        store.table("ideas").truncate()
    told = run("restore", tmp_path / "copy.db", "--yes")
    assert "without its checksum" in told
    assert refs(garden) == [*OLD, "in the log only"]


def test_a_restore_that_nobody_confirmed_changes_nothing(garden: Garden, run: Run) -> None:
    run("backup")
    (made,) = backup.kept(garden)
    with Store.open(garden) as store:
        keep(store, "later")
    assert "--yes" in run("restore", made.path, status=1)
    assert refs(garden) == [*OLD, "later"]


@pytest.mark.parametrize(("answer", "found"), [(True, OLD), (False, [*OLD, "later"])])
def test_at_a_terminal_somebody_is_asked(
    garden: Garden, run: Run, monkeypatch: pytest.MonkeyPatch, answer: bool, found: list[str]
) -> None:
    run("backup")
    (made,) = backup.kept(garden)
    with Store.open(garden) as store:
        keep(store, "later")

    def confirm(asked: str, *, abort: bool) -> None:
        assert str(garden.root) in asked
        if abort and not answer:
            raise click.Abort

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr(click, "confirm", confirm)
    run("restore", made.path, status=0 if answer else 1)
    assert refs(garden) == found


def test_a_backup_that_was_changed_is_refused_before_anybody_is_asked(
    garden: Garden, run: Run
) -> None:
    run("backup")
    (made,) = backup.kept(garden)
    made.path.write_bytes(made.path.read_bytes()[:-1])
    assert "checksum" in run("restore", made.path, "--yes", status=1)


def test_a_dump_is_loaded_into_another_garden(run: Run, garden: Garden, tmp_path: Path) -> None:
    told = run("dump", tmp_path / "dump.json")
    assert "  ideas: 3\n" in told
    with TinyDB(tmp_path / "dump.json") as stock:
        assert len(stock.table("ideas")) == 3
    other = lay_out(tmp_path / "other", {})
    assert main(["--garden", str(other.root), "load", str(tmp_path / "dump.json")]) == 0
    assert refs(other) == OLD


def test_a_load_says_how_many_were_read_and_found(run: Run, garden: Garden, tmp_path: Path) -> None:
    run("dump", tmp_path / "dump.json")
    assert "--replace" in run("load", tmp_path / "dump.json", status=1)
    assert "--yes" in run("load", tmp_path / "dump.json", "--replace", status=1)
    told = run("load", tmp_path / "dump.json", "--replace", "--yes")
    assert "  ideas: 3\n" in told
    assert "documents read, and found again" in told
    assert "before-load-" in told


def test_what_a_load_left_out_is_told(run: Run, garden: Garden, tmp_path: Path) -> None:
    (tmp_path / "some.json").write_text('{"sessions": {"1": {}}, "_default": {"1": {}}}')
    told = run("load", tmp_path / "some.json", "--replace", "--yes")
    assert "Left out: sessions" in told


def test_the_doctor_tells_a_line_each_and_ends_with_one_if_something_is_wrong(
    run: Run, garden: Garden
) -> None:
    told = run("doctor")
    assert told.startswith("ok       Idea Garden")
    assert "warning  There is no daily backup" in told
    garden.database.write_bytes(b"no database")
    assert main(["--garden", str(garden.root), "doctor"]) == 1


def test_the_doctor_speaks_json_too(run: Run) -> None:
    found = json.loads(run("doctor", "--json"))
    assert {"level": "ok", "reason": "doctor-version"}.items() <= found[0].items()
    assert all(each["message"] for each in found)


def test_somebody_says_that_the_key_is_kept_elsewhere(run: Run, garden: Garden) -> None:
    assert "secret.key" in run("doctor", "--key-copied", status=1)
    secret(garden)
    assert "--key-copied" in run("doctor")
    assert "as you said on" in run("doctor", "--key-copied")
