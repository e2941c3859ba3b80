"""What a challenge brought is taken home on the command line: all of it, or what was chosen."""

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest

from collector.brief import Form
from collector.cli import main
from collector.entries import Decision, State, Vote, new_reference
from collector.form import define
from collector.garden import Garden
from collector.pages import briefs_to_build
from collector.store import Store, writes
from tests.gardens import lay_out
from tests.kept import idea, response

BRIEF = """\
---
closes: never
---

# Bread

Ask.

## Poll {.poll}

### When?
- (early) Early
- (late) Late
"""
MARCH, MAY = datetime(2026, 3, 1, 12, tzinfo=UTC), datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A garden with three answers to a poll."""
    garden = lay_out(tmp_path_factory.mktemp("garden"), {"bread": BRIEF})
    asked = briefs_to_build(garden)["bread"].forms[0]
    with Store.open(garden) as store:
        keep(garden, store, asked)
    return garden.root


def keep(garden: Garden, store: Store, asked: Form) -> None:
    sent = (
        response(asked, {"when": "early"}, received=MARCH),
        response(asked, {"when": "late"}, received=MAY, language="de"),
        response(asked, {"when": "late"}, received=MAY, state=State.WAITING),
    )
    assert define(asked).hash == sent[0].form_hash
    for each in sent:
        writes.add(store, each)


def run(folder: Path, *words: str) -> int:
    return main(["--garden", str(folder), "export", "bread", *words])


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ((), ["Early", "Late", "Late"]),
        (("--until", "2026-04-30"), ["Early"]),
        (("--from", "2026-04-30", "--state", "approved"), ["Late"]),
        (("--state", "waiting", "--state", "spam"), ["Late"]),
        (("--language", "de"), ["Late"]),
        (("--language", "fr"), []),
    ],
)
def test_what_was_chosen_is_written(
    garden: Path, tmp_path: Path, chosen: tuple[str, ...], told: list[str]
) -> None:
    path = tmp_path / "bread.csv"
    assert run(garden, "--to", str(path), *chosen) == 0
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert [row["when"] for row in csv.DictReader(file)] == told


def test_how_far_it_is_and_how_many_were_written_is_told(
    garden: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bread.ods"
    assert run(garden, "--to", str(path), "--state", "approved") == 0
    told = capsys.readouterr().out
    assert f"Writing {path}" in told
    assert f"2 entries in {path}" in told


def test_days_that_run_backwards_are_refused_and_states_that_are_none(
    garden: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    days = ("--from", "2026-05-01", "--until", "2026-04-01")
    assert run(garden, "--to", str(tmp_path / "b.csv"), *days) == 1
    assert "run backwards" in capsys.readouterr().err
    assert run(garden, "--to", str(tmp_path / "b.csv"), "--state", "erased") == 2
    assert run(garden, "--to", str(tmp_path / "b.csv"), "--from", "yesterday") == 2
    assert not list(tmp_path.iterdir())


TALKED = BRIEF.replace("closes: never", "closes: never\nvoting: approve\ncomments: yes").replace(
    "## Poll",
    """\
## Idea {.idea}

### Title * {#title .public}
____

## Poll""",
)


@pytest.fixture(scope="module")
def talked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A garden with an idea, two votes and a decision on it."""
    garden = lay_out(tmp_path_factory.mktemp("talked"), {"bread": TALKED, "roof": BRIEF})
    asked = briefs_to_build(garden)["bread"].forms[0]
    with Store.open(garden) as store:
        rye = idea(asked, {"title": "Rye"})
        writes.add(store, rye)
        writes.add(store, Decision.on(rye, "approve", State.APPROVED, "maja", MAY))
        for voter in ("ada", "bob"):
            told = {"ref": new_reference(), "challenge": "bread", "round": "1", "at": MAY}
            writes.add(store, Vote(**told, idea=rye.ref, voter=voter, value="yes"))
    return garden.root


@pytest.mark.parametrize(
    ("what", "column", "cells"),
    [
        ("ideas", "votes", ["2"]),
        ("votes", "value", ["yes", "yes"]),
        ("decisions", "by", ["maja"]),
        ("comments", "text", []),
    ],
)
def test_what_is_asked_for_is_written(
    talked: Path, tmp_path: Path, what: str, column: str, cells: list[str]
) -> None:
    path = tmp_path / "bread.csv"
    assert run(talked, "--to", str(path), "--what", what) == 0
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert [row[column] for row in csv.DictReader(file)] == cells


def test_what_does_not_fit_into_one_table_is_said(
    talked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "bread.csv")
    assert run(talked, "--to", path, "--what", "all") == 1
    assert "holds one table" in capsys.readouterr().err
    assert run(talked, "--to", path) == 1
    assert "Choose one: idea, poll" in capsys.readouterr().err
    assert run(talked, "--to", path, "--what", "votes", "--form", "idea") == 1
    assert "not both" in capsys.readouterr().err
    assert run(talked, "--to", path, "--what", "everything") == 2
    assert not list(tmp_path.iterdir())


def test_polis_files_go_into_a_folder_or_a_zip(
    talked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(talked, "--to", str(tmp_path / "polis"), "--what", "polis") == 0
    assert "2 votes in" in capsys.readouterr().out
    assert (tmp_path / "polis" / "votes.csv").read_text("utf-8").count("\n") == 3
    assert run(talked, "--to", str(tmp_path / "polis.zip"), "--what", "polis") == 0
    chosen = ("--what", "polis", "--state", "approved")
    assert run(talked, "--to", str(tmp_path / "some"), *chosen) == 1
    assert "whole round" in capsys.readouterr().err
    roof = ("--garden", str(talked), "export", "roof", "--to", str(tmp_path / "roof"))
    assert main([*roof, "--what", "polis"]) == 1
    assert "for and against" in capsys.readouterr().err
    assert sorted(each.name for each in tmp_path.iterdir()) == ["polis", "polis.zip"]
