"""A store with something of everything in it, and what was in a file or a store."""

import hashlib
import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from collector.entries import (
    Account,
    Claim,
    Delivery,
    Event,
    Exposure,
    File,
    Idea,
    Job,
    JobKind,
    Link,
    Measurement,
    Notice,
    Person,
    Quota,
    Receipt,
    Reply,
    Response,
    Revision,
    Role,
    Score,
    Session,
    State,
    Vote,
    new_reference,
)
from collector.garden import Garden
from collector.store import Store, exposures, views, writes
from collector.store.copies.portable import LEFT_OUT

NOW = datetime(2026, 11, 20, 9, 30, 15, tzinfo=UTC)
CONTENT = b"%PDF-1.4 rye and water"
SESSION, LINK = "a-log-in-that-must-end", "a-link-that-must-end"

MEASURED = Measurement(
    place="bread 2026-11-20",
    challenge="bread",
    day=NOW.date(),
    value=112.5,
    note="After the fair",
    by="ada",
    at=NOW,
)


def idea(ref: str, state: State = State.APPROVED, text: str = "Dark, and é") -> Idea:
    return Idea(
        ref=ref,
        challenge="bread",
        form="idea",
        form_hash="f" * 64,
        answers={"title": f"{ref}: Brötchen", "text": text},
        state=state,
        received=NOW,
    )


def vote(idea_ref: str, voter: str, value: str = "yes") -> Vote:
    return Vote(
        ref=new_reference(),
        challenge="bread",
        round="1",
        idea=idea_ref,
        voter=voter,
        value=value,
        at=NOW.replace(minute=0, second=0),
    )


def keep(store: Store, *refs: str) -> None:
    """Ideas of these names."""
    store.transact(lambda store: [writes.add(store, idea(ref)) for ref in refs])


def plant(store: Store) -> None:
    """One or two of every kind of entry."""
    store.transact(_plant)


def _plant(store: Store) -> None:
    keep(store, "rye", "spelt")
    writes.add(store, idea("gone", State.WITHDRAWN))
    facts = {"challenge": "bread", "form": "hours", "form_hash": "e" * 64, "received": NOW}
    writes.add(store, Response(ref="late", answers={"when": "late"}, state=State.APPROVED, **facts))
    writes.add(
        store, Reply(ref="yes", about="rye", challenge="bread", text="Ja, gern!", by="ada", at=NOW)
    )
    for about in ("rye", "spelt"):
        writes.add(
            store,
            Receipt(code_hash=f"code {about}", digest="d", about=about, table="ideas"),
        )
    views.add(store, {("bread", NOW.date()): 7})
    writes.add(store, MEASURED)
    exposures.add(store, exposure("dear"))
    writes.claim(store, Claim(hash="7f" * 32))
    writes.claim(store, Claim(hash="0a" * 32))
    for idea_ref, voter in (("rye", "v" * 64), ("rye", "w" * 64), ("spelt", "v" * 64)):
        writes.add(store, vote(idea_ref, voter))
    writes.add(store, score("rye"))
    writes.keep_quota(store, Quota(challenge="bread", most=200, full=NOW))
    writes.add(store, Revision.of(idea("rye", text="Darker")))
    writes.add(store, notice("told", about="rye"))
    writes.add(store, person("rye"))
    writes.add(store, Account(name="ada", password="argon2", role=Role.OWNER, made=NOW))
    ends = NOW + timedelta(days=1)
    writes.add(store, Session(token_hash=SESSION, account="ada", csrf="c", ends=ends))
    writes.add(store, Link(code_hash=LINK, account="", role=Role.OWNER, ends=ends))
    writes.keep_definition(store, "bread", "idea", "f" * 64, {"q": [1.5, None]}, {"q": "?"}, "en")
    writes.keep_text(store, "t" * 64, "Terms,\n“quoted”.")
    store.table("a table of one's own").insert({"n": 1e300, "deep": [[{"é": [True, None]}]]})
    store.table("empty").truncate()


def exposure(variant: str, day: str = "2026-11-30", form_hash: str = "e" * 64) -> Exposure:
    """That nobody was dealt the variant yet."""
    return Exposure(challenge="bread", form="price", form_hash=form_hash, variant=variant, day=day)


def score(idea_ref: str) -> Score:
    """What a juror says of it."""
    return Score(
        ref="scored",
        challenge="bread",
        idea=idea_ref,
        juror="ann",
        values={"impact": 4},
        scales={"impact": "1-5", "ease": "1-5"},
        not_applicable=("ease",),
        note="Try it, é",
        at=NOW,
    )


def notice(ref: str, about: str = "rye") -> Notice:
    """One that waits for a server."""
    return Notice(
        ref=ref,
        event=Event.APPROVED,
        about=about,
        challenge="bread",
        to="person:ann",
        at=NOW,
        due=NOW,
        state=Delivery.WAITING,
    )


def person(about: str) -> Person:
    """Somebody who follows it."""
    return Person(
        ref="ann",
        place=f"place of {about}",
        contact="ann@home.example",
        about=about,
        challenge="bread",
        language="en",
        asked=NOW,
        confirm_hash="c" * 64,
        leave_hash="l" * 64,
        confirmed=NOW,
    )


def hand_in(garden: Garden, store: Store, about: str, content: bytes = CONTENT) -> str:
    """A file of an entry, as an act and its draft leave it; its ref."""
    ref = new_reference()
    file = File(
        ref=ref,
        challenge="bread",
        form="idea",
        column="recipe",
        name="rye.pdf",
        type="pdf",
        size=len(content),
        hash=hashlib.sha256(content).hexdigest(),
        since=NOW,
        about=about,
    )
    writes.add(store, file)
    garden.files.mkdir(parents=True, exist_ok=True)
    (garden.files / ref).write_bytes(content)
    return ref


def leased(key: str) -> Job:
    """A job that a runner of that time was at."""
    later = NOW + timedelta(minutes=1)
    return Job(key=key, kind=JobKind.FILL, subject="bread", due=NOW, tries=1, leased=later)


def contents(garden: Garden) -> dict[str, list[object]]:
    """All that a garden keeps: every table's documents with their ids."""
    with Store.open(garden) as store:
        return {
            name: [(each.doc_id, dict(each)) for each in store.table(name)]
            for name in sorted(store.tables())
        }


def brought(garden: Garden) -> dict[str, list[object]]:
    """All that people brought; jobs, log-ins and links come and go."""
    return {name: each for name, each in contents(garden).items() if name not in LEFT_OUT}


def refs(garden: Garden) -> list[str]:
    with Store.open(garden) as store:
        return [each["ref"] for each in store.table("ideas")]


def documents_in(path: Path) -> list[dict[str, Any]]:
    """The ideas in a file that nobody has open."""
    with closing(sqlite3.connect(path)) as file:
        return [json.loads(doc) for (doc,) in file.execute("SELECT doc FROM t_ideas ORDER BY id")]


def refs_in(path: Path) -> list[str]:
    return [each["ref"] for each in documents_in(path)]
