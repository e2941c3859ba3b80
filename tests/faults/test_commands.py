"""Whatever is wrong with a garden's files, a command says it in one message with the fix."""

import shutil
from pathlib import Path

import pytest

from collector.cli import main
from tests.faults.disks import fill_up, make_room, read_only, small_disk
from tests.gardens import lay_out
from tests.served import free_port

BRIEF = """\
---
closes: never
---

# Bread

Ask.

## Idea {.idea}

### Name * {#title}
____

## Poll {.poll #hours}

### When? * {#when}
- ( ) Early
- ( ) Late
- ( ) Other: ____
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "Bäckerei an der Ecke"
    lay_out(folder, {"bread": BRIEF})
    assert main(["--garden", str(folder), "build"]) == 0
    return folder


@pytest.fixture
def garden(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / built.name, symlinks=True))


class Told:
    """Runs a command and keeps what it said where errors are told."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def by(self, folder: Path, *words: str) -> str:
        self.capsys.readouterr()
        assert main(["--garden", str(folder), *words]) == 1
        told = self.capsys.readouterr().err.strip()
        assert told
        assert "Traceback" not in told
        assert "[Errno" not in told.partition("(")[0]
        return told


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    return Told(capsys)


EVERY = [
    ("build",),
    ("publish",),
    ("serve",),
    ("check",),
    ("moderate", "list"),
    ("account", "list"),
    ("export", "bread", "--to", "x.xlsx"),
    ("new", "rolls"),
]


@pytest.mark.parametrize("words", EVERY, ids=lambda words: words[0])
def test_settings_that_can_not_be_read_are_named(
    garden: Path, told: Told, words: tuple[str, ...]
) -> None:
    path = garden / "ideagarden.toml"
    path.write_bytes(b'name = "B\xe4ckerei"')
    assert f"{path} can't be read" in told.by(garden, *words)
    path.unlink()
    assert "ideagarden init" in told.by(garden, *words)


@pytest.mark.parametrize("port", ["0", "65536", "-1"])
def test_a_port_that_there_is_not_is_refused(garden: Path, told: Told, port: str) -> None:
    (garden / "ideagarden.toml").write_text(f"[serve]\nport = {port}\n")
    assert "serve.port" in told.by(garden, "serve")


def test_a_damaged_key_or_store_is_named(garden: Path, told: Told) -> None:
    key, store = garden / "var" / "secret.key", garden / "var" / "garden.db"
    key.write_text("short")
    assert str(key) in told.by(garden, "serve", "--port", str(free_port()))
    key.unlink()
    store.write_bytes(b"no database" * 1000)
    assert "backup" in told.by(garden, "serve", "--port", str(free_port()))


def test_an_address_that_is_nobodys_is_told(garden: Path, told: Told) -> None:
    assert "--host" in told.by(garden, "serve", "--host", "no.such.host.invalid")


@pytest.mark.parametrize("words", [("build",), ("serve",), ("publish",), ("moderate", "list")])
@pytest.mark.parametrize("part", [".", "var"])
def test_where_nothing_may_be_kept_every_command_says_so(
    garden: Path, told: Told, words: tuple[str, ...], part: str
) -> None:
    with read_only(garden / part):
        said = told.by(garden, *words)
        assert "var" in said
        assert "write" in said


@pytest.mark.parametrize("words", [("build",), ("publish",)])
def test_where_no_page_may_be_written_the_site_that_stood_stands(
    garden: Path, told: Told, words: tuple[str, ...]
) -> None:
    stood = (garden / "build" / "live").resolve()
    with read_only(garden / "build"):
        assert "still stands" in told.by(garden, *words)
    assert (garden / "build" / "live").resolve() == stood
    assert (stood / "public" / "index.html").is_file()


def test_a_brief_that_may_not_be_written_is_told_and_stays(garden: Path, told: Told) -> None:
    path = garden / "challenges" / "bread.md"
    with read_only(garden / "challenges"):
        assert "write" in told.by(garden, "check", "--fix")
        assert "write" in told.by(garden, "new", "rolls")
    assert path.read_text("utf-8") == BRIEF


def test_on_a_full_disk_no_brief_is_lost_or_cut(garden: Path, told: Told) -> None:
    with small_disk(garden / "challenges", 1):
        path = garden / "challenges" / "bread.md"
        path.write_text(BRIEF, "utf-8")
        fill_up(garden / "challenges")
        assert "room" in told.by(garden, "check", "--fix")
        assert "room" in told.by(garden, "new", "rolls")
        assert path.read_text("utf-8") == BRIEF
        make_room(garden / "challenges")
        assert sorted(each.name for each in path.parent.iterdir()) == ["bread.md"]


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx", "out.ods", "out.json"])
def test_an_export_without_a_place_leaves_the_file_that_stood(
    garden: Path, told: Told, tmp_path: Path, name: str
) -> None:
    full, locked = tmp_path / "full", tmp_path / "locked"
    locked.mkdir()
    words = ("export", "bread", "--form", "idea", "--to")
    with small_disk(full, 1):
        (full / name).write_text("old")
        fill_up(full)
        assert "still stands" in told.by(garden, *words, str(full / name))
        assert (full / name).read_text() == "old"
    (locked / name).write_text("old")
    with read_only(locked):
        assert "still stands" in told.by(garden, *words, str(locked / name))
    assert (locked / name).read_text() == "old"
    assert [each.name for each in locked.iterdir()] == [name]


def test_without_briefs_it_is_told_how_to_begin_one(
    garden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(garden / "challenges")
    for _ in range(2):
        capsys.readouterr()
        assert main(["--garden", str(garden), "check"]) == 0
        assert "ideagarden new" in capsys.readouterr().out
        (garden / "challenges").mkdir(exist_ok=True)
    assert main(["--garden", str(garden), "build"]) == 0
    home = (garden / "build" / "live" / "public" / "index.html").read_text("utf-8")
    assert "challenges/bread" not in home


@pytest.mark.parametrize(
    ("name", "words"),
    [("var", ("build",)), ("build", ("build",)), ("challenges", ("new", "rolls"))],
)
def test_a_file_where_a_folder_belongs_is_named(
    tmp_path: Path, told: Told, name: str, words: tuple[str, ...]
) -> None:
    (tmp_path / "ideagarden.toml").write_text("")
    (tmp_path / name).write_text("not a folder")
    assert str(tmp_path / name) in told.by(tmp_path, *words)


def test_a_page_that_is_not_utf8_is_named(garden: Path, told: Told) -> None:
    page = garden / "site" / "pages" / "about.md"
    page.parent.mkdir(parents=True)
    page.write_bytes("# Über uns\n".encode("latin-1"))
    assert str(page) in told.by(garden, "build")


def test_a_demo_is_never_laid_over_anything_else(
    garden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(garden.rglob("*"))
    for fresh in ([], ["--fresh"]):
        assert main(["demo", "--folder", str(garden), *fresh, "--port", "18473"]) == 1
        assert "--folder" in capsys.readouterr().err
    assert sorted(garden.rglob("*")) == before
