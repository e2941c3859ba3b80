"""What time brings is told once, when its hour has come."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from collector.brief import Shape
from collector.entries import Event, State
from collector.garden import NoticeSettings, Settings, WebhookSettings
from collector.jobs.telling import tell_of_time
from collector.store import Store, outbox, writes
from tests.form.forms import form, question
from tests.kept import NOW, brief, idea, reply

ASKED = form(question(Shape.TEXT, "title"))
SETTINGS = Settings(timezone="Europe/Berlin", notices=NoticeSettings(to=("ada@bakery.example",)))
HOOKED = replace(SETTINGS, webhooks=(WebhookSettings(url="https://x.example", events=("turned",)),))


@pytest.fixture
def store(place) -> Store:
    with Store(place) as store:
        yield store


def told(store: Store, event: Event) -> list[str]:
    return [each.about for each in outbox.notices(store) if each.event is event]


def test_the_daily_mail_is_left_once_a_day_at_its_hour_in_the_garden_s_zone(store: Store) -> None:
    for hour in range(48):
        for minute in (0, 59):
            now = datetime(2026, 11, 20, tzinfo=UTC) + timedelta(hours=hour, minutes=minute)
            tell_of_time(store, SETTINGS, {}, now)
            if (hour, minute) == (6, 59):
                assert told(store, Event.DAILY) == []
            if (hour, minute) == (7, 0):
                assert len(told(store, Event.DAILY)) == 1
    assert len(told(store, Event.DAILY)) == 2


@pytest.mark.parametrize(
    "settings", [Settings(), replace(SETTINGS, notices=NoticeSettings(("a@b.example",), "never"))]
)
def test_where_nobody_wants_it_nothing_is_left(store: Store, settings: Settings) -> None:
    tell_of_time(store, settings, {}, NOW)
    assert list(outbox.notices(store)) == []


def test_a_challenge_that_turned_is_told_once(store: Store) -> None:
    challenge = brief(ASKED, opens=NOW, closes=NOW + timedelta(days=2))
    for minutes in (-1, 0, 1, 59, 61, 2 * 24 * 60, 2 * 24 * 60 + 1):
        tell_of_time(store, HOOKED, {"bread": challenge}, NOW + timedelta(minutes=minutes))
    assert told(store, Event.TURNED) == ["bread", "bread"]


def test_a_promise_is_reminded_of_two_days_before_and_not_once_it_is_kept(store: Store) -> None:
    challenge = brief(ASKED, answers_within=timedelta(days=14))
    rye, spelt = (idea(ASKED, {"title": each}, state=State.WAITING) for each in ("Rye", "Spelt"))
    store.transact(
        lambda store: [writes.add(store, each) for each in (rye, spelt, reply(spelt.ref, "Yes."))]
    )
    for day in range(20):
        tell_of_time(store, SETTINGS, {"bread": challenge}, NOW + timedelta(days=day))
        assert told(store, Event.PROMISE) == ([rye.ref] if day >= 12 else [])
