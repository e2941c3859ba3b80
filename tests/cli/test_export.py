"""What a challenge brought is taken home on the command line: all of it, or what was chosen."""

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest

from collector.brief import Form
from collector.cli import main
from collector.entries import State
from collector.form import define
from collector.garden import Garden
from collector.pages import briefs_to_build
from collector.store import Store, writes
from tests.gardens import lay_out
from tests.kept import response

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
