import csv

import pytest

from collector.acts import desk
from collector.cli import main
from collector.entries import Idea, State
from collector.garden import Garden
from collector.moderation import Move
from collector.store import Store, writes
from tests.gardens import lay_out
from tests.web.gardens import NOW

BRIEF = "# Bread\n\nAsk.\n\n## Idea {.idea}\n\n### Name * {#title}\n____\n"


@pytest.fixture
def garden(tmp_path):
    lay_out(tmp_path, {"bread": BRIEF})
    return Garden.find(tmp_path)


def test_the_log_is_written_without_names(garden, tmp_path, capsys):
    idea = Idea(
        ref="k3",
        challenge="bread",
        form="idea",
        form_hash="x",
        answers={"title": "Rye"},
        state=State.WAITING,
        received=NOW,
    )
    with Store.open(garden) as store:
        writes.add(store, idea)
        desk.decide(store, Move.APPROVE, ["k3"], "ada", NOW)
    path = tmp_path / "log.csv"
    assert main(["--garden", str(garden.root), "decisions", "bread", "--to", str(path)]) == 0
    assert "without names: 1." in capsys.readouterr().out
    with path.open(encoding="utf-8", newline="") as file:
        [row] = csv.DictReader(file)
    assert (row["move"], row["role"], row["day"]) == ("approve", "former", "2026-11-20")
    assert "k3" not in path.read_text("utf-8")


@pytest.mark.parametrize(("slug", "name"), [("bread", "log.txt"), ("cake", "log.csv")])
def test_what_can_not_be_written_is_told(garden, tmp_path, capsys, slug, name):
    path = tmp_path / name
    assert main(["--garden", str(garden.root), "decisions", slug, "--to", str(path)]) == 1
    assert capsys.readouterr().err
    assert not path.exists()
