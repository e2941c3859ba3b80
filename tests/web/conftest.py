"""A garden, its application and a visitor."""

from pathlib import Path

import pytest
from flask import Flask

from collector.entries import Role
from collector.garden import Garden
from collector.store import Store
from collector.web import create_app
from tests.web.desk.staff import let_in
from tests.web.gardens import NOW, copy, plant
from tests.web.room import Leader
from tests.web.visitor import Clock, Visitor


@pytest.fixture(scope="session")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    return plant(tmp_path_factory.mktemp("planted") / "garden")


@pytest.fixture
def garden(planted: Garden, tmp_path: Path) -> Garden:
    return copy(planted, tmp_path / "garden")


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)


@pytest.fixture
def app(garden: Garden, clock: Clock):
    app = create_app(garden, clock=clock)
    yield app
    app.extensions["garden"].store.close()


@pytest.fixture
def store(app: Flask) -> Store:
    return app.extensions["garden"].store


@pytest.fixture
def visitor(app: Flask, clock: Clock) -> Visitor:
    return Visitor(app, clock)


@pytest.fixture
def leader(app: Flask) -> Leader:
    """Who leads a workshop that is open."""
    leader = Leader(let_in(app, "ada", Role.OWNER))
    leader.opens(tables="4", dots="3")
    return leader
