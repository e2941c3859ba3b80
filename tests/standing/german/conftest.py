"""One German garden for all walks through it, and who walks."""

from collections.abc import Iterator

import pytest
from flask import Flask

from collector.acts import desk, merge, progress, tags
from collector.acts.merge import Merging
from collector.entries import (
    Idea,
    Progress,
    Role,
    State,
)
from collector.web import create_app
from tests.standing.german.garden import plant, say, suggest
from tests.web.desk.staff import Person, let_in
from tests.web.gardens import NOW
from tests.web.visitor import Clock, Visitor, fills


@pytest.fixture(scope="package")
def clock() -> Clock:
    return Clock(NOW)


@pytest.fixture(scope="package")
def app(tmp_path_factory: pytest.TempPathFactory, clock: Clock) -> Iterator[Flask]:
    app = create_app(plant(tmp_path_factory.mktemp("gemeinde")), clock=clock)
    yield app
    app.extensions["garden"].store.close()
    app.extensions["garden"].limits.close()


@pytest.fixture(scope="package")
def visitor(app: Flask, clock: Clock) -> Visitor:
    return Visitor(app, clock)


@pytest.fixture(scope="package")
def owner(app: Flask) -> Person:
    return let_in(app, "ada", Role.OWNER)


@pytest.fixture(scope="package")
def ideas(app: Flask, visitor: Visitor, owner: Person) -> dict[str, Idea]:
    """One on each step, each with a tag; comments and replies; one that was merged."""
    store = app.extensions["garden"].store
    found = {step: suggest(app, "brote", f"Brot {number}") for number, step in enumerate(Progress)}
    for step, idea in found.items():
        if step is not Progress.OPEN:
            progress.progress(store, step, [idea.ref], "ada", NOW)
        tags.tag(store, idea.ref, ["Warm und frisch"], "ada", NOW)
    shown = found[Progress.IN_PROGRESS]
    first = say(app, shown, "Dafür käme ich.")
    say(app, shown, "Ich auch", parent=first.ref)
    gone = say(app, shown, "Nicht mehr da", state=State.WITHDRAWN)
    say(app, shown, "Genau", parent=gone.ref)
    desk.reply(store, first.ref, "Bis Montag!", "ada", NOW)
    desk.reply(store, shown.ref, "Wir backen schon.", "ada", NOW)
    other = suggest(app, "brote", "Ein anderes Brot")
    merge.merge(store, other.ref, shown.ref, Merging("ada", NOW, "Beide wollen dasselbe."))
    fills(visitor, "brote")
    return {str(step): idea for step, idea in found.items()} | {"merged": other, "shown": shown}


@pytest.fixture(scope="package")
def polls(app: Flask, visitor: Visitor) -> dict[str, list[str]]:
    refs = {}
    for slug in ("rang", "kasse", "paare", "phasen", "vorbei", "sterne"):
        refs[slug] = [suggest(app, slug, f"Vorschlag {number}").ref for number in range(3)]
        fills(visitor, slug)
    return refs
