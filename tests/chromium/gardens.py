"""A small served garden, what it has kept, and a copy of its pages on another site."""

import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from collector.garden import Garden
from collector.store import Store, reads
from tests.gardens import lay_out
from tests.served import Served, free_port, serving

CHALLENGE = "bread"
PAGE = f"/challenges/{CHALLENGE}/"

BRIEF = """\
---
closes: never
---

# What should we bake next?

Our oven stands idle on weekday afternoons.

## Share your idea {.idea}

### Give it a name * {#title}
____ (3–80 characters)

### How are you linked to us? * {#role}
- (customer) Customer
- (staff) I work here

### Tell us more {#text}
____ (long, at most 2000 characters)

### Where can we write to you? {#email}
____ (e-mail)

## A quick question {.poll #hours results=always}

### When would you come? * {#when}
- (early) Before 10
- (late) After 3
"""

SETTINGS = """\
name = "Corner Bakery"

[collector]
url = "{url}"
origins = [{origins}]

[limits]
entries = 1000

[serve]
workers = 2
"""


@dataclass(frozen=True)
class Planted:
    """A garden with two workers in front of it, and a look into its store."""

    served: Served
    garden: Garden
    store: Store

    @property
    def address(self) -> str:
        return self.served.address

    @property
    def titles(self) -> Counter[str]:
        """How often each idea is kept, in whatever state, by its name."""
        return Counter(str(each.answers["title"]) for each in reads.ideas(self.store, CHALLENGE))


@contextmanager
def planted(
    folder: Path,
    *,
    port: int | None = None,
    elsewhere: str = "",
    more: Mapping[str, str] | None = None,
    settings: str = "",
) -> Iterator[Planted]:
    """The bakery's garden, served, with `more` briefs by slug and more `settings`.

    `elsewhere` is another site that shows its pages too.
    """
    port = port or free_port()
    url = f"http://127.0.0.1:{port}" if elsewhere else ""
    origins = f'"{elsewhere}"' if elsewhere else ""
    settings = SETTINGS.format(url=url, origins=origins) + settings
    garden = lay_out(folder, {CHALLENGE: BRIEF, **(more or {})}, settings)
    with serving(folder, port=port) as served, Store.open(garden) as store:
        yield Planted(served, garden, store)


class Handler(SimpleHTTPRequestHandler):
    """A host that knows nothing but files."""

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@dataclass(frozen=True)
class OtherSite:
    """A static host under another name. What is uploaded stands until the next upload."""

    address: str
    folder: Path

    def uploads(self, garden: Garden) -> None:
        shutil.copytree(garden.live / "public", self.folder, dirs_exist_ok=True)


@contextmanager
def other_site(folder: Path) -> Iterator[OtherSite]:
    """To a browser `localhost` and `127.0.0.1` are two sites."""
    folder.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield OtherSite(f"http://localhost:{server.server_port}", folder)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
