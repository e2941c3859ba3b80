"""Weeks as columns: how much people did in each, with the same numbers as a table.

          ▇ 61
  ▇ 23    █
  █  ▂ 4  █   ▃ 9
──────────────────
2 November 2026
"""

from collections.abc import Iterator, Sequence

from collector.analysis.weeks import ACTS, Part, Week
from collector.draw.histogram import HEIGHT, TOP, Column, Mark, column
from collector.draw.section import Asked, Section, at
from collector.words import day, say

SHOWN = 13
"""Weeks that have room on a phone: a quarter of a year. The table holds all."""

WIDTH = 100 / SHOWN
"""Percent of the chart that a week takes: the same, however many there are."""

ROOM = 11
"""Weeks from which on the first and the last can both be named below the line."""


def weeks(told: Sequence[Week], asked: Asked, *, seen: bool) -> str:
    """HTML of the last weeks as columns, and of all as a table, the newest first; `seen` says
    whether page requests were counted.
    """
    parts = [*ACTS, *([Part.SEEN] if seen else [])]
    shown = told[-SHOWN:]
    section = Section(
        base=say("weeks-base" if told else "weeks-none", {"count": len(shown)}),
        description=" ".join(_told(week) for week in shown),
        notes=[say("weeks-note")] if told else [],
        heads=[say("weeks-head"), *(say(f"weeks-{part}") for part in parts)],
        rows=[_cells(week, parts) for week in reversed(told)],
    )
    return section.draw(
        asked,
        "histogram",
        TOP + HEIGHT + 1.6,
        columns=list(_columns(shown)),
        marks=list(_marks(shown)),
        ground=at(TOP + HEIGHT),
        foot=at(TOP + HEIGHT + 1.2),
    )


def _told(week: Week) -> str:
    return say("weeks-told", {"day": day(week.begins), "count": week.acts})


def _cells(week: Week, parts: Sequence[Part]) -> list[str]:
    return [day(week.begins), *(str(week.counts[part]) for part in parts)]


def _columns(shown: Sequence[Week]) -> Iterator[Column]:
    highest = max((week.acts for week in shown), default=0) or 1
    for place, week in enumerate(shown):
        yield column(week.acts, HEIGHT * week.acts / highest, place, WIDTH)


def _marks(shown: Sequence[Week]) -> Iterator[Mark]:
    if shown:
        yield Mark(day(shown[0].begins), "0", "start")
    if len(shown) >= ROOM:
        yield Mark(day(shown[-1].begins), at(WIDTH * len(shown)), "end")
