"""A store that can't be opened yet: the site is served, all else put off until it can be."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from collector.errors import StoreError, Unavailable
from collector.garden import Garden
from collector.store import Store, reads
from collector.web import create_app, opening
from tests.web.visitor import Clock, Visitor

IDEA = {"title": "Rye & walnut", "text": "With honey.", "role": "customer"}


def put_aside(garden: Garden) -> Callable[[], None]:
    """Take the store's file away from its log; what brings it back."""
    garden.database.with_name("garden.db-wal").write_bytes(b"a log")
    aside = garden.database.rename(garden.var / "aside")

    def bring_back() -> None:
        garden.database.with_name("garden.db-wal").unlink()
        aside.rename(garden.database)

    return bring_back


def damage(garden: Garden) -> Callable[[], None]:
    whole = garden.database.read_bytes()
    garden.database.write_bytes(b"no database at all" * 100)
    return lambda: garden.database.write_bytes(whole) and None


@pytest.mark.parametrize("trouble", [put_aside, damage])
def test_the_site_is_served_and_all_else_put_off_until_the_store_can_be_opened(
    garden: Garden,
    clock: Clock,
    trouble: Callable[[Garden], Callable[[], None]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(opening, "AGAIN", 0.0)
    end = trouble(garden)
    app = create_app(garden, clock=clock)
    visitor = Visitor(app, clock)
    assert visitor.gets("/challenges/bread/").status == 200
    assert visitor.gets("/collect/-/health").status == 503
    refused = visitor.confirms(visitor.asks(IDEA))
    assert refused.status == 503
    assert int(refused.response.headers["Retry-After"]) > 0
    assert "Rye &amp; walnut" in refused.html
    assert str(garden.root) not in refused.html
    end()
    assert visitor.gets("/collect/-/health").status == 200
    visitor.thanks(visitor.posts("/collect/bread/idea", refused.fields("Yes, send it")))
    (idea,) = reads.ideas(app.extensions["garden"].store, "bread")
    assert idea.answers["title"] == "Rye & walnut"
    app.extensions["garden"].store.close()


def test_one_request_finds_out_and_the_others_hear_of_it_at_once(
    tmp_path: Path, garden: Garden, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[int] = []
    began, go_on = threading.Event(), threading.Event()

    def slow(_garden: Garden) -> Store:
        tries.append(1)
        began.set()
        assert go_on.wait(10)
        raise Unavailable("store-full", path=tmp_path)

    door = opening.Opening(garden)
    monkeypatch.setattr(Store, "open", slow)
    go_on.set()
    with pytest.raises(Unavailable):
        door.open()
    monkeypatch.setattr(opening, "AGAIN", 0.0)
    door._again = 0.0
    began.clear()
    go_on.clear()
    with ThreadPoolExecutor(1) as pool:
        finding_out = pool.submit(door.open)
        assert began.wait(10)
        for _ in range(5):
            with pytest.raises(StoreError) as told:
                door.open()
            assert told.value.reason == "store-full"
        go_on.set()
        assert isinstance(finding_out.exception(), Unavailable)
    assert len(tries) == 2


def test_what_could_not_be_opened_is_not_tried_again_at_each_request(
    tmp_path: Path, garden: Garden, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[int] = []

    def refuse(_garden: Garden) -> Store:
        tries.append(1)
        raise Unavailable("store-full", path=tmp_path)

    monkeypatch.setattr(Store, "open", refuse)
    door = opening.Opening(garden)
    for _ in range(5):
        with pytest.raises(Unavailable):
            door.open()
    assert len(tries) == 1
