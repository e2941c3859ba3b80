"""A durable idea through granian, on SQLite and on PostgreSQL, beside Isso and hello world.

All take turns, each first for once, so that a machine that slows down slows down all of them.
Isso runs under gunicorn, with its limiter and its notifications off; it comes from PyPI into
`build/bench/isso`. Hello world runs on granian.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from statistics import median

from bench.garden import TEXT, lay_out
from bench.load import Load, load
from bench.served import running, serving, wait
from collector import form, pages, store
from collector.garden import Garden
from collector.store import reads
from collector.web.tokens import FormToken, Tokens, new_submission
from tests.postgres import running as running_postgres

FOLDER = Path("build/bench").absolute()
ROUNDS = 5
SECONDS = 5
CONNECTIONS = 16
BODIES = 40_000
"""More than can be sent in one round."""

OURS, ON_POSTGRESQL, HELLO, ISSO = "ideagarden", "ideagarden on PostgreSQL", "hello", "isso"
PORTS = {OURS: 18431, HELLO: 18432, ISSO: 18433, ON_POSTGRESQL: 18434}

SETTINGS = """\
[limits]
entries = 100000000
[store]
url = "{url}"
"""
ISSO_SETTINGS = """\
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
    with running_postgres() as server, ExitStack() as up:
        gardens = {
            OURS: lay_out(FOLDER / "garden", SETTINGS.format(url="")),
            ON_POSTGRESQL: lay_out(FOLDER / "garden-2", SETTINGS.format(url=server.fresh())),
        }
        for name, garden in gardens.items():
            up.enter_context(serving(garden, PORTS[name]))
        up.enter_context(_hello())
        up.enter_context(_isso())
        loads = _in_turns(gardens)
        stored = {name: _stored(garden) for name, garden in gardens.items()}
    return _figures(loads, stored)


def _in_turns(gardens: Mapping[str, Garden]) -> dict[str, list[Load]]:
    presses: dict[str, Callable[[int], Load]] = {
        **{name: partial(_ideas, name, garden) for name, garden in gardens.items()},
        HELLO: lambda _: load(_address(HELLO), SECONDS, CONNECTIONS),
        ISSO: _comments,
    }
    found: dict[str, list[Load]] = {name: [] for name in presses}
    names = list(presses)
    for turn in range(ROUNDS):
        first = turn % len(names)
        for name in names[first:] + names[:first]:
            found[name].append(presses[name](turn))
    return found


def _figures(found: Mapping[str, list[Load]], stored: Mapping[str, int]) -> dict[str, object]:
    rates = {name: median(each.rate for each in loads) for name, loads in found.items()}
    return {
        "connections": CONNECTIONS,
        "seconds a round": SECONDS,
        f"requests a second, median of {ROUNDS}": rates,
        f"p99 in ms, median of {ROUNDS}": {
            name: median(each.p99 for each in loads) for name, loads in found.items()
        },
        "failed": {name: sum(each.failed for each in loads) for name, loads in found.items()},
        "acknowledged": {
            name: sum(each.requests - each.failed for each in found[name]) for name in stored
        },
        "stored": stored,
        "times isso": rates[OURS] / rates[ISSO],
        "share of hello world": rates[OURS] / rates[HELLO],
        "share of it on PostgreSQL": rates[ON_POSTGRESQL] / rates[OURS],
        "marks": "at least 6 times Isso, 0.15 of hello world and half of it on PostgreSQL; "
        "p99 under 30 ms",
    }


@contextmanager
def _hello() -> Iterator[None]:
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", "2"]
    options = ["--blocking-threads", "8", "--port", str(PORTS[HELLO]), "--log-level", "warning"]
    with running([*command, *options, "bench.hello:application"]):
        wait(_address(HELLO))
        yield


@contextmanager
def _isso() -> Iterator[None]:
    folder = FOLDER / "isso"
    if not (folder / "bin" / "gunicorn").exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        subprocess.run([folder / "bin" / "pip", "install", "-q", "isso", "gunicorn"], check=True)
    (folder / "comments.db").unlink(missing_ok=True)
    settings = folder / "isso.cfg"
    settings.write_text(ISSO_SETTINGS.format(folder=folder), encoding="utf-8")
    command = [str(folder / "bin" / "gunicorn"), "--workers", "2", "--threads", "8"]
    options = ["--bind", f"127.0.0.1:{PORTS[ISSO]}", "--log-level", "error", "isso.run"]
    with running([*command, *options], ISSO_SETTINGS=str(settings)):
        wait(_address(ISSO) + "latest?limit=1")
        yield


def _ideas(name: str, garden: Garden, turn: int) -> Load:
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
            body = {"answers": answers, "_form": hash_, "_token": tokens.seal(token)}
            file.write(json.dumps(body) + "\n")
    return load(_address(name) + "collect/bread/idea", SECONDS, CONNECTIONS, path)


def _comments(turn: int) -> Load:
    path = FOLDER / f"comments-{turn}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(BODIES):
            text = f"Rolls {turn}-{number}. {TEXT}"
            body = {"title": "Bread", "text": text, "author": "customer"}
            file.write(json.dumps(body) + "\n")
    return load(_address(ISSO) + "new?uri=%2Fbread", SECONDS, CONNECTIONS, path)


def _address(name: str) -> str:
    return f"http://127.0.0.1:{PORTS[name]}/"


def _stored(garden: Garden) -> int:
    with store.Store.open(garden) as kept:
        return reads.number(kept, challenge="bread")
