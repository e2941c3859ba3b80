"""The disk of the store is full or may not be written: reading goes on, nothing typed is lost."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from flask import Flask

from collector.entries import Role
from collector.garden import Garden
from collector.jobs import Runner, rebuild
from collector.store import Store, reads, secret
from collector.web import create_app
from tests.faults.crowd import BRIEF, SETTINGS, Talk, posting, titles_kept, until, workers_of
from tests.faults.disks import enlarge, fill_up, make_room, read_only, small_disk
from tests.gardens import lay_out
from tests.served import serving
from tests.web.desk.staff import let_in
from tests.web.gardens import NOW
from tests.web.visitor import Clock, Page, Visitor

KIND = {"Content_Type": "application/x-www-form-urlencoded"}

STORIES = BRIEF.replace(
    "## The ideas",
    """### Tell us its story {#story}
____ (long, at most 500000 characters)

## The ideas""",
)

Trouble = Callable[[Path], AbstractContextManager[None]]


@contextmanager
def full(folder: Path) -> Iterator[None]:
    fill_up(folder)
    try:
        yield
    finally:
        make_room(folder)


@pytest.fixture
def garden(tmp_path: Path) -> Iterator[Garden]:
    with small_disk(tmp_path / "var", 2):
        garden = lay_out(tmp_path, {"bread": BRIEF}, SETTINGS)
        with Store.open(garden) as store:
            rebuild(garden, store, NOW)
        yield garden


@pytest.fixture
def app(garden: Garden) -> Iterator[Flask]:
    app = create_app(garden, clock=Clock(NOW))
    yield app
    app.extensions["garden"].store.close()


def put_off(page: Page) -> bool:
    return page.status == 503 and int(page.response.headers["Retry-After"]) > 0


@pytest.mark.parametrize("trouble", [full, read_only])
def test_a_visitor_is_put_off_and_keeps_every_word(
    app: Flask, garden: Garden, trouble: Trouble
) -> None:
    visitor = Visitor(app, app.extensions["garden"].clock)
    asked = visitor.asks({"title": "Rye & walnut"})
    with trouble(garden.var):
        refused = visitor.confirms(asked)
        assert put_off(refused)
        assert "Rye &amp; walnut" in refused.html
        assert str(garden.root) not in refused.html
        assert visitor.gets("/challenges/bread/").status == 200
        assert visitor.gets("/collect/-/receipt").status == 200
        assert put_off(visitor.confirms(asked))
    sent = visitor.posts("/collect/bread/idea", refused.fields("Yes, send it"))
    told = visitor.thanks(sent)
    assert "Rye & walnut" in visitor.posts("/collect/-/receipt", {"code": told.receipt()}).text
    assert titles_kept(garden.root) == ["Rye & walnut"]


@pytest.mark.parametrize("trouble", [full, read_only])
def test_an_owner_is_put_off_and_may_do_it_afterwards(
    app: Flask, garden: Garden, trouble: Trouble
) -> None:
    visitor = Visitor(app, app.extensions["garden"].clock)
    visitor.sends({"title": "Rye & walnut"})
    ada = let_in(app, "ada", Role.OWNER)
    store = app.extensions["garden"].store
    (idea,) = reads.ideas(store, "bread")
    with trouble(garden.var):
        page = ada.gets("/desk/queue/")
        assert page.status == 200
        assert "Rye & walnut" in page.text
        assert put_off(ada.approves(idea))
        assert reads.decisions(store, about=idea.ref) == []
    assert ada.approves(idea).status in (200, 303)
    assert len(reads.decisions(store, about=idea.ref)) == 1


@pytest.mark.parametrize("trouble", [full, read_only])
def test_a_runner_outlives_it_and_goes_on_by_itself(
    app: Flask, garden: Garden, trouble: Trouble, caplog: pytest.LogCaptureFixture
) -> None:
    visitor = Visitor(app, app.extensions["garden"].clock)
    visitor.sends({"title": "Rye & walnut"})
    ada = let_in(app, "ada", Role.OWNER)
    store = app.extensions["garden"].store
    ada.approves(next(reads.ideas(store, "bread")))
    runner = Runner(garden, store, app.extensions["garden"].clock)
    looks = iter([False, True])
    with trouble(garden.var):
        runner.run(lambda: next(looks))
    assert str(garden.var) in caplog.text
    assert "Errno" not in caplog.text
    app.extensions["garden"].clock.turn(minutes=5)
    while runner.once():
        pass
    assert "Rye & walnut" in visitor.gets("/challenges/bread/").text


def test_a_worker_that_dies_while_nothing_can_be_kept_takes_nobody_along(tmp_path: Path) -> None:
    lay_out(tmp_path, {"bread": BRIEF}, SETTINGS)
    with serving(tmp_path) as served:
        talk = Talk(served)
        with read_only(tmp_path / "var"):
            killed = workers_of(served)[0]
            killed.kill()
            until(lambda: killed not in workers_of(served) and len(workers_of(served)) == 2)
            for _ in range(5):
                assert talk.get("/challenges/bread/")[0] == 200
                assert talk.get("/collect/-/health")[0] == 200
                assert talk.ask("POST", "/collect/bread/idea", "title=Rye", **KIND)[0] < 500
                assert talk.send_idea("Rye")[0] == 503
        until(lambda: talk.send_idea("Rye")[0] == 201)
    assert "Traceback" not in served.printed


def test_a_disk_that_fills_under_load_loses_nothing_acknowledged(tmp_path: Path) -> None:
    """Every second visitor tells a long story: small entries fail at a commit, long ones before."""
    var = tmp_path / "var"
    with small_disk(var, 24):
        lay_out(tmp_path, {"bread": STORIES}, SETTINGS)
        with (
            serving(tmp_path) as served,
            posting(served, "while", 8, story="x" * 400_000) as crowd,
        ):
            until(lambda: crowd.refused.count(503) > 20)
            assert crowd.kept
            assert Talk(served).get("/challenges/bread/")[0] == 200
            assert {*crowd.kept} <= {*titles_kept(tmp_path)}
            status, headers, _ = Talk(served).send_idea("Nobody waits", story="x" * 400_000)
            assert (status, "retry-after" in headers) == (503, True)
            enlarge(var, 400)
            before = len(crowd.kept)
            until(lambda: len(crowd.kept) > before + 20)
        kept = Counter(titles_kept(tmp_path))
        assert [title for title in crowd.kept if kept[title] != 1] == []
        assert max(kept.values()) == 1
        assert set(crowd.refused) == {503}
    assert "Traceback" not in served.printed


def test_a_served_garden_outlives_a_full_disk(tmp_path: Path) -> None:
    var = tmp_path / "var"
    with small_disk(var, 2):
        lay_out(tmp_path, {"bread": BRIEF}, SETTINGS)
        with serving(tmp_path) as served:
            talk = Talk(served)
            assert talk.send_idea("Before")[0] == 201
            given = talk.token()
            fill_up(var)
            for _ in range(4):
                status, headers, _ = talk.send_idea("While", given)
                assert (status, "retry-after" in headers) == (503, True)
                assert talk.get("/challenges/bread/")[0] == 200
            make_room(var)
            until(lambda: talk.send_idea("While", given)[0] == 201)
            assert sorted(titles_kept(tmp_path)) == ["Before", "While"]
    assert "Traceback" not in served.printed


@pytest.mark.parametrize("has_log", [True, False], ids=["its log is there", "all is in the file"])
def test_a_garden_whose_disk_is_full_when_it_is_served_goes_on_by_itself(
    tmp_path: Path, has_log: bool
) -> None:
    """Without a log SQLite needs room for a new one before it can read at all."""
    var, page = tmp_path / "var", "/challenges/bread/"
    with small_disk(var, 2):
        garden = lay_out(tmp_path, {"bread": BRIEF}, SETTINGS)
        store = Store.open(garden)
        rebuild(garden, store, NOW)
        secret(garden)
        if not has_log:
            store.close()
        fill_up(var)
        with serving(tmp_path, answering=page) as served:
            talk = Talk(served)
            fill_up(var)
            assert talk.get(page)[0] == 200
            status, headers, _ = talk.send_idea("Not now")
            assert (status, "retry-after" in headers) == (503, True)
            assert "disk is full" in served.printed
            make_room(var)
            until(lambda: talk.send_idea("After")[0] == 201)
        store.close()
        assert titles_kept(tmp_path) == ["After"]
    assert "Traceback" not in served.printed
