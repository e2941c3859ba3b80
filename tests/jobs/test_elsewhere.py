"""Two collectors of one store: what one of them does to its pages the other does to its own."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from collector.acts import desk
from collector.brief import Form
from collector.entries import JobKind, State
from collector.errors import Unavailable
from collector.form import Definition, define, labels
from collector.garden import BackupSettings, Garden, PublishSettings, StoreSettings
from collector.jobs import Runner, runner
from collector.moderation import Move
from collector.pages import live
from collector.store import Store, reads, writes
from tests.kept import idea
from tests.postgres import Server
from tests.web.gardens import NOW, copy, plant

pytestmark = pytest.mark.postgres


@dataclass
class Collector:
    """One folder with pages of its own, and who works there."""

    garden: Garden
    store: Store
    runner: Runner

    def works(self) -> None:
        while self.runner.once():
            pass

    def catches_up(self) -> bool:
        return self.runner.catch_up()

    def shows(self, title: str) -> bool:
        page = self.garden.live / "public" / "challenges" / "bread" / "index.html"
        return title in page.read_text("utf-8")


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    return plant(tmp_path_factory.mktemp("planted") / "garden")


@pytest.fixture
def pair(planted: Garden, tmp_path: Path, postgres: Server) -> Iterator[tuple[Collector, ...]]:
    url = postgres.fresh()
    made = [collector(copy(planted, tmp_path / name), url) for name in ("one", "other")]
    yield tuple(made)
    for each in made:
        each.runner.limits.close()
        each.store.close()


def collector(garden: Garden, url: str, **settings: object) -> Collector:
    here = replace(garden.settings, store=StoreSettings(url), **settings)
    garden = replace(garden, settings=here)
    store = Store.open(garden)
    form, made = ideas(garden)
    hashed, words = made.hash, labels(form)
    writes.keep_definition(store, "bread", "idea", hashed, made.to_document(), words, "en")
    return Collector(garden, store, Runner(garden, store, lambda: NOW))


def ideas(garden: Garden) -> tuple[Form, Definition]:
    """The form for ideas about bread, as the garden's site has it."""
    found = live(garden)
    assert found is not None
    form = next(each for each in found.briefs["bread"].forms if each.name == "idea")
    return form, define(form)


def approve(one: Collector, title: str) -> None:
    form, _ = ideas(one.garden)
    writes.add(one.store, idea(form, {"title": title}, ref=title, state=State.WAITING))
    desk.decide(one.store, Move.APPROVE, [title], by="ada", now=NOW)


def undone(store: Store) -> list[JobKind]:
    return [job.kind for job in reads.jobs(store) if job.done is None]


def test_what_is_filled_on_one_is_filled_on_the_other(pair: tuple[Collector, Collector]) -> None:
    one, other = pair
    approve(one, "walnut")
    one.works()
    assert one.shows("walnut")
    assert not other.shows("walnut")
    assert other.catches_up()
    assert other.shows("walnut")
    assert undone(other.store) == []


def test_nobody_does_again_what_is_done_here(
    pair: tuple[Collector, Collector], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = pair
    approve(one, "walnut")
    one.works()
    other.catches_up()
    monkeypatch.setattr(runner, "refresh", None)
    for each in pair:
        assert each.catches_up()
        assert each.runner.elsewhere.missed(each.store) == []


def test_who_was_away_catches_up_with_the_last_of_each(pair: tuple[Collector, Collector]) -> None:
    one, other = pair
    for title in ("walnut", "rye"):
        approve(one, title)
        one.works()
    again = Runner(other.garden, other.store, lambda: NOW)
    assert [job.subject for job in again.elsewhere.missed(other.store)] == ["bread"]
    again.catch_up()
    again.limits.close()
    assert other.shows("walnut")
    assert other.shows("rye")


def test_a_build_is_made_by_each_from_its_own_briefs(pair: tuple[Collector, Collector]) -> None:
    one, other = pair
    for each in pair:
        brief = each.garden.challenges / "bread.md"
        brief.write_text(brief.read_text("utf-8").replace("stands idle", "is cold"), "utf-8")
    writes.enqueue(one.store, JobKind.BUILD, "", NOW)
    one.works()
    assert not other.shows("Our oven is cold")
    other.catches_up()
    assert other.shows("Our oven is cold")


def test_what_fails_here_is_tried_again_and_holds_up_nobody(
    pair: tuple[Collector, Collector], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = pair
    approve(one, "walnut")
    one.works()

    def full(*_: object) -> None:
        raise Unavailable("published-unavailable", path="here", cause="full")

    with monkeypatch.context() as broken:
        broken.setattr(runner, "refresh", full)
        assert not other.catches_up()
    assert undone(one.store) == []
    assert other.catches_up()
    assert other.shows("walnut")


def test_a_damaged_account_of_what_is_done_costs_doing_it_again(
    pair: tuple[Collector, Collector],
) -> None:
    one, _ = pair
    approve(one, "walnut")
    one.works()
    (one.garden.var / "caught-up" / "fill.json").write_text("{")
    assert [job.kind for job in one.runner.elsewhere.missed(one.store)] == [JobKind.FILL]
    one.catches_up()
    assert one.runner.elsewhere.missed(one.store) == []


def test_the_owners_command_waits_until_the_pages_here_are_whole(
    pair: tuple[Collector, Collector], tmp_path: Path
) -> None:
    one, other = pair
    sent = tmp_path / "sent"
    touch = PublishSettings(then=f"touch {sent}")
    settings = replace(other.garden.settings, publish=touch)
    garden = replace(other.garden, settings=settings)
    sends = Runner(garden, other.store, lambda: NOW)
    approve(one, "walnut")
    one.works()
    writes.enqueue(one.store, JobKind.PUBLISH, "", NOW)
    assert not one.runner.once(), "it has no such command, and leaves the job to who has one"
    sends.once()
    assert not sent.exists()
    sends.catch_up()
    later = Runner(garden, other.store, lambda: NOW + runner.AFTER_FILLS)
    later.once()
    assert sent.exists()
    for each in (sends, later):
        each.limits.close()


def test_who_keeps_no_backups_leaves_the_days_to_others(
    pair: tuple[Collector, Collector],
) -> None:
    one, other = pair
    none = replace(one.garden.settings, backup=BackupSettings(keep=0))
    keeps_none = Runner(replace(one.garden, settings=none), one.store, lambda: NOW)
    writes.enqueue(one.store, JobKind.BACKUP, "", NOW)
    assert not keeps_none.once()
    assert other.runner.once()
    assert undone(one.store) == []
    keeps_none.limits.close()


def test_the_daily_jobs_are_done_once_for_all(pair: tuple[Collector, Collector]) -> None:
    for each in pair:
        each.runner.renew(NOW)
    asked = [job.kind for job in reads.jobs(pair[0].store) if job.kind is not JobKind.FILL]
    assert sorted(asked) == [JobKind.BACKUP, JobKind.RETAIN]
    for each in pair:
        each.works()
        each.runner.asked = None
        each.runner.renew(NOW)
    assert JobKind.BACKUP not in undone(pair[0].store)
    made = [path for each in pair for path in each.garden.backups.glob("*.db")]
    assert len(made) == 1


def test_a_garden_with_a_file_of_its_own_knows_of_nobody(planted: Garden, tmp_path: Path) -> None:
    alone = copy(planted, tmp_path / "alone")
    with Store.open(alone) as store:
        works_alone = Collector(alone, store, Runner(alone, store, lambda: NOW))
        approve(works_alone, "walnut")
        works_alone.works()
        assert works_alone.shows("walnut")
        assert works_alone.runner.elsewhere.missed(store) == []
        assert not (alone.var / "caught-up").exists()
        works_alone.runner.limits.close()
