"""Processes of a served garden are killed while visitors post: nothing promised is lost."""

import signal
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from collector.acts import desk
from collector.garden import Garden
from collector.moderation import Move
from collector.store import Store, reads
from tests.faults.crowd import (
    BRIEF,
    SETTINGS,
    Crowd,
    Talk,
    all_gone,
    family,
    posting,
    runners_of,
    titles_kept,
    until,
    workers_of,
)
from tests.faults.reaper import Reaper, reaping
from tests.gardens import lay_out
from tests.served import Served, begun, free_port, serving


def nothing_lost_or_doubled(folder: Path, crowd: Crowd) -> None:
    kept = Counter(titles_kept(folder))
    assert crowd.kept
    assert [title for title in crowd.kept if kept[title] != 1] == []
    assert [title for title, times in kept.items() if times > 1] == []


def approved_idea_is_shown(served: Served, title: str) -> None:
    """The runner works: what is approved comes to the page."""
    talk = Talk(served)
    assert talk.send_idea(title)[0] == 201
    with Store.open(Garden.find(served.folder)) as store:
        idea = next(each for each in reads.ideas(store, "bread") if each.answers["title"] == title)
        desk.decide(store, Move.APPROVE, [idea.ref], by="ada", now=datetime.now(UTC))
    until(lambda: title in talk.get("/challenges/bread/")[2], 90)


def test_whoever_is_killed_is_begun_again_and_nothing_promised_is_lost(tmp_path: Path) -> None:
    folder = tmp_path / "Bäckerei an der Ecke"
    lay_out(folder, {"bread": BRIEF}, SETTINGS)
    with serving(folder) as served:
        (first,) = runners_of(served)
        with posting(served, "while killed") as crowd:
            until(lambda: len(crowd.kept) > 20)
            first.kill()
            workers_of(served)[0].kill()
            until(lambda: len(workers_of(served)) == 2)
            before = len(crowd.kept)
            until(lambda: len(crowd.kept) > before + 20)
        nothing_lost_or_doubled(folder, crowd)
        assert set(crowd.refused) <= {503}
        until(lambda: first not in runners_of(served) and runners_of(served))
        assert str(first.pid) in served.printed
        approved_idea_is_shown(served, "Approved afterwards")
        assert "Traceback" not in served.printed


def test_a_killed_server_leaves_nobody_behind_and_starts_again(tmp_path: Path) -> None:
    lay_out(tmp_path, {"bread": BRIEF}, SETTINGS)
    port = free_port()
    with serving(tmp_path, port=port) as served:
        others = family(served)
        with posting(served, "before") as crowd:
            until(lambda: len(crowd.kept) > 20)
            served.process.kill()
            served.process.wait()
        all_gone(others)
    nothing_lost_or_doubled(tmp_path, crowd)
    with serving(tmp_path, port=port) as served:
        assert Talk(served).get("/challenges/bread/")[0] == 200
        assert Talk(served).send_idea("After")[0] == 201
        again = family(served)
    all_gone(again)
    nothing_lost_or_doubled(tmp_path, crowd)
    assert "Traceback" not in served.printed


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_a_server_that_is_stopped_leaves_nobody_behind(tmp_path: Path, name: str) -> None:
    lay_out(tmp_path, {"bread": BRIEF}, SETTINGS)
    with serving(tmp_path, "--watch") as served:
        others = family(served)
        served.process.send_signal(getattr(signal, name))
        assert served.process.wait(timeout=30) == 0
        all_gone(others)
    assert "Traceback" not in served.printed


def test_a_server_stopped_while_it_builds_leaves_nobody_behind(tmp_path: Path) -> None:
    lay_out(tmp_path, {"bread": BRIEF}, SETTINGS)
    served = begun(tmp_path)
    until(lambda: any("mkdocs" in words for words in family(served).values()))
    others = family(served)
    served.process.terminate()
    assert served.process.wait(timeout=30) == 1
    all_gone(others)
    assert "Traceback" not in served.printed


def killed_at(moments: int, folder: Path, visitors: int) -> Reaper:
    """Visitors post while collectors are killed, so many times; nothing of it may be lost."""
    # Each process takes its share of a limit in advance; a hundred that die would use it up.
    lay_out(folder, {"bread": BRIEF}, f"{SETTINGS}proxies = 1\n")
    with reaping(folder) as reaper:
        with posting(reaper.served, "killed", visitors) as crowd:
            while reaper.moments < moments:
                reaper.strike(crowd)
            reaper.end_well(crowd)
        nothing_lost_or_doubled(folder, crowd)
    kept = titles_kept(folder)
    reaper.acknowledged, reaper.found = len(crowd.kept), len(kept)
    assert "Traceback" not in reaper.served.printed
    assert set(crowd.refused) <= {503}
    with closing(sqlite3.connect(folder / "var" / "garden.db")) as store:
        assert store.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    return reaper


def test_collectors_killed_at_five_moments_lose_and_double_nothing(tmp_path: Path) -> None:
    assert killed_at(5, tmp_path, visitors=4).killed >= 5


@pytest.mark.soak
def test_collectors_killed_at_a_hundred_moments_lose_and_double_nothing(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    reaper = killed_at(100, tmp_path, visitors=8)
    for name in ("moments", "killed", "begun_again", "acknowledged", "found"):
        record_property(name, getattr(reaper, name))
    assert reaper.killed >= 100
