"""While owners approve and the site is rebuilt, no visitor meets a missing or broken page."""

import http.client
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from collector import form, pages
from collector.acts import desk
from collector.entries import Idea, JobKind, State, new_reference
from collector.garden import Garden
from collector.moderation import Move
from collector.store import Store, writes
from tests.gardens import lay_out
from tests.served import Served, serving

CHALLENGES = 100
APPROVALS = 50
WITHIN = 3.0
"""Seconds after which an approved idea is on its page."""

BRIEF = """\
---
closes: never
---

# Challenge {number}

What should we do?

## Share your idea {{.idea}}

### Give it a name * {{#title}}
____

## The ideas {{.ideas}}
"""


@dataclass
class Walker:
    """A client that walks all pages, over and over, and notes whatever is wrong."""

    place: str
    paths: list[str]
    walked: int = 0
    wrong: list[str] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    def walk(self) -> None:
        connection = http.client.HTTPConnection(self.place, timeout=20)
        while not self.stop.is_set():
            for path in self.paths:
                self._look(connection, path)
                if self.stop.is_set():
                    break
        connection.close()

    def _look(self, connection: http.client.HTTPConnection, path: str) -> None:
        self.walked += 1
        try:
            connection.request("GET", path, headers={"Accept-Encoding": "identity"})
            answer = connection.getresponse()
            body = answer.read()
        except (OSError, http.client.HTTPException) as error:
            self.wrong.append(f"{path}: {error!r}")
            connection.close()
            return
        if answer.status != 200 or not body.rstrip().endswith(b"</html>"):
            self.wrong.append(f"{path}: {answer.status}, {len(body)} bytes")


@contextmanager
def walking(served: Served, count: int) -> Iterator[Walker]:
    paths = ["/", *(f"/challenges/challenge-{number}/" for number in range(count))]
    walker = Walker(served.address.removeprefix("http://"), paths)
    thread = threading.Thread(target=walker.walk)
    thread.start()
    try:
        yield walker
    finally:
        walker.stop.set()
        thread.join()


def waiting_ideas(garden: Garden, store: Store, count: int) -> list[Idea]:
    live = pages.live(garden)
    assert live is not None
    form_hash = form.define(live.briefs["challenge-0"].forms[0]).hash
    ideas = [
        Idea(
            ref=new_reference(),
            challenge=f"challenge-{number}",
            form="idea",
            form_hash=form_hash,
            answers={"title": f"Idea number {number}"},
            state=State.WAITING,
            received=datetime.now(UTC),
        )
        for number in range(count)
    ]
    store.transact(lambda store: [writes.add(store, each) for each in ideas])
    return ideas


def seconds_until_shown(place: str, idea: Idea) -> float:
    """How long it took from now until the idea stood on its challenge's page."""
    begin = time.monotonic()
    title = str(idea.answers["title"]).encode()
    while time.monotonic() - begin < 30:
        connection = http.client.HTTPConnection(place, timeout=20)
        connection.request("GET", f"/challenges/{idea.challenge}/")
        body = connection.getresponse().read()
        connection.close()
        if re.search(re.escape(title) + rb"\b", body):
            return time.monotonic() - begin
        time.sleep(0.05)
    return float("inf")


@pytest.mark.soak
def test_fifty_approvals_and_two_rebuilds_disturb_no_visitor(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    briefs = {f"challenge-{n}": BRIEF.format(number=n) for n in range(CHALLENGES)}
    garden = lay_out(tmp_path, briefs)
    with serving(tmp_path) as served, Store.open(garden) as store:
        ideas = waiting_ideas(garden, store, APPROVALS)
        waits = []
        with walking(served, CHALLENGES) as walker:
            for number, idea in enumerate(ideas):
                if number in (10, 30):
                    writes.enqueue(store, JobKind.BUILD, "", datetime.now(UTC))
                desk.decide(store, Move.APPROVE, [idea.ref], by="ada", now=datetime.now(UTC))
                waits.append(seconds_until_shown(walker.place, idea))
        record_property("pages walked", walker.walked)
        record_property("longest wait in s", round(max(waits), 2))
        assert walker.wrong == []
        assert walker.walked > 1000
        assert [wait for wait in waits if wait > WITHIN] == []
        assert len(list(garden.build.glob("site.*"))) >= 2
