"""Processes of a served garden are killed while visitors post: nothing promised is lost."""

import signal
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import psutil
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


@pytest.mark.soak
def test_an_hour_of_deaths_in_two_minutes(tmp_path: Path) -> None:
    lay_out(tmp_path, {"bread": BRIEF}, SETTINGS)
    end = time.monotonic() + 120
    crowds = []
    while time.monotonic() < end:
        with serving(tmp_path) as served, posting(served, f"round {len(crowds)}", 8) as crowd:
            crowds.append(crowd)
            for victim in ("runner", "worker", "server"):
                before = len(crowd.kept)
                until(lambda before=before: len(crowd.kept) > before + 50, 60)
                _kill(served, victim)
            crowd.stop.set()
    kept = Counter(titles_kept(tmp_path))
    for crowd in crowds:
        assert [title for title in crowd.kept if kept[title] != 1] == []
    assert max(kept.values()) == 1


def _kill(served: Served, victim: str) -> None:
    if victim == "server":
        others = family(served)
        served.process.kill()
        served.process.wait()
        psutil.wait_procs(list(others), timeout=30)
    elif victim == "runner":
        runners_of(served)[0].kill()
    else:
        workers_of(served)[0].kill()
        until(lambda: len(workers_of(served)) == 2)
        time.sleep(6)  # two deaths of one worker within 5.5 seconds end the server
