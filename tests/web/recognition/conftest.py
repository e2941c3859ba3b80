"""One garden is built for all; each test brings its own ideas."""

from collections.abc import Iterator

import pytest
from flask import Flask

from collector.entries import Role
from collector.store import Store
from collector.web import create_app
from tests.web.desk.staff import Person, let_in
from tests.web.gardens import NOW, plant
from tests.web.recognition.cakes import CAKES, RULE
from tests.web.visitor import Clock, Visitor


@pytest.fixture(scope="package")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    folder = tmp_path_factory.mktemp("recognition") / "garden"
    app = create_app(plant(folder, {"cakes": CAKES}, RULE), clock=Clock(NOW))
    yield app
    app.extensions["garden"].store.close()


@pytest.fixture(scope="package")
def store(app: Flask) -> Store:
    return app.extensions["garden"].store


@pytest.fixture(scope="package")
def owner(app: Flask) -> Person:
    return let_in(app, "ada", Role.OWNER)


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    return Visitor(app, Clock(NOW))
