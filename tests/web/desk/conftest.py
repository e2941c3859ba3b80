"""An owner, a moderator, somebody without an account, and ideas that wait for them."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask

from collector.entries import Idea, Role, State, new_reference
from collector.store import Store, writes
from tests.web.desk.staff import Person, let_in
from tests.web.gardens import NOW
from tests.web.visitor import Visitor

Keep = Callable[..., Idea]


@pytest.fixture
def owner(app: Flask) -> Person:
    return let_in(app, "ada", Role.OWNER)


@pytest.fixture
def moderator(app: Flask, owner: Person) -> Person:
    return let_in(app, "ben", Role.MODERATOR)


@pytest.fixture
def anybody(app: Flask) -> Person:
    return Person(app)


@pytest.fixture
def keep(store: Store, visitor: Visitor) -> Keep:
    """Keep an idea with these answers, as if a visitor had sent it."""

    def keep(title: str = "Rye", **changes: object) -> Idea:
        answers = changes.pop("answers", {})
        idea = Idea(
            ref=new_reference(),
            challenge="bread",
            form="idea",
            form_hash=visitor.form_hash(),
            answers={"title": title, **answers},
            state=State.WAITING,
            received=NOW,
        )
        idea = replace(idea, **changes)
        writes.add(store, idea)
        return idea

    return keep


@pytest.fixture
def rye(keep: Keep) -> Idea:
    return keep("Rye", answers={"role": "customer", "email": "maja@home.example"})
