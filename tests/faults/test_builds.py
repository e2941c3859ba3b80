"""Builds that fail half-way: the site that stood goes on standing, and it is told why."""

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from collector import jobs, pages
from collector.cli import main
from collector.entries import JobKind, Role
from collector.garden import Garden
from collector.jobs import Runner
from collector.jobs.runner import WORK
from collector.pages import generator
from collector.store import Store, reads, writes
from collector.web import create_app
from tests.faults.crowd import BRIEF, SETTINGS, Talk, until
from tests.gardens import lay_out
from tests.served import serving
from tests.web.desk.staff import let_in
from tests.web.gardens import NOW
from tests.web.visitor import Clock

Harm = Callable[[Path], None]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "garden"
    garden = lay_out(folder, {"bread": BRIEF}, SETTINGS)
    with Store.open(garden) as store:
        jobs.rebuild(garden, store, NOW)
    return folder


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "garden", symlinks=True))


def theme(folder: Path) -> None:
    """An override of the theme that no template engine reads."""
    path = folder / "site" / "theme" / "main.html"
    path.parent.mkdir(parents=True)
    path.write_text('{% extends "base.html" %}{% block content %}', "utf-8")


def plugin(folder: Path) -> None:
    """A plugin of the generator that is not installed."""
    (folder / "mkdocs.yml").write_text("plugins: [nobody-wrote-this]\n", "utf-8")


def yaml(folder: Path) -> None:
    """A configuration of the generator that can't be read."""
    (folder / "mkdocs.yml").write_text("theme: {name: material\n", "utf-8")


def slot(folder: Path) -> None:
    """A home page without the place where the challenges stand."""
    path = folder / "site" / "pages" / "index.md"
    path.parent.mkdir(parents=True)
    path.write_text("# Hello\n", "utf-8")


def third_party(folder: Path) -> None:
    """A page that loads something from elsewhere."""
    path = folder / "site" / "pages" / "about.md"
    path.parent.mkdir(parents=True)
    path.write_text("# About\n\n<script src='https://cdn.example/x.js'></script>\n", "utf-8")


HARMS = [theme, plugin, yaml, slot, third_party]


@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: harm.__name__)
def test_a_build_that_fails_leaves_the_site_that_stood(
    folder: Path, harm: Harm, capsys: pytest.CaptureFixture[str]
) -> None:
    garden = Garden.find(folder)
    stood = pages.live(garden)
    assert stood is not None
    before = {path: path.read_bytes() for path in stood.public.rglob("*") if path.is_file()}
    harm(folder)
    assert main(["--garden", str(folder), "build"]) == 1
    told = capsys.readouterr().err
    assert len(told) > 40
    assert "Traceback" not in told
    assert garden.live.resolve() == stood.folder
    assert before == {path: path.read_bytes() for path in before}


def test_a_generator_that_is_killed_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generator, "COMMAND", ("sh", "-c", "kill -9 $$"))
    stood = (folder / "build" / "live").resolve()
    assert main(["--garden", str(folder), "build"]) == 1
    assert "-9" in capsys.readouterr().err
    assert (folder / "build" / "live").resolve() == stood


@pytest.mark.parametrize("lost", [".", "build.json"])
def test_a_site_that_was_taken_away_is_built_anew_beside_its_place(folder: Path, lost: str) -> None:
    gone = (folder / "build" / "live").resolve()
    shutil.rmtree(gone) if lost == "." else (gone / lost).unlink()
    assert main(["--garden", str(folder), "build"]) == 0
    site = pages.live(Garden.find(folder))
    assert site is not None
    assert site.folder.name != gone.name
    assert list(site.briefs) == ["bread"]


@pytest.fixture
def theme_broken(folder: Path) -> Path:
    theme(folder)
    return folder


def test_serve_begins_with_the_site_that_stood_where_none_can_be_built(
    theme_broken: Path,
) -> None:
    with serving(theme_broken) as served:
        assert Talk(served).get("/challenges/bread/")[0] == 200
        assert Talk(served).send_idea("Rye")[0] == 201
        assert "main.html" in served.printed


def test_a_job_that_fails_is_told_at_the_desk_until_it_is_done(folder: Path) -> None:
    settings = f"{SETTINGS}\n[publish]\nthen = \"sh -c 'echo no room on the server; exit 3'\"\n"
    (folder / "ideagarden.toml").write_text(settings, "utf-8")
    garden, clock = Garden.find(folder), Clock(NOW)
    app = create_app(garden, clock=clock)
    store = app.extensions["garden"].store
    ada = let_in(app, "ada", Role.OWNER)
    writes.enqueue(store, JobKind.PUBLISH, "", NOW)
    runner = Runner(garden, store, clock)
    while runner.once():
        pass
    assert "no room on the server" in ada.gets("/desk/challenges/").text
    (folder / "ideagarden.toml").write_text(settings.replace("exit 3", "exit 0"), "utf-8")
    clock.now += timedelta(hours=1)
    runner = Runner(Garden.find(folder), store, clock)
    while runner.once():
        pass
    assert "no room on the server" not in ada.gets("/desk/challenges/").text
    store.close()


def test_a_fault_of_ours_in_one_job_holds_up_no_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    garden = Garden.find(folder)
    with Store.open(garden) as store:
        runner = Runner(garden, store, Clock(NOW))
        broken = {JobKind.BUILD: lambda _runner, _job: {}["nothing"]}
        monkeypatch.setattr("collector.jobs.runner.WORK", {**WORK, **broken})
        writes.enqueue(store, JobKind.BUILD, "", NOW - timedelta(minutes=1))
        writes.enqueue(store, JobKind.FILL, "bread", NOW)
        while runner.once():
            pass
        told = {each.kind: (each.done is not None, each.error) for each in reads.jobs(store)}
    assert told == {JobKind.BUILD: (False, "KeyError('nothing')"), JobKind.FILL: (True, "")}


def test_while_files_are_watched_faults_are_told_and_mended_ones_shown(folder: Path) -> None:
    path = folder / "challenges" / "bread.md"
    with serving(folder, "--watch") as served:
        page = lambda: Talk(served).get("/challenges/bread/")[2]  # noqa: E731
        path.write_text(BRIEF.replace("What should", "Which loaf should"), "utf-8")
        until(lambda: "Which loaf should" in page())
        path.write_text(BRIEF.replace("{.idea}", "{.idee}"), "utf-8")
        until(lambda: f"{path}:9:" in served.printed)
        assert "Which loaf should" in page()
        theme(folder)
        path.write_text(BRIEF.replace("What should", "Which cake should"), "utf-8")
        until(lambda: "MkDocs could not make" in served.printed)
        assert "Which loaf should" in page()
        (folder / "site" / "theme" / "main.html").unlink()
        path.write_text(BRIEF.replace("What should", "Which roll should"), "utf-8")
        until(lambda: "Which roll should" in page())
        assert Talk(served).send_idea("Rye")[0] == 201
    assert "Traceback" not in served.printed
