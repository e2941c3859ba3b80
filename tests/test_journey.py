"""The ring in one test: a brief asks, a visitor answers, the owner decides, the page tells."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from flask import Flask

from collector.cli import main
from collector.entries import Role, State
from collector.garden import Garden, StoreSettings
from collector.jobs import Runner, rebuild
from collector.store import Store, reads
from collector.web import create_app
from tests.engines import not_in_memory
from tests.gardens import lay_out
from tests.web.desk.staff import let_in
from tests.web.gardens import NOW
from tests.web.visitor import Clock, Visitor

BRIEF = """\
---
closes: 2027-06-15
---

# What should we bake next?

Our oven stands idle on weekday afternoons.

## Share your idea {.idea}

### Give it a name * {#title}
____ (3–80 characters)

### Where can we reach you? {#email}
____ (e-mail)

## A quick question {.poll #hours results=always}

### When would you come? {#when}
- (early) Before 10
- (late) After 3
"""


@pytest.fixture
def garden(tmp_path: Path, engine: StoreSettings) -> Garden:
    settings = f'name = "Corner Bakery"\n[store]\nurl = "{engine.url}"'
    garden = lay_out(tmp_path, {"bread": BRIEF}, settings)
    with Store.open(garden) as store:
        rebuild(garden, store, NOW)
    return garden


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)


@pytest.fixture
def app(garden: Garden, clock: Clock) -> Iterator[Flask]:
    app = create_app(garden, clock=clock)
    yield app
    app.extensions["garden"].store.close()
    app.extensions["garden"].limits.close()


@not_in_memory
def test_an_idea_and_a_poll_go_round_the_ring(
    garden: Garden, app: Flask, clock: Clock, tmp_path: Path
) -> None:
    # brief → form → page
    visitor = Visitor(app, clock)
    assert "Our oven stands idle" in visitor.gets("/challenges/bread/").text

    # page → act → entry, in two steps, without scripts
    idea = {"title": "Rye & walnut", "email": "maja@home.example"}
    assert "Rye & walnut" in visitor.asks(idea).text
    code = visitor.sends(idea)
    visitor.sends({"when": "late"}, form="hours")
    assert "waiting for us" in visitor.posts("/collect/-/receipt", {"code": code}).text
    assert "Rye" not in visitor.gets("/challenges/bread/").text

    # entry → decision
    store = app.extensions["garden"].store
    owner = let_in(app, "ada", Role.OWNER)
    [waiting] = reads.entries(store, State.WAITING)
    owner.approves(waiting)
    owner.does(f"/desk/entries/{waiting.ref}/reply", {"text": "We try it on Friday."})

    # decision → published → page
    runner = Runner(garden, store, clock)
    while runner.once():
        pass
    runner.limits.close()
    page = visitor.gets("/challenges/bread/")
    assert "Rye & walnut" in page.text
    assert "1 · 100 %" in page.text
    own = visitor.gets(f"/challenges/bread/ideas/{waiting.ref}/")
    assert "We try it on Friday." in own.text
    assert "We try it on Friday." in visitor.posts("/collect/-/receipt", {"code": code}).text

    # nobody's address is in any public byte
    public = [*garden.build.rglob("*"), *garden.published.rglob("*")]
    assert not [each for each in public if each.is_file() and b"maja@home" in each.read_bytes()]

    # entry → spreadsheet
    sheet = tmp_path / "bread.xlsx"
    assert main(["--garden", str(garden.root), "export", "bread", "--to", str(sheet)]) == 0
    cells = {cell.value for each in openpyxl.load_workbook(sheet) for row in each for cell in row}
    assert {"Rye & walnut", "maja@home.example", "After 3"} <= cells
