"""A durable idea through granian, beside Isso under gunicorn and beside hello world on granian.

The three take turns, three times, so that a machine that slows down slows down all of them.
Isso comes from PyPI into `build/bench/isso`, with its limiter and its notifications off.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.load import Load, load
from collector import form, pages, store
from collector.garden import Garden
from collector.store import reads
from collector.web.tokens import FormToken, Tokens, new_submission

FOLDER = Path("build/bench").absolute()
ROUNDS = 3
SECONDS = 6
CONNECTIONS = 16
BODIES = 40_000
"""More than can be sent in one round."""

PORTS = {"ideagarden": 18431, "hello": 18432, "isso": 18433}

BRIEF = """\
---
closes: never
---

# Bread

What should we bake?

## Share your idea {.idea}

### Name * {#title}
____ (3–80 characters)

### More * {#text}
____ (long, at most 2000 characters)

### Role {#role}
- (customer) Customer
- (staff) Staff
"""
SETTINGS = "[limits]\nentries = 100000000\n"
ISSO = """\
[general]
dbpath = {folder}/comments.db
host = http://127.0.0.1/
log-file =
notify = stdout
[moderation]
enabled = false
[guard]
enabled = false
"""
TEXT = "Soft rolls with potato flour, baked at two and sold warm until the shop closes. " * 3


def measure() -> dict[str, object]:
    shutil.rmtree(FOLDER / "garden", ignore_errors=True)
    garden = _garden()
    found: dict[str, list[Load]] = {name: [] for name in PORTS}
    with _ideagarden(garden), _hello(), _isso():
        for turn in range(ROUNDS):
            found["ideagarden"].append(_ideas(garden, turn))
            found["hello"].append(load(_address("hello"), SECONDS, CONNECTIONS))
            found["isso"].append(_comments(turn))
    with _opened(garden) as kept:
        stored = sum(1 for _ in reads.ideas(kept, "bread"))
    return _figures(found, stored)


def _figures(found: dict[str, list[Load]], stored: int) -> dict[str, object]:
    rates = {name: statistics.median(each.rate for each in loads) for name, loads in found.items()}
    sent = found["ideagarden"]
    return {
        "connections": CONNECTIONS,
        "seconds a round": SECONDS,
        "requests a second, median of three": rates,
        "p99 in ms, median of three": {
            name: statistics.median(each.p99 for each in loads) for name, loads in found.items()
        },
        "failed": {name: sum(each.failed for each in loads) for name, loads in found.items()},
        "acknowledged": sum(each.requests - each.failed for each in sent),
        "stored": stored,
        "times isso": rates["ideagarden"] / rates["isso"],
        "share of hello world": rates["ideagarden"] / rates["hello"],
        "marks": "at least 5 times Isso and 0.15 of hello world, p99 under 30 ms",
    }


def _garden() -> Garden:
    folder = FOLDER / "garden"
    (folder / "challenges").mkdir(parents=True)
    (folder / "challenges" / "bread.md").write_text(BRIEF, encoding="utf-8")
    (folder / "ideagarden.toml").write_text(SETTINGS, encoding="utf-8")
    return Garden.find(folder)


@contextmanager
def _ideagarden(garden: Garden) -> Iterator[None]:
    command = [sys.executable, "-m", "collector", "--garden", str(garden.root), "serve"]
    with _running([*command, "--port", str(PORTS["ideagarden"])]):
        _wait(f"{_address('ideagarden')}collect/-/health")
        yield


@contextmanager
def _hello() -> Iterator[None]:
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", "2"]
    options = ["--blocking-threads", "8", "--port", str(PORTS["hello"]), "--log-level", "warning"]
    with _running([*command, *options, "bench.hello:application"]):
        _wait(_address("hello"))
        yield


@contextmanager
def _isso() -> Iterator[None]:
    folder = FOLDER / "isso"
    if not (folder / "bin" / "gunicorn").exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        subprocess.run([folder / "bin" / "pip", "install", "-q", "isso", "gunicorn"], check=True)
    (folder / "comments.db").unlink(missing_ok=True)
    settings = folder / "isso.cfg"
    settings.write_text(ISSO.format(folder=folder), encoding="utf-8")
    command = [str(folder / "bin" / "gunicorn"), "--workers", "2", "--threads", "8"]
    options = ["--bind", f"127.0.0.1:{PORTS['isso']}", "--log-level", "error", "isso.run"]
    with _running([*command, *options], ISSO_SETTINGS=str(settings)):
        _wait(_address("isso") + "latest?limit=1")
        yield


@contextmanager
def _running(command: list[str], **environment: str) -> Iterator[None]:
    with (FOLDER / "servers.log").open("a", encoding="utf-8") as log:
        process = subprocess.Popen(
            command, env={**os.environ, **environment}, stdout=log, stderr=log
        )
        try:
            yield
        finally:
            process.terminate()
            process.wait(timeout=30)


def _ideas(garden: Garden, turn: int) -> Load:
    live = pages.live(garden)
    if live is None:
        raise RuntimeError("the garden was not built")
    asked = live.briefs["bread"].forms[0]
    hash_ = form.define(asked).hash
    tokens = Tokens(store.secret(garden))
    began = int(time.time()) - 60
    path = FOLDER / f"ideas-{turn}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(BODIES):
            token = FormToken("bread", "idea", new_submission(), began)
            answers = {"title": f"Rolls {turn}-{number}", "text": TEXT, "role": "customer"}
            body = {"answers": answers, "_form": hash_, "_token": tokens.sign(token)}
            file.write(json.dumps(body) + "\n")
    return load(_address("ideagarden") + "collect/bread/idea", SECONDS, CONNECTIONS, path)


def _comments(turn: int) -> Load:
    path = FOLDER / f"comments-{turn}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(BODIES):
            text = f"Rolls {turn}-{number}. {TEXT}"
            body = {"title": "Bread", "text": text, "author": "customer"}
            file.write(json.dumps(body) + "\n")
    return load(_address("isso") + "new?uri=%2Fbread", SECONDS, CONNECTIONS, path)


def _address(name: str) -> str:
    return f"http://127.0.0.1:{PORTS[name]}/"


def _wait(url: str) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(url, timeout=2).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"{url} did not come up; see {FOLDER / 'servers.log'}")


@contextmanager
def _opened(garden: Garden) -> Iterator[store.Store]:
    kept = store.Store.open(garden)
    try:
        yield kept
    finally:
        kept.close()
