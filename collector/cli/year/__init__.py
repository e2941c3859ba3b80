"""A year at the corner bakery: the demo's garden, and the twelve months before it.

    lay_out ─► pages with days around today
    live    ─► served by a clock that is turned; the diary happens, day after day

Everything that people send goes through the public address of the garden's own application; what
the bakery decides are acts of its desk. The same chance and the same day give the same year.
"""

import shutil
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from collector import brief, jobs, kit, pages
from collector.acts import honour
from collector.cli import samples
from collector.cli.place import opened
from collector.cli.visitor import Visitor
from collector.cli.year.days import moved
from collector.cli.year.diary import OWNER, Happening, read
from collector.cli.year.served import Clock, served
from collector.cli.year.town import Town
from collector.garden import Garden

__all__ = ["lay_out", "live"]

WRITTEN = date(2026, 11, 30)
"""The day around which the kit's year is written, a Monday."""

DIARY = "diary"
SEED = 1987
"""The bakery opened then."""

TWO_MONTHS = timedelta(days=62)

LAST = timedelta(days=8)
"""Before today, in which the demo's own challenges came to what they are."""


def lay_out(folder: Path, now: datetime) -> None:
    """Lay the year's pages over the demo's, which stand there already."""
    today = _today(Garden.find(folder), now)
    _copy(kit.YEAR, folder, today, leave_out=DIARY)
    report = folder / "site" / "pages" / "reports" / "last-quarter.md"
    quarter = str(brief.Quarter.of(today).before)
    report.write_text(brief.set_setting(report.read_text("utf-8"), "quarter", quarter), "utf-8")


def _today(garden: Garden, now: datetime) -> date:
    return now.astimezone(garden.settings.zone).date()


def _copy(source: Path, folder: Path, today: date, leave_out: str = "") -> None:
    """With all days moved by whole weeks, so that a Saturday stays one."""
    weeks = (today - WRITTEN) // timedelta(weeks=1)
    ignored = shutil.ignore_patterns(leave_out) if leave_out else None
    shutil.copytree(source, folder, ignore=ignored, dirs_exist_ok=True)
    for path in source.rglob("*"):
        copy = folder / path.relative_to(source)
        if copy.suffix in (".md", ".toml") and copy.is_file():
            text = moved(copy.read_text("utf-8"), timedelta(weeks=weeks))
            copy.write_text(text, encoding="utf-8")


def live(
    garden: Garden, now: datetime, seed: int = SEED, told: Callable[[str], None] = lambda _: None
) -> int:
    """Live through the year until `now`; how many entries came. `told` hears each month begin."""
    chance, zone = Random(seed), garden.settings.zone  # noqa: S311 - a made-up town, no secret
    with TemporaryDirectory() as folder:
        _copy(kit.YEAR / DIARY, Path(folder), _today(garden, now))
        happenings = read(Path(folder), zone, chance)
    clock = Clock(happenings[0].at - timedelta(days=1))
    with opened(garden) as kept:
        jobs.rebuild(garden, kept, clock.now)
        with served(garden, clock) as address:
            site = pages.live(garden)
            briefs = site.briefs if site else {}
            visitor = Visitor(address)
            town = Town(garden, kept, visitor, briefs, clock=clock, chance=chance)
            _happen(town, happenings, told)
            _end(town, now)
        for each in briefs.values():
            jobs.refresh(garden, kept, each, now)
    return town.sent


def _happen(town: Town, happenings: Sequence[Happening], told: Callable[[str], None]) -> None:
    """One after the other; each month begins with the idea of the last, and `told` hears of it."""
    month = ""
    for each in happenings:
        town.clock.turn(each.at)
        if month != (month := f"{each.at:%B %Y}"):
            told(month)
            _honour(town)
        each.do(town)


def _honour(town: Town) -> None:
    """The desk confirms the idea of the month, where the owner's rule finds a single one."""
    now = town.clock()
    month = honour.last_month(town.garden, now)
    briefs = [each for each in town.briefs.values() if _is_of(each, now)]
    for each in briefs:
        jobs.refresh(town.garden, town.kept, each, now)
    first = honour.of_month(town.garden, town.kept, briefs, month).first
    if len(first) == 1:
        honour.confirm(town.garden, town.kept, first[0], month, OWNER, now)


def _is_of(challenge: brief.Brief, now: datetime) -> bool:
    """Whether ideas of the last month may be of it."""
    opens, closes = challenge.opens, challenge.closes
    return bool(opens and closes and opens < now < closes + TWO_MONTHS)


def _end(town: Town, now: datetime) -> None:
    """The last days, in which the demo's own challenges came to what they are."""
    told = samples.read()
    for turn, sample in enumerate(told):
        town.clock.turn(now - LAST + turn * LAST / len(told))
        samples.live_through(town, sample)
    samples.deal_variants(town, told)
    samples.fill_in_ballots(town, told)
