"""The measurements: what they tell is computed rightly, and each has its line in their document."""

import time
from contextlib import nullcontext
from pathlib import Path

import pytest

from bench.__main__ import MEASURES
from bench.store.ideas import RARE, documents
from bench.store.postgres import speed_of
from bench.store.press import Speed, middle, press

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", MEASURES)
def test_every_measurement_is_told_in_its_document(name: str) -> None:
    assert f"\n| `{name}` |" in (ROOT / "bench" / "README.md").read_text("utf-8")


def test_every_thread_acts_with_what_it_opened_for_itself() -> None:
    opened: list[list[int]] = []

    def actor() -> nullcontext:
        mine: list[int] = []
        opened.append(mine)
        return nullcontext(lambda: (mine.append(1), time.sleep(0.001)))

    speed = press(actor, threads=3, seconds=0.1)
    assert len(opened) == 3
    assert all(opened)
    assert speed.p99 >= 1


def test_a_thread_that_fails_is_not_counted_as_fast() -> None:
    def fail() -> None:
        raise OSError("no disk")

    with pytest.raises(OSError, match="no disk"):
        press(lambda: nullcontext(fail), threads=2, seconds=0.1)


def test_the_middle_of_five_turns_ignores_an_outlier_of_rate_and_one_of_delay() -> None:
    turns = [Speed(100, 5), Speed(100, 5), Speed(101, 6), Speed(9, 5), Speed(100, 900)]
    assert middle(turns) == Speed(100, 5)


def test_clients_that_work_at_once_are_not_added_up_in_time() -> None:
    log = [f"{client} {n} 10000 0 1795305149 514606" for client in (0, 1) for n in range(100)]
    found = speed_of(log)
    assert found.rate == pytest.approx(200)
    assert found.p99 == pytest.approx(10)


@pytest.mark.parametrize("size", [1_000, 1_234])
def test_a_store_of_any_size_holds_as_many_rare_ideas(size: int) -> None:
    made = list(documents(size))
    assert len(made) == size
    assert len({each["ref"] for each in made}) == size
    assert sum(each["state"] == "spam" for each in made) == RARE
