"""The runner keeps promises about personal answers, and sweeps after what was erased."""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from collector.acts import retention
from collector.brief import Shape
from collector.entries import JobKind, Link, Promise, Role, Session
from collector.form import define, labels
from collector.garden import Garden, Settings
from collector.jobs import Runner, runner
from collector.store import Store, reads, writes
from tests.form.forms import form, question
from tests.kept import NOW, idea

ASKED = form(question(Shape.TEXT, "title"), question(Shape.EMAIL))


@pytest.fixture
def garden(tmp_path: Path) -> Garden:
    return Garden(tmp_path, Settings())


@pytest.fixture
def store(garden: Garden) -> Iterator[Store]:
    with Store.open(garden) as store:
        made = define(ASKED)
        words = labels(ASKED)
        writes.keep_definition(
            store, "bread", ASKED.name, made.hash, made.to_document(), words, "en"
        )
        writes.keep_promise(store, Promise(challenge="bread", closes=NOW, days=30))
        for _ in range(5):
            writes.add(store, idea(ASKED, {"title": "Rye", "email": "ann@example.org"}))
        yield store


def emails(store: Store) -> int:
    return sum("email" in each.answers for each in reads.ideas(store, "bread"))


def at(garden: Garden, store: Store, days: int) -> Runner:
    return Runner(garden, store, lambda: NOW + timedelta(days=days))


def kinds(store: Store) -> list[JobKind]:
    return sorted(job.kind for job in reads.jobs(store) if job.done is None)


def works(runner: Runner) -> None:
    runner.renew(runner.clock())
    while runner.once():
        pass


def test_a_promise_is_kept_on_its_day_and_not_before(garden: Garden, store: Store) -> None:
    works(at(garden, store, days=29))
    assert emails(store) == 5
    works(at(garden, store, days=30))
    assert emails(store) == 0


def test_it_goes_on_after_a_pause_where_there_is_much_to_erase(
    garden: Garden, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "AT_ONCE", 2)
    monkeypatch.setattr(runner, "LONGEST_RETAINING", -1)
    end = NOW + timedelta(days=30)
    busy = Runner(garden, store, lambda: end, {JobKind.RETAIN})
    writes.enqueue(store, JobKind.RETAIN, "", end)
    left = []
    while JobKind.RETAIN in kinds(store):
        busy.once()
        left.append(emails(store))
    assert left == [3, 1, 0, 0]


def test_log_ins_and_links_that_ended_go_too(garden: Garden, store: Store) -> None:
    for days in (1, 31):
        ends = NOW + timedelta(days=days)
        writes.add(store, Session(token_hash=f"{days}", account="ada", csrf="", ends=ends))
        writes.add(store, Link(code_hash=f"{days}", account="ada", role=Role.OWNER, ends=ends))
    works(at(garden, store, days=30))
    assert [reads.session(store, day) is None for day in ("1", "31")] == [True, False]
    assert [reads.link(store, day) is None for day in ("1", "31")] == [True, False]


def test_what_killed_processes_left_goes_each_day(garden: Garden, store: Store) -> None:
    draft = garden.published / ".bread.json.k3d9"
    draft.parent.mkdir()
    draft.touch()
    os.utime(draft, (0, 0))
    works(at(garden, store, days=0))
    assert not draft.exists()


def test_traces_are_swept_once_the_pages_are_filled(garden: Garden, store: Store) -> None:
    writes.enqueue(store, JobKind.FILL, "bread", NOW + timedelta(hours=1))
    writes.enqueue(store, JobKind.SWEEP, "", NOW)
    at(garden, store, days=0).once()
    assert kinds(store) == [JobKind.FILL, JobKind.SWEEP]
    for days in (1, 2):
        works(at(garden, store, days))
    assert kinds(store) == []
