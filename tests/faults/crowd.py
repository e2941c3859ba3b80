"""A served garden, visitors who keep posting to it, and what is in its store afterwards."""

import http.client
import json
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import psutil

from tests.served import Served

BRIEF = """\
---
closes: never
---

# Bread

What should we bake?

## Share your idea {.idea}

### Give it a name * {#title}
____

## The ideas {.ideas}
"""

SETTINGS = """\
name = "Corner Bakery"

[limits]
entries = 1000000
logins = 1000

[serve]
workers = 2
"""


Answer: TypeAlias = tuple[int, dict[str, str], str]
"""Status, headers with small letters, and body."""


def family(served: Served) -> dict[psutil.Process, list[str]]:
    """Every process that the server began and that lives, with its command line."""
    found = {}
    for each in psutil.Process(served.process.pid).children(recursive=True):
        with suppress(psutil.Error):
            found[each] = each.cmdline()
    return found


def runners_of(served: Served) -> list[psutil.Process]:
    """The process that does what is left to do; none while it is begun again."""
    return [each for each, words in family(served).items() if "--beside" in words]


def workers_of(served: Served) -> list[psutil.Process]:
    """The processes that answer visitors."""
    return [
        each
        for each, words in family(served).items()
        if "serve" in words and each.ppid() == served.process.pid
    ]


def until(true: Callable[[], object], seconds: float = 30) -> None:
    """Wait until it is true. Fails if it does not come true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return
        time.sleep(0.1)
    raise AssertionError("it did not come true")


def all_gone(processes: Iterable[psutil.Process]) -> None:
    """Wait until none of them runs."""
    _, alive = psutil.wait_procs(list(processes), timeout=30)
    assert alive == []


@dataclass
class Talk:
    """One request at a time to a server, each on a connection of its own."""

    served: Served

    @property
    def place(self) -> str:
        return self.served.address.removeprefix("http://")

    def ask(
        self, method: str, path: str, body: bytes | str | None = None, **headers: str
    ) -> Answer:
        """Underscores in the names of headers stand for dashes."""
        sent = {name.replace("_", "-"): text for name, text in headers.items()}
        with closing(http.client.HTTPConnection(self.place, timeout=30)) as connection:
            with suppress(BrokenPipeError):  # it may have said no before it heard all
                connection.request(method, path, body, sent)
            answer = connection.getresponse()
            told = {name.lower(): text for name, text in answer.getheaders()}
            return answer.status, told, answer.read().decode()

    def get(self, path: str) -> Answer:
        return self.ask("GET", path)

    def token(self) -> dict[str, str]:
        """What a page's script asks for before it sends."""
        given: dict[str, str] = json.loads(self.get("/collect/-/token/bread/idea")[2])
        return given

    def send_idea(
        self, title: str, given: dict[str, str] | None = None, *, address: str = "", **more: str
    ) -> Answer:
        """As a page's script does; with a token of its own where none is given.

        The address is believed where the settings have a proxy.
        """
        given = given or self.token()
        answers = {"title": title, **more}
        body = {"_token": given["token"], "_form": given["form"], "answers": answers}
        headers = {"Content_Type": "application/json", "X_Forwarded_For": address or "127.0.0.1"}
        return self.ask("POST", "/collect/bread/idea", json.dumps(body), **headers)


@dataclass
class Crowd:
    """Visitors who each send one idea after the other; what was acknowledged is noted.

    Whoever hears nothing, or is put off, sends the same again.
    """

    talk: Talk
    name: str
    story: str = ""
    """What every second visitor has to say beside."""
    kept: list[str] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)
    unheard: int = 0
    stop: threading.Event = field(default_factory=threading.Event)

    def post(self, visitor: int) -> None:
        number = 0
        while not self.stop.is_set():
            number += 1
            more = {"story": self.story} if self.story and visitor % 2 else {}
            more["address"] = f"10.{visitor}.{number % 256}.1"
            self._insist(f"{self.name} {visitor}-{number}", more)

    def _insist(self, title: str, more: dict[str, str]) -> None:
        given = None
        while True:
            try:
                given = given or self.talk.token()
                status, _, _ = self.talk.send_idea(title, given, **more)
            except (OSError, http.client.HTTPException, ValueError, KeyError):
                self.unheard += 1  # no answer: nothing was promised
            else:
                if status == 201:
                    self.kept.append(title)
                    return
                self.refused.append(status)
                if status != 503:
                    return
            if self.stop.wait(0.02):
                return


@contextmanager
def posting(served: Served, name: str, visitors: int = 4, story: str = "") -> Iterator[Crowd]:
    """A crowd that posts until the block ends."""
    crowd = Crowd(Talk(served), name, story)
    threads = [threading.Thread(target=crowd.post, args=(n,)) for n in range(visitors)]
    for each in threads:
        each.start()
    try:
        yield crowd
    finally:
        crowd.stop.set()
        for each in threads:
            each.join()


def titles_kept(folder: Path) -> list[str]:
    """The titles of all ideas in the store, each as often as it is there."""
    with closing(sqlite3.connect(folder / "var" / "garden.db")) as store:
        rows = store.execute("SELECT doc FROM t_ideas").fetchall()
    return [json.loads(doc)["answers"]["title"] for (doc,) in rows]
