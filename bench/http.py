"""A durable idea through granian, beside Isso under gunicorn and beside hello world on granian.

The three take turns, three times, so that a machine that slows down slows down all of them.
Isso comes from PyPI into `build/bench/isso`, with its limiter and its notifications off.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.garden import TEXT, lay_out
from bench.load import Load, load
from bench.served import running, serving, wait
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


def measure() -> dict[str, object]:
    garden = lay_out(FOLDER / "garden", SETTINGS)
    found: dict[str, list[Load]] = {name: [] for name in PORTS}
    with serving(garden, PORTS["ideagarden"]), _hello(), _isso():
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


@contextmanager
def _hello() -> Iterator[None]:
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", "2"]
    options = ["--blocking-threads", "8", "--port", str(PORTS["hello"]), "--log-level", "warning"]
    with running([*command, *options, "bench.hello:application"]):
        wait(_address("hello"))
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
    with running([*command, *options], ISSO_SETTINGS=str(settings)):
        wait(_address("isso") + "latest?limit=1")
        yield


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


@contextmanager
def _opened(garden: Garden) -> Iterator[store.Store]:
    kept = store.Store.open(garden)
    try:
        yield kept
    finally:
        kept.close()
