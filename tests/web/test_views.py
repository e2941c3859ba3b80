"""Page requests are counted by day and challenge, without who, behind the requests' back."""

import time
from dataclasses import replace
from datetime import date, timedelta

import pytest

from collector.entries import new_reference
from collector.errors import Unavailable
from collector.garden import CollectorSettings
from collector.store import views
from collector.web import create_app
from collector.web.context import Context
from collector.web.views import viewed
from tests.web.gardens import NOW

TODAY = NOW.date()


@pytest.fixture
def counter(app) -> Context:
    return app.extensions["garden"].views


@pytest.fixture
def told(store, counter):
    def told() -> dict[date, int]:
        counter.keep()
        return views.by_day(store, ["bread"])["bread"]

    return told


@pytest.mark.parametrize(
    ("path", "challenge"),
    [
        ("/challenges/bread/", "bread"),
        ("/challenges/bread.de/", "bread"),
        ("/challenges/bread/ideas/k3d9x2mf77abqq4r/", "bread"),
        ("/challenges/bread", None),
        ("/challenges/bread/ideas/", None),
        ("/challenges/bread/ideas/top/", None),
        ("/challenges/bread/ideas/tag/rye/", None),
        ("/challenges/bread/results/", None),
        ("/challenges/bread/picture.png", None),
        ("/challenges/-/ideas/-/", None),
        ("/challenges/nothing/", None),
        ("/challenges/", None),
        ("/", None),
    ],
)
def test_pages_of_challenges_and_ideas_are_counted(path: str, challenge: str | None) -> None:
    assert viewed(path, ["bread"]) == challenge


def test_a_page_is_counted_each_time_it_is_read_also_where_a_browser_has_it(app, told) -> None:
    client = app.test_client()
    tag = client.get("/challenges/bread/").headers["ETag"]
    known = client.get("/challenges/bread/?from=poster", headers={"If-None-Match": tag})
    assert known.status_code == 304
    assert told() == {TODAY: 2}


def test_nothing_else_is(app, told) -> None:
    client = app.test_client()
    client.head("/challenges/bread/")
    client.get("/challenges/bread")  # sent on to the page
    client.get(f"/challenges/bread/ideas/{new_reference()}/")  # not there
    client.get("/")
    client.post("/challenges/bread/")
    assert told() == {}


def test_a_day_is_one_of_the_gardens_zone(garden, clock) -> None:
    late = replace(garden, settings=replace(garden.settings, timezone="Pacific/Auckland"))
    app = create_app(late, clock=clock)
    app.test_client().get("/challenges/bread/")
    context = app.extensions["garden"]
    context.views.keep()
    found = views.by_day(context.store, ["bread"])
    context.store.close()
    assert found == {"bread": {TODAY + timedelta(days=1): 1}}


def test_where_the_site_stands_elsewhere_nothing_is_counted(garden, clock) -> None:
    elsewhere = CollectorSettings(url="https://collect.bakery.example")
    app = create_app(
        replace(garden, settings=replace(garden.settings, collector=elsewhere)), clock=clock
    )
    app.test_client().get("/challenges/bread/")
    context = app.extensions["garden"]
    context.views.keep()
    found = len(context.store.table("views"))
    context.store.close()
    assert found == 0


def test_nothing_is_lost_while_the_store_is_not_there(app, told, counter, monkeypatch) -> None:
    def fails(*_: object) -> None:
        raise Unavailable("store-busy", path="garden.db", cause="no turn came")

    client = app.test_client()
    client.get("/challenges/bread/")
    with monkeypatch.context() as patch:
        patch.setattr(views, "add", fails)
        counter.keep()
    client.get("/challenges/bread/")
    assert told() == {TODAY: 2}


def test_nothing_of_who_asked_is_kept(app, store, told) -> None:
    headers = {"User-Agent": "Secretive/1.0", "Cookie": "ig=secret"}
    app.test_client().get("/challenges/bread/?from=poster", headers=headers)
    told()
    assert store.table("views").all() == [
        {"challenge": "bread", "day": TODAY.isoformat(), "count": 1}
    ]


def test_it_is_kept_by_itself_in_a_moment(app, store, monkeypatch) -> None:
    monkeypatch.setattr("collector.web.views.WAIT", 0.01)
    app.test_client().get("/challenges/bread/")
    end = time.monotonic() + 10
    while not (found := views.by_day(store, ["bread"])["bread"]) and time.monotonic() < end:
        time.sleep(0.02)
    assert found == {TODAY: 1}
