"""What the settings ask for is done once each time, whoever starts and stops, and when it failed
once more.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from collector.brief import Shape
from collector.entries import Event, Job, JobKind
from collector.form import define, hash_of_words
from collector.garden import Garden, ScheduleSettings, Settings, StoreSettings
from collector.garden.schedule import DOES
from collector.jobs import Runner
from collector.jobs import schedule as scheduling
from collector.jobs.schedule import KINDS, ask_scheduled
from collector.store import Store, outbox, reads, schedules, writes
from tests.form.forms import form, question
from tests.kept import NOW, brief, idea

BERLIN = ZoneInfo("Europe/Berlin")
FRIDAY = ScheduleSettings(name="friday", do="export", every="friday at 18:00", format="csv")
DAILY = ScheduleSettings(name="daily", do="digest", every="day at 02:30")
ASKED = form(
    question(Shape.TEXT, "title"), question(Shape.EMAIL), question(Shape.YES, "contact_news")
)


@pytest.fixture
def garden(tmp_path: Path, engine: StoreSettings) -> Garden:
    (tmp_path / "var").mkdir()
    settings = Settings(timezone="Europe/Berlin", store=engine, schedule=(FRIDAY, DAILY))
    return Garden(tmp_path, settings)


@pytest.fixture
def store(garden: Garden) -> Iterator[Store]:
    with Store.open(garden) as store:
        yield store


def asked(store: Store, name: str) -> list[str]:
    """What is to be done, by the keys."""
    return [each.key for each in schedules.jobs(store, name) if not each.done]


def local(*parts: int, fold: int = 0) -> datetime:
    return datetime(*parts, tzinfo=BERLIN, fold=fold).astimezone(UTC)  # type: ignore[misc]


def test_all_that_can_be_asked_for_can_be_done() -> None:
    assert set(KINDS) == set(DOES)


def test_a_new_schedule_begins_with_its_next_time(garden: Garden, store: Store) -> None:
    for hours in range(0, 24 * 6, 7):
        ask_scheduled(store, garden.settings, NOW + timedelta(hours=hours))
    assert asked(store, "friday") == []
    ask_scheduled(store, garden.settings, NOW + timedelta(days=7))
    assert asked(store, "friday") == ["friday 2026-11-27"]


def test_it_is_asked_for_once_each_time_over_both_clock_changes(store: Store) -> None:
    settings = Settings(timezone="Europe/Berlin", schedule=(DAILY,))
    days = {}
    for start in (local(2026, 3, 28), local(2026, 10, 24)):
        for minutes in range(0, 3 * 24 * 60, 20):
            now = start + timedelta(minutes=minutes)
            ask_scheduled(store, settings, now)
            for key in asked(store, "daily"):
                days[key] = days.get(key, 0) + 1
                job = next(each for each in schedules.jobs(store, "daily") if each.key == key)
                writes.finish(store, replace(job, tries=1), now)
    told = [key.removeprefix("daily ") for key in days]
    assert set(days.values()) == {1}
    expected = [
        *(f"2026-03-{day}" for day in (28, 29, 30)),
        "2026-10-24",
        *(f"2026-10-{day}" for day in (25, 26)),
    ]
    assert [day for day in told if day != "2026-10-23"] == expected


def test_what_was_missed_while_nobody_served_is_done_once(garden: Garden, store: Store) -> None:
    ask_scheduled(store, garden.settings, NOW)
    for _ in range(3):  # three weeks later, and whoever else starts then
        ask_scheduled(store, garden.settings, NOW + timedelta(days=21))
    assert asked(store, "friday") == ["friday 2026-12-11"]


def test_clocks_that_are_set_back_ask_for_nothing_again(garden: Garden, store: Store) -> None:
    for days in (0, 7, 14):
        ask_scheduled(store, garden.settings, NOW + timedelta(days=days))
    keys = asked(store, "friday")
    ask_scheduled(store, garden.settings, NOW + timedelta(days=8))
    assert asked(store, "friday") == keys == ["friday 2026-11-27", "friday 2026-12-04"]


class Served:
    """A garden whose site has one challenge, with a runner of its own."""

    def __init__(self, garden: Garden, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        self.garden, self.store, self.now = garden, store, NOW
        live = SimpleNamespace(briefs={"bread": brief(ASKED)})
        monkeypatch.setattr(scheduling.pages, "live", lambda _garden: live)
        made = define(ASKED)
        writes.keep_definition(store, "bread", ASKED.name, made.hash, made.to_document(), {}, "en")
        ask_scheduled(store, garden.settings, NOW)

    def sets(self, *schedule: ScheduleSettings) -> None:
        self.garden = replace(
            self.garden, settings=replace(self.garden.settings, schedule=schedule)
        )

    def works(self, **by: int) -> None:
        self.now += timedelta(**by)
        ask_scheduled(self.store, self.garden.settings, self.now)
        runner = Runner(self.garden, self.store, lambda: self.now, {JobKind.SCHEDULE})
        while runner.once():
            pass

    @property
    def job(self) -> Job:
        return max(schedules.jobs(self.store, "friday"), key=lambda each: each.key)


@pytest.fixture
def served(garden: Garden, store: Store, monkeypatch: pytest.MonkeyPatch) -> Served:
    return Served(garden, store, monkeypatch)


def test_a_file_of_each_challenge_takes_the_place_of_the_last(served: Served) -> None:
    writes.add(served.store, idea(ASKED, {"title": "Rye"}))
    served.works(days=7)
    path = served.garden.root / "var" / "exports" / "friday-bread.csv"
    assert "Rye" in path.read_text("utf-8-sig")
    assert path.stat().st_mode & 0o077 == 0, "its owner alone may read it"
    writes.add(served.store, idea(ASKED, {"title": "Spelt"}))
    served.works(days=6)
    assert "Spelt" not in path.read_text("utf-8-sig")
    served.works(days=1)
    assert "Spelt" in path.read_text("utf-8-sig")
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_contacts_are_written_as_a_table_of_their_own(served: Served) -> None:
    words = "Write to me"
    writes.keep_text(served.store, hash_of_words(words), words)
    answers = {"title": "Rye", "email": "ann@home.example", "contact_news": True}
    agreed = {"contact_news": hash_of_words(words)}
    writes.add(served.store, idea(ASKED, answers, agreed=agreed))
    writes.add(served.store, idea(ASKED, {"title": "Oat", "email": "bob@home.example"}))
    served.sets(replace(FRIDAY, what="contacts"))
    served.works(days=7)
    told = (served.garden.root / "var/exports/friday-bread.csv").read_text("utf-8-sig")
    assert "ann@home.example" in told
    assert words in told
    assert "bob@home.example" not in told


@pytest.mark.parametrize("suffix", ["html", "csv"])
def test_a_report_tells_of_the_quarter_that_is_over(served: Served, suffix: str) -> None:
    writes.add(served.store, idea(ASKED, {"title": "Rye"}))
    quarterly = ScheduleSettings(
        name="report", do="report", every="quarter at 08:00", format=suffix
    )
    served.sets(quarterly)
    served.works(days=1)
    served.works(days=60)
    (path,) = (served.garden.root / "var" / "exports").iterdir()
    assert path.name == f"report-2026-Q4.{suffix}"
    assert "2026" in path.read_text("utf-8-sig")


def test_what_failed_tells_why_and_is_tried_again(served: Served) -> None:
    served.sets(replace(FRIDAY, challenge="cake"))
    served.works(days=7)
    assert "no such challenge" in served.job.error
    assert not served.job.done
    served.sets(FRIDAY)
    served.works(minutes=6)
    assert served.job.done
    assert served.job.key == "friday 2026-11-27"


def test_a_folder_that_can_t_be_made_fails_the_job_and_no_other(served: Served) -> None:
    (served.garden.root / "shut").write_text("a file")
    served.sets(replace(FRIDAY, folder="shut/exports"), replace(FRIDAY, name="other"))
    served.works(days=1)
    served.works(days=6)
    assert "shut" in served.job.error
    assert (served.garden.root / "var/exports/other-bread.csv").is_file()


def test_what_the_settings_ask_for_no_more_is_not_done(served: Served) -> None:
    ask_scheduled(served.store, served.garden.settings, NOW + timedelta(days=7))
    served.sets()
    served.works(days=7)
    assert served.job.done
    assert not (served.garden.root / "var" / "exports").exists()


def test_it_is_done_once_more_for_whoever_asks_and_next_at_its_time(served: Served) -> None:
    served.works(days=7)
    path = served.garden.root / "var/exports/friday-bread.csv"
    path.unlink()
    schedules.ask_now(served.store, "friday", datetime(2026, 11, 27).date(), served.now)  # noqa: DTZ001
    served.works(minutes=1)
    assert path.is_file()
    path.unlink()
    served.works(days=5)
    assert not path.exists()
    served.works(days=2)
    assert path.is_file()


def test_a_digest_leaves_one_notice_each_time(served: Served) -> None:
    served.works(hours=1)
    for _ in range(2):
        served.works(days=1)
        (job,) = schedules.jobs(served.store, "daily")
        KINDS["digest"](
            scheduling.Occasion(served.garden, served.store, DAILY, job, served.now)
        )  # as a runner would that died before it could say that it was done
    told = [each for each in outbox.notices(served.store) if each.event is Event.DIGEST]
    assert [each.about for each in told] == ["daily", "daily"]
    assert len(reads.jobs(served.store)) == 2
