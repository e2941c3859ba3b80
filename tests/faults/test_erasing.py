"""Somebody who erases and somebody who clears are killed: what was told to be gone is gone."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from collector.brief import Shape
from collector.entries import Promise, State
from collector.form import define, labels
from collector.garden import Garden, Settings
from collector.store import Store, erased, reads, writes
from tests.form.forms import form, question
from tests.kept import NOW, idea

ASKED = form(question(Shape.TEXT, "title"), question(Shape.EMAIL))

ERASES = """
import sys
from collector.acts import upkeep
from collector.garden import Garden, Settings
from collector.store import Store, reads
from pathlib import Path
from datetime import UTC, datetime
garden = Garden(Path(sys.argv[1]), Settings())
with Store.open(garden) as store:
    for each in list(reads.ideas(store, "bread")):
        upkeep.erase(garden, store, each.ref, "ada", datetime.now(UTC))
        print(each.ref, flush=True)
"""

CLEARS = """
import sys
from collector.acts import retention
from collector.garden import Garden, Settings
from collector.store import Store
from pathlib import Path
from datetime import UTC, datetime
retention.AT_ONCE = 5
garden = Garden(Path(sys.argv[1]), Settings())
with Store.open(garden) as store:
    (promise,) = retention.promises(store, garden.settings)
    for each in retention.clear(store, promise, datetime.now(UTC)):
        print(each.holding, flush=True)
"""


@pytest.fixture
def garden(tmp_path: Path) -> Garden:
    garden, made = Garden(tmp_path, Settings()), define(ASKED)
    with Store.open(garden) as store:
        words = labels(ASKED)
        writes.keep_definition(store, "bread", "idea", made.hash, made.to_document(), words, "en")
        writes.keep_promise(
            store, Promise(challenge="bread", closes=NOW.replace(year=2020), days=1)
        )
        for n in range(400):
            writes.add(store, idea(ASKED, {"title": f"Rye {n}", "email": "ann@example.org"}))
    return garden


def killed(garden: Garden, script: str, seed: int) -> list[str]:
    """What it had told to be done when it was killed."""
    command = [sys.executable, "-c", script, str(garden.root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = [process.stdout.readline().strip()]
        time.sleep(random.Random(seed).uniform(0, 0.05))
        process.kill()
        return told + process.stdout.read().splitlines()


@pytest.mark.parametrize("seed", range(2))
def test_every_erased_entry_is_on_the_list_and_every_told_one_is_erased(
    garden: Garden, seed: int
) -> None:
    told = {each for each in killed(garden, ERASES, seed) if len(each) == 16}
    with Store.open(garden) as store:
        gone = {each.ref for each in reads.ideas(store, "bread", State.ERASED)}
    assert told <= gone <= erased.listed(garden)
    assert gone


@pytest.mark.parametrize("seed", range(2))
def test_clearing_goes_on_where_it_was_killed(garden: Garden, seed: int) -> None:
    done = sum(int(each) for each in killed(garden, CLEARS, seed) if each)
    with Store.open(garden) as store:
        cleared = [each for each in reads.ideas(store, "bread") if each.cleared]
        assert 0 < done <= len(cleared)
        assert not any("email" in each.answers for each in cleared)
    command = [sys.executable, "-c", CLEARS, str(garden.root)]
    subprocess.run(command, check=True, capture_output=True)
    with Store.open(garden) as store:
        assert not any("email" in each.answers for each in reads.ideas(store, "bread"))
