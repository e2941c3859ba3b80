"""Filling: 10,000 ideas with votes, tags and progress at once, and then one change among them."""

import statistics
import time
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from bench.build import _build
from bench.garden import lay_out
from collector import pages, published
from collector.brief import Phase
from collector.entries import Progress
from collector.garden import Garden
from collector.published import (
    Order,
    PublishedAnswer,
    PublishedData,
    PublishedIdea,
    PublishedVotes,
)

FOLDER = Path("build/bench").absolute() / "fill"
MANY = 10_000
TURNS = 5


def measure() -> dict[str, object]:
    garden = _garden()
    everything = _data(MANY)
    first = _timed(garden, everything)
    single = [_timed(garden, _with_one_more(everything, turn)) for turn in range(TURNS)]
    vote = [_timed(garden, _with_one_vote(everything, turn)) for turn in range(TURNS)]
    few = _garden(), _data(20)
    _timed(*few)
    small = [_timed(few[0], _with_one_more(few[1], turn)) for turn in range(TURNS)]
    return {
        f"{MANY} idea pages and their lists in s": round(first, 2),
        f"one more idea among {MANY} in s, median": round(statistics.median(single), 3),
        f"one more vote among {MANY} in s, median": round(statistics.median(vote), 3),
        "one more idea among 20 in s, median": round(statistics.median(small), 4),
    }


def _garden() -> Garden:
    garden = lay_out(FOLDER)
    _build(garden)
    return garden


def _idea(number: int, votes: int = 0) -> PublishedIdea:
    text = PublishedAnswer("text", "More", f"Soft rolls number {number}, warm at two. " * 6)
    return PublishedIdea(
        ref=f"idea{number:06d}",
        title=f"Rolls {number}",
        received=date(2026, 5, 1),
        answers=(text,),
        tags=(f"Kind {number % 30}",),
        progress=list(Progress)[number % 6],
        votes=PublishedVotes(number % 50 + votes, rank=number + 1, rising=number % 7),
    )


def _data(count: int) -> PublishedData:
    now = datetime.now(UTC)
    live = PublishedData("bread", "Bread", now, Phase.OPEN, orders=tuple(Order))
    return replace(live, ideas=tuple(_idea(number) for number in range(count)))


def _with_one_vote(data: PublishedData, turn: int) -> PublishedData:
    ideas = list(data.ideas)
    ideas[MANY // 2] = _idea(MANY // 2, votes=turn + 1)
    return replace(data, ideas=tuple(ideas))


def _with_one_more(data: PublishedData, turn: int) -> PublishedData:
    return replace(data, ideas=(*data.ideas, _idea(900_000 + turn)))


def _timed(garden: Garden, data: PublishedData) -> float:
    published.write(garden.published / "bread.json", data)
    begin = time.perf_counter()
    pages.fill(garden, "bread")
    return time.perf_counter() - begin
