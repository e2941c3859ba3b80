"""A year at the corner bakery: lived through at the public address, and the same each time."""

import csv
import html
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from collector import kit, pages, published
from collector.cli import main, year
from collector.cli.demo import lay_out
from collector.entries import Progress, Score, State, Vote
from collector.garden import Garden
from collector.store import Store, measurements, reads
from collector.store.stream import everything

NOW = datetime(2027, 3, 17, 11, 30, tzinfo=UTC)
"""A Wednesday, in another year than the one for which the diary is written."""

LIVED = ("saturday-queue", "evening-bread", "bread-to-the-door")
"""Challenges that were asked, decided on and told of in that year."""


def lived(folder: Path) -> Garden:
    lay_out(folder, NOW.date())
    year.lay_out(folder, NOW)
    garden = Garden.find(folder)
    year.live(garden, NOW)
    return garden


@pytest.fixture(scope="module")
def bakery(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    return lived(tmp_path_factory.mktemp("year") / "bakery")


@pytest.fixture(scope="module")
def store(bakery: Garden) -> Iterator[Store]:
    with Store.open(bakery) as store:
        yield store


def exported(garden: Garden, slug: str, what: str) -> list[dict[str, str]]:
    path = garden.root / f"{slug}-{what}.csv"
    words = ["export", slug, "--what", what, "--to", str(path)]
    assert main(["--garden", str(garden.root), *words]) == 0
    return [*csv.DictReader(path.read_text("utf-8-sig").splitlines())]


def published_of(garden: Garden, slug: str) -> published.PublishedData:
    data = published.read(garden.published / f"{slug}.json")
    assert data is not None
    return data


def page(garden: Garden, path: str) -> str:
    text = (garden.live / "public" / path / "index.html").read_text("utf-8")
    return html.unescape(text).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("slug", LIVED)
def test_a_challenge_receives_decides_and_reports(store: Store, bakery: Garden, slug: str) -> None:
    ideas = list(reads.ideas(store, slug))
    assert len(ideas) >= 12
    assert not [each for each in ideas if each.state is State.WAITING]
    assert {each.source for each in ideas} == {"web"}
    shown = [each for each in ideas if each.state is State.APPROVED]
    assert all(each.merged or each.progress is not Progress.OPEN for each in shown)
    assert sum(each.progress is Progress.DONE for each in shown) >= 4
    answered = {reply.about for reply in reads.replies(store, slug)}
    assert {each.ref for each in shown if not each.merged} <= answered
    for each in shown:
        if not each.merged:
            told = page(bakery, f"challenges/{slug}/ideas/{each.ref}")
            assert str(each.answers["title"]) in told


@pytest.mark.parametrize("slug", LIVED)
def test_pages_store_and_export_count_the_same(store: Store, bakery: Garden, slug: str) -> None:
    ideas, rows = list(reads.ideas(store, slug)), exported(bakery, slug, "ideas")
    assert sorted(row["title"] for row in rows) == sorted(
        str(each.answers["title"]) for each in ideas
    )
    data = published_of(bakery, slug)
    shown = {row["ref"] for row in rows if row["state"] == "approved" and not row["merged_into"]}
    assert {each.ref for each in data.ideas} == shown
    listed = page(bakery, f"challenges/{slug}/ideas")
    assert set(re.findall(r'href="([a-z0-9]{16})/"', listed)) == shown
    comments = [row for row in exported(bakery, slug, "comments") if row["state"] == "approved"]
    assert sum(len(each.comments) for each in data.ideas) == len(comments)


def test_votes_are_told_as_they_were_cast(bakery: Garden) -> None:
    for slug in ("saturday-queue", "evening-bread"):
        cast = [row for row in exported(bakery, slug, "votes") if row["counted"] == "1"]
        assert sum(each.votes.n for each in published_of(bakery, slug).ideas if each.votes) == len(
            cast
        )


def test_its_pages_tell_of_experiments_canvases_programmes_a_report_and_a_jury(
    bakery: Garden,
) -> None:
    site = pages.live(bakery)
    assert site is not None
    assert len([each for each in site.models.experiments if each.decision]) >= 2
    assert len(site.models.canvases) >= 2
    assert len(site.models.programmes) >= 1
    assert len(site.models.reports) == 2
    assert "On the shortlist" in page(bakery, "challenges/evening-bread")
    assert "11 kg of bread less a week" in page(bakery, "stories/bags-at-five")
    contributors = page(bakery, "contributors")
    assert "Surprise bags from five o'clock" in contributors
    assert "Order slips while you wait" in contributors


def test_every_objective_is_measured_until_it_is_reached(store: Store, bakery: Garden) -> None:
    site = pages.live(bakery)
    assert site is not None
    for slug in LIVED:
        measured = list(measurements.of_challenge(store, slug))
        assert len(measured) >= 4
        measure = site.briefs[slug].measure
        assert measure is not None
        last = max(measured, key=lambda each: each.day).value
        falls = measure.target < measure.baseline
        assert (last <= measure.target) if falls else (last >= measure.target)


@pytest.mark.parametrize(
    "now",
    [
        datetime(2027, 10, 31, 23, 59, tzinfo=UTC),  # in Berlin it is Monday already
        datetime(2028, 2, 29, 12, tzinfo=UTC),
    ],
)
def test_days_are_moved_together_and_a_saturday_stays_one(now: datetime, tmp_path: Path) -> None:
    lay_out(tmp_path, now.date())
    year.lay_out(tmp_path, now)
    text = (tmp_path / "challenges" / "saturday-queue.md").read_text("utf-8")
    opens = date.fromisoformat(re.findall(r"opens: (\S+)", text)[0])
    written = (kit.YEAR / "challenges" / "saturday-queue.md").read_text("utf-8")
    first = date.fromisoformat(re.findall(r"opens: (\S+)", written)[0])
    assert opens.strftime("%A") == "Saturday"
    here = now.astimezone(ZoneInfo("Europe/Berlin")).date()
    assert here - timedelta(days=6) <= year.WRITTEN + (opens - first) <= here


def test_all_of_it_lies_in_the_year_before_today(store: Store) -> None:
    first = min(each.received for slug in LIVED for each in reads.ideas(store, slug))
    assert timedelta(days=340) < NOW - first < timedelta(days=370)
    assert max(each.at for each in reads.decisions(store)) <= NOW


def test_the_same_chance_gives_the_same_year(bakery: Garden, tmp_path: Path) -> None:
    again = lived(tmp_path / "again")
    with Store.open(bakery) as one, Store.open(again) as other:
        assert history(one) == history(other)


def history(store: Store) -> list[Any]:
    """All that people did, with titles in the place of names that are drawn by lot."""
    slugs = [*LIVED, *("new-breads", "packaging", "yard", "visit-survey")]
    ideas = {each.ref: each for slug in slugs for each in reads.ideas(store, slug)}
    titles = {ref: str(each.answers["title"]) for ref, each in ideas.items()}
    of_ideas = [
        (titles[each.ref], each.received, each.state, each.progress, each.progressed, each.tags)
        for each in ideas.values()
    ]
    decided = [
        (each.at, titles.get(each.about, ""), each.move, titles.get(each.after, each.after))
        for each in reads.decisions(store)
    ]
    votes = [
        (titles[each.idea], each.at, each.value)
        for slug in slugs
        for each in everything(store, Vote, challenge=slug)
    ]
    came = [(each.form, each.received) for slug in slugs for each in reads.responses(store, slug)]
    answers = [
        (each.form, each.variant, each.answers)
        for slug in slugs
        for each in reads.responses(store, slug)
    ]
    measured = [
        (each.challenge, each.day, each.value)
        for slug in LIVED
        for each in measurements.of_challenge(store, slug)
    ]
    scores = [
        (titles[each.idea], each.juror, each.values, each.at)
        for slug in LIVED
        for each in everything(store, Score, challenge=slug)
    ]
    comments = [
        (titles[each.about], each.received, each.answers)
        for slug in slugs
        for each in reads.comments(store, slug)
    ]
    return [
        sorted(each, key=repr)
        for each in (of_ideas, decided, votes, came, answers, measured, scores, comments)
    ]
