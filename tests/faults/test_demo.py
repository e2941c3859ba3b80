"""The demo interrupted half-way begins anew; plain MkDocs works in it and touches no source."""

import hashlib
import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from collector import kit
from collector.cli.demo import lay_out
from tests.faults.crowd import Talk, all_gone, titles_kept, until
from tests.served import Served, free_port

SAMPLES = json.loads((kit.DEMO / "samples.json").read_text("utf-8"))


def begun(folder: Path, port: int) -> Served:
    folder.mkdir(exist_ok=True)
    log = folder.with_suffix(".log")
    command = [sys.executable, "-m", "collector", "demo"]
    with log.open("ab") as output:
        process = subprocess.Popen(
            [*command, "--folder", str(folder), "--port", str(port)],
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
    return Served(f"http://127.0.0.1:{port}", folder, log, process)


def ended(served: Served, how: signal.Signals) -> None:
    others = psutil.Process(served.process.pid).children(recursive=True)
    served.process.send_signal(how)
    served.process.wait(timeout=120)
    all_gone(others)


def planted(served: Served) -> bool:
    """Whether the demo is whole, by this process or by one before it."""
    assert served.process.poll() is None, served.printed
    return "sample entries stand" in served.printed


def some_titles(folder: Path) -> list[str]:
    return titles_kept(folder) if (folder / "var" / "garden.db").exists() else []


def whole_community(folder: Path) -> bool:
    """Whether the pages' data tell of votes, talk, what was merged, and what came of ideas."""
    path = folder / "var" / "published" / "new-breads.json"
    ideas = {each["title"]: each for each in json.loads(path.read_text("utf-8"))["ideas"]}
    pretzels = ideas.get("Warm pretzels at three", {})
    merged = [each["title"] for each in pretzels.get("merged", ())]
    talk = pretzels.get("comments", ())
    return (
        all(each["sample"] for each in ideas.values())
        and pretzels.get("votes", {}).get("n") == 9 + 3
        and merged == ["Something warm after school"]
        and any(each["replies"] and each["answers"] for each in talk)
        and {each["progress"] for each in ideas.values()} >= {"planned", "done"}
    )


def test_a_demo_interrupted_half_way_begins_anew(tmp_path: Path) -> None:
    folder, port = tmp_path / "demo", free_port()
    first = begun(folder, port)
    until(lambda: "The site:" in first.printed, 90)
    until(lambda: some_titles(folder))
    ended(first, signal.SIGTERM)
    second = begun(folder, port)
    until(lambda: planted(second), 90)
    ideas = [each for each in SAMPLES if "title" in each["answers"]]
    assert len(titles_kept(folder)) == len(ideas)
    ended(second, signal.SIGINT)
    third = begun(folder, port)
    until(lambda: answers(Talk(third), "/challenges/new-breads/"), 90)
    assert len(titles_kept(folder)) == len(ideas)
    until(lambda: whole_community(folder), 30)
    ended(third, signal.SIGTERM)
    assert "Traceback" not in third.printed


def test_a_demo_never_sends_its_samples_to_somebody_elses_server(tmp_path: Path) -> None:
    port = free_port()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        served = begun(tmp_path / "demo", port)
        assert served.process.wait(timeout=60) == 1
    assert str(port) in served.printed
    assert not (tmp_path / "demo" / "ideagarden.toml").exists()


def sources(garden: Path) -> dict[Path, str]:
    return {
        path: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(garden.rglob("*"))
        if path.is_file() and path.relative_to(garden).parts[0] != "build"
    }


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    lay_out(tmp_path / "bakery")
    return tmp_path / "bakery"


def test_plain_mkdocs_builds_the_demo_and_touches_no_source(bakery: Path) -> None:
    before = sources(bakery)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    done = subprocess.run(command, cwd=bakery, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (bakery / "build" / "site" / "challenges" / "new-breads" / "index.html").is_file()
    assert sources(bakery) == before


def test_plain_mkdocs_serves_the_demo_and_touches_no_source(bakery: Path) -> None:
    before, port = sources(bakery), free_port()
    log = bakery.with_suffix(".log")
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=bakery, stdout=output, stderr=subprocess.STDOUT)
    talk = Talk(Served(f"http://127.0.0.1:{port}", bakery, log, process))
    try:
        until(lambda: answers(talk, "/challenges/new-breads/"), 60)
        brief = bakery / "challenges" / "new-breads.md"
        text = brief.read_text("utf-8")
        brief.write_text(text + "\nNews of the oven.\n", "utf-8")
        until(lambda: "News of the oven" in talk.get("/challenges/new-breads/")[2], 60)
        brief.write_text(text, "utf-8")
        assert sources(bakery) == before
    finally:
        process.terminate()
        process.wait(timeout=30)


def answers(talk: Talk, path: str) -> bool:
    try:
        return talk.get(path)[0] == 200
    except OSError:
        return False
