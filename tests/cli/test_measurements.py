"""`import measurements`, as somebody types it."""

from pathlib import Path

import pytest

from collector.cli import main
from collector.garden import Garden
from collector.store import Store, measurements
from tests.gardens import lay_out

LINE = "measure: kg of plastic, from 120 to 40 kg, by 2090-06-30"
BREAD = f"---\ncloses: never\nobjective: Less\n{LINE}\n---\n# Bread\n"
IDLE = "---\ncloses: never\nobjective: Less\n---\n# Idle\n"
TABLE = "day,value\n2026-01-05,118 kg\n12.1.2026,111.5\n"


@pytest.fixture
def garden(tmp_path: Path) -> Garden:
    return lay_out(tmp_path, {"bread": BREAD, "idle": IDLE})


@pytest.fixture
def run(garden: Garden, capsys: pytest.CaptureFixture[str]):
    def run(text: str, *more: str, slug: str = "bread") -> tuple[int, str]:
        file = garden.root / "table.csv"
        file.write_text(text, encoding="utf-8")
        words = ("import", "measurements", slug, str(file), "--by", "ada", *more)
        code = main(["--garden", str(garden.root), *words])
        told = capsys.readouterr()
        return code, told.out + told.err

    return run


def kept(garden: Garden) -> list[float]:
    with Store.open(garden) as store:
        return [each.value for each in measurements.of_challenge(store, "bread")]


def test_a_table_is_kept_once(run, garden):
    assert run(TABLE) == (0, "Kept: 2 new, 0 in place of others; 0 were known already.\n")
    assert run(TABLE) == (0, "Kept: 0 new, 0 in place of others; 2 were known already.\n")
    assert kept(garden) == [118, 111.5]


def test_a_dry_run_keeps_nothing(run, garden):
    assert "Would be kept: 2 new" in run(TABLE, "--dry-run")[1]
    assert kept(garden) == []


def test_all_faults_are_told_and_nothing_is_kept(run, garden):
    code, told = run("day,value\n2026-01-05,many\n2090-01-01,3\n2026-01-06,4\n")
    assert code == 1
    assert "Row 2, value" in told
    assert "Row 3, day" in told
    assert kept(garden) == []


def test_other_values_are_put_in_place_only_when_asked(run, garden):
    run(TABLE)
    other = TABLE.replace("111.5", "110")
    code, told = run(other)
    assert (code, kept(garden)) == (1, [118, 111.5])
    assert "2026-01-12" in told
    assert run(other, "--replace")[0] == 0
    assert kept(garden) == [118, 110]


def test_what_measures_nothing_takes_nothing(run):
    assert run(TABLE, slug="idle")[0] == 1
    assert run(TABLE, slug="nothing")[0] == 1
