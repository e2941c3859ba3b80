"""Themes are found by a process of their own, with an end to its time."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bench.themes import planted
from collector.acts import themes as acts
from collector.analysis.themes import LEAST_IDEAS, Found, how_many
from collector.entries import Idea, Job, JobKind, State
from collector.errors import GardenError
from collector.garden import Garden, Settings
from collector.jobs import Runner, themes
from collector.jobs.daily import ask_daily
from collector.store import Store, reads, writes
from collector.store import themes as kept

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def garden(tmp_path: Path) -> Garden:
    return Garden(tmp_path, Settings())


@pytest.fixture
def store(garden: Garden) -> Iterator[Store]:
    with Store.open(garden) as store:
        yield store


def fill(store: Store, ideas: int) -> None:
    def act(store: Store) -> None:
        for each in planted(ideas, 4)[0]:
            idea = Idea(
                ref=each.ref,
                challenge="bread",
                form="idea",
                form_hash="h",
                answers={"title": each.text[:20], "text": each.text},
                state=State.APPROVED,
                received=NOW,
            )
            writes.add(store, idea)

    store.transact(act)


def works(garden: Garden, store: Store) -> None:
    runner = Runner(garden, store, lambda: NOW, {JobKind.THEMES})
    while runner.once():
        pass


def test_they_are_found_once_somebody_asked_and_named_ones_stay(
    garden: Garden, store: Store
) -> None:
    fill(store, 60)
    acts.ask(store, "bread", NOW)
    works(garden, store)
    found = kept.of(store, "bread")
    assert 3 <= len(found) <= how_many(60)
    assert sum(len(each.found) for each in found) >= 55
    acts.name(store, "bread", found[0].ref, "Loaves")
    acts.ask(store, "bread", NOW)
    works(garden, store)
    again = kept.of(store, "bread")
    assert [(each.ref, each.found) for each in again] == [(each.ref, each.found) for each in found]
    assert again[0].name == "Loaves"


def test_below_fifty_and_without_the_extra_nothing_is_found(
    garden: Garden, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(themes, "topics", lambda _statements: pytest.fail("it was asked for"))
    fill(store, LEAST_IDEAS - 1)
    themes.find(garden, store, "bread")
    monkeypatch.setattr(themes, "can_find", lambda: False)
    writes.add(store, replace(next(reads.ideas(store, "bread")), ref="one more"))
    themes.find(garden, store, "bread")
    assert kept.of(store, "bread") == []


def test_one_that_takes_too_long_is_ended_and_one_that_fails_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    statements = planted(60, 4)[0]
    monkeypatch.setattr(themes, "LONGEST", 0.01)
    with pytest.raises(GardenError, match="themes-too-long"):
        themes.topics(statements)
    monkeypatch.setattr(themes, "LONGEST", 30)
    monkeypatch.setattr(themes, "COMMAND", (*themes.COMMAND[:1], "-c", "raise MemoryError"))
    with pytest.raises(GardenError, match="themes-failed") as caught:
        themes.topics(statements)
    assert "MemoryError" in str(caught.value.facts["said"])


def asked(store: Store, now: datetime) -> list[Job]:
    ask_daily(store, ZoneInfo("Europe/Berlin"), now)
    return [each for each in reads.jobs(store) if each.kind is JobKind.THEMES and not each.done]


def test_each_day_they_are_asked_for_where_there_are_any(store: Store) -> None:
    assert asked(store, NOW) == []
    acts.settle(store, "bread", [Found(("rye",), ("a",))])
    (job,) = asked(store, NOW)
    assert job.subject == "bread"
    writes.finish(store, job, NOW)
    assert asked(store, NOW) == []
    assert len(asked(store, NOW + timedelta(days=1))) == 1
