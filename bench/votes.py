"""33,000 voters on 1,000 ideas, ten times the published peak of Polis, for a minute on one machine.

Load generator, collector, jobs and pages share the machine. Meanwhile somebody works at the desk:
the queue is opened anew every two seconds, the week's page every sixteen. And the page of one idea
is read four times a second: how old is the count that stands there? Polis: 65
votes a second at its peak, on a dozen machines.
"""

import asyncio
import gc
import json
import os
import random
import re
import threading
import time
import urllib.request
from datetime import UTC, datetime
from itertools import count as numbered
from pathlib import Path
from statistics import median

from bench.clicks import PROBE, Click, Told, press
from bench.garden import BRIEF, lay_out
from bench.served import serving
from collector import store
from collector.acts import passwords, people
from collector.acts.vote import GATHERED as GATHERED_FOR
from collector.entries import Account, Idea, Role, State, new_reference
from collector.form import define
from collector.garden import Garden
from collector.jobs import rebuild, refresh
from collector.pages import live
from collector.store import Store, writes
from collector.store import votes as kept
from collector.web.tokens import new_submission

FOLDER = Path("build/bench").absolute() / "votes"
PORT = 18441
IDEAS, VOTERS, RATE = 1_000, 33_000, 650
GATHERED = GATHERED_FOR.total_seconds()
SECONDS = int(os.environ.get("BENCH_SECONDS", "60"))
SETTINGS = """\
name = "Bench"
[limits]
votes = 600
[serve]
proxies = 1
workers = 2
"""
COUNT = re.compile(r'class="ig-vote__count">(\d+) vote')


def measure() -> dict[str, object]:
    garden, refs, session = _prepare()
    clicks = _clicks(refs, RATE * SECONDS)
    with serving(garden, PORT):
        watch = Watch(refs[0], session)
        asyncio.run(press(PORT, clicks[:200], RATE / 4, refs[0]))
        watch.opens_desk()
        time.sleep(GATHERED + 4)  # every worker has begun, and the runner has filled once
        gc.freeze()  # or the generator's own pauses would be told as the collector's
        with watch:
            told = asyncio.run(press(PORT, clicks[200:], RATE, refs[0]))
            time.sleep(12)
        ages = watch.ages(told, already=sum(each.idea == refs[0] for each in clicks[:200]))
    return _figures(garden, clicks, told, watch, ages)


def _figures(
    garden: Garden, clicks: list[Click], told: Told, watch: "Watch", ages: list[float]
) -> dict[str, object]:
    with Store.open(garden) as opened:
        cast = sum(kept.tally(opened, "bread", "1").values())
        apart = sum(n for key, n in kept.tally(opened, "bread", "1").items() if key[2])
        seconds = _timed(lambda: kept.tally(opened, "bread", "1"))
    published = json.loads((garden.published / "bread.json").read_bytes())
    return {
        "votes a second asked for": RATE,
        "seconds": SECONDS,
        "acknowledged": told.kept,
        "refused": len(told.refused),
        "median in ms": round(median(told.milliseconds), 1),
        "p99 in ms": round(told.percentile(0.99), 1),
        "longest in ms": round(max(told.milliseconds), 1),
        "sent": len(clicks),
        "kept": cast,
        "counted apart": apart,
        "on the pages at the end": sum(each["votes"]["n"] for each in published["ideas"]),
        "oldest published count in s": round(max(ages), 1),
        "median age of the published count in s": round(median(ages), 1),
        "a page of the desk in ms, longest": round(max(watch.desk), 1),
        "pages of the desk, times": len(watch.desk),
        f"{cast} votes counted in s": round(seconds, 3),
        "marks": "650 votes a second held, p99 under 50 ms; published counts at most 10 s old",
    }


class Watch:
    """Somebody has the desk's queue open; somebody else reads one idea's page, again and again."""

    def __init__(self, idea: str, session: str) -> None:
        self.page = f"http://127.0.0.1:{PORT}/challenges/bread/ideas/{idea}/"
        self.session = session
        self.read: list[tuple[float, int]] = []
        self.desk: list[float] = []
        self._over = threading.Event()
        self._threads = [threading.Thread(target=each) for each in (self._look, self._moderate)]

    def __enter__(self) -> None:
        for each in self._threads:
            each.start()

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for each in self._threads:
            each.join()

    def ages(self, told: Told, already: int) -> list[float]:
        """Of each look: how long the oldest vote had been answered that the page did not count."""
        answered = sorted(told.watched)
        found = []
        for at, count in self.read:
            missing = answered[max(0, count - already) :]
            found.append(max(0.0, at - missing[0]) if missing else 0.0)
        return found

    def opens_desk(self) -> None:
        """Somebody has come to work before the rush, at each of the workers."""
        for _ in range(8):
            self._open("desk/")

    def _look(self) -> None:
        while not self._over.wait(0.25):
            with urllib.request.urlopen(self.page, timeout=10) as answer:
                found = COUNT.search(answer.read().decode())
            self.read.append((time.perf_counter(), int(found[1]) if found else 0))

    def _moderate(self) -> None:
        for number in numbered():
            if self._over.wait(2):
                return
            self.desk.append(self._open("desk/" if number % 8 == 4 else "desk/queue/"))

    def _open(self, page: str) -> float:
        """Milliseconds that a page of the desk took."""
        asked = urllib.request.Request(f"http://127.0.0.1:{PORT}/{page}")
        asked.add_header("Cookie", f"ig_desk={self.session}")
        began = time.perf_counter()
        with urllib.request.urlopen(asked, timeout=10) as answer:
            answer.read()
        return 1000 * (time.perf_counter() - began)


def _prepare() -> tuple[Garden, list[str], str]:
    """A built garden with a thousand ideas that are shown, twenty that wait, and an owner."""
    garden = lay_out(FOLDER, SETTINGS)
    brief = BRIEF.replace("closes: never", "closes: never\nvoting: approve")
    (garden.challenges / "bread.md").write_text(brief, encoding="utf-8")
    now = datetime.now(UTC)
    with Store.open(garden) as opened:
        rebuild(garden, opened, now)
        built = live(garden)
        if built is None:
            raise RuntimeError("the garden was not built")
        form_hash = define(built.briefs["bread"].forms[0]).hash
        ideas = [_idea(number, form_hash, now) for number in range(IDEAS + 20)]
        opened.transact(lambda opened: [writes.add(opened, each) for each in ideas])
        refresh(garden, opened, built.briefs["bread"], now)
        session = _log_in(opened, now)
    return garden, [each.ref for each in ideas[:IDEAS]], session


def _idea(number: int, form_hash: str, now: datetime) -> Idea:
    return Idea(
        ref=new_reference(),
        challenge="bread",
        form="idea",
        form_hash=form_hash,
        answers={"title": f"Rolls {number}", "text": f"Soft rolls number {number}. " * 6},
        state=State.APPROVED if number < IDEAS else State.WAITING,
        received=now,
    )


def _log_in(opened: store.Store, now: datetime) -> str:
    password = "flour, water, salt and time"
    hashed = passwords.hash_password(password)
    writes.add(opened, Account(name="ada", password=hashed, role=Role.OWNER, made=now))
    return people.log_in(opened, "ada", password, now)


def _clicks(refs: list[str], count: int) -> list[Click]:
    """Voters in turn, each from a network that a few of them share; no pair comes twice."""
    chance = random.Random(7)
    voters = [new_submission() for _ in range(VOTERS)]
    clicks, seen = [], set[tuple[int, str]]()
    while len(clicks) < count:
        number = len(clicks) % VOTERS
        idea = refs[0] if len(clicks) % PROBE == 0 else chance.choice(refs)
        if (number, idea) in seen:
            idea = chance.choice(refs)
        seen.add((number, idea))
        network = f"10.{number // 3 // 256}.{number // 3 % 256}.{number % 3 + 1}"
        clicks.append(Click(voters[number], network, idea))
    return clicks


def _timed(work: object) -> float:
    began = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - began
