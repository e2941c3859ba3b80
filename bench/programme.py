"""The programme of a large challenge: all its numbers, read from the store for the desk's page."""

import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from bench.garden import TEXT, keep, lay_out
from bench.process import most_memory
from collector import brief
from collector.brief import Brief, Group, Voting, VotingKind
from collector.entries import (
    Decision,
    Idea,
    Progress,
    Reply,
    Response,
    State,
    Vote,
    new_reference,
)
from collector.export.programme import programme
from collector.store import Store

FOLDER = Path("build/bench").absolute() / "programme"
IDEAS, SENT = 10_000, 250_000
TURNS = 5
NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
GROUPS = ("", "customers", "suppliers")
YEAR = 365 * 24


def measure() -> dict[str, object]:
    garden = lay_out(FOLDER)
    reading = brief.read(garden.root / "challenges" / "bread.md", garden.settings)
    if reading.brief is None:
        raise RuntimeError("the brief does not read")
    asked = _with_everything(reading.brief)
    with Store.open(garden) as store:
        refs = _fill(store)
        times = [_seconds(store, asked) for _ in range(TURNS)]
        told = programme(store, asked, {}, NOW)
        assert (told.funnel.sent, len(told.groups)) == (len(refs), 3)
    return {
        f"{IDEAS:,} ideas, {SENT:,} answers, {SENT:,} votes: all numbers, s": round(
            median(times), 2
        ),
        "the slowest, s": round(max(times), 2),
        "MB at most": most_memory(),
        "marks": "3 s",
    }


def _with_everything(asked: Brief) -> Brief:
    groups = tuple(Group(code, code.title()) for code in GROUPS if code)
    more = {"groups": groups, "voting": Voting(VotingKind.APPROVE)}
    return Brief(**{**vars(asked), **more, "answers_within": timedelta(days=14)})


def _seconds(store: Store, asked: Brief) -> float:
    begin = time.perf_counter()
    programme(store, asked, {}, NOW)
    return time.perf_counter() - begin


def _fill(store: Store) -> list[str]:
    chance = random.Random(7)
    refs = [new_reference() for _ in range(IDEAS)]
    keep(store, "ideas", (_idea(chance, ref) for ref in refs))
    keep(store, "decisions", (_decision(ref) for ref in refs))
    keep(store, "replies", (_reply(ref) for ref in refs[::2]))
    keep(store, "responses", (_response(chance) for _ in range(SENT)))
    keep(store, "votes", _votes(chance, refs))
    return refs


def _idea(chance: random.Random, ref: str) -> Idea:
    return Idea(
        ref=ref,
        challenge="bread",
        form="idea",
        form_hash="hash",
        answers={"title": "Soft rolls", "text": TEXT, "role": "customer"},
        state=State.APPROVED,
        received=NOW - timedelta(seconds=chance.randrange(YEAR * 3600)),
        progress=chance.choice(list(Progress)),
        group=chance.choice(GROUPS),
    )


def _decision(ref: str) -> Decision:
    return Decision(
        ref=new_reference(),
        about=ref,
        challenge="bread",
        move="approve",
        before="waiting",
        after="approved",
        by="ada",
        at=NOW,
    )


def _reply(ref: str) -> Reply:
    return Reply(
        ref=new_reference(), about=ref, challenge="bread", text="Thank you.", by="ada", at=NOW
    )


def _response(chance: random.Random) -> Response:
    return Response(
        ref=new_reference(),
        challenge="bread",
        form="visit",
        form_hash="hash",
        answers={"how": 4, "else": ["bread"], "words": TEXT},
        state=State.APPROVED,
        received=NOW.replace(minute=0) - timedelta(hours=chance.randrange(YEAR)),
        group=chance.choice(GROUPS),
    )


def _votes(chance: random.Random, refs: list[str]) -> Iterator[Vote]:
    for number in range(SENT):
        voter = number // 8
        yield Vote(
            ref=new_reference(),
            challenge="bread",
            round="1",
            idea=refs[(voter * 31 + number % 8 * 977) % IDEAS],
            voter=f"voter{voter:026d}",
            value="yes",
            at=NOW - timedelta(hours=chance.randrange(YEAR)),
            group=GROUPS[voter % 3],
        )
