"""A workshop is opened, led and ended at the desk."""

import pytest
from flask import Flask

from collector.entries import Role
from tests.web.desk.staff import let_in
from tests.web.room import Leader


@pytest.fixture
def leader(app: Flask) -> Leader:
    leader = Leader(let_in(app, "ada", Role.OWNER))
    leader.opens(tables="4", dots="3")
    return leader


def test_it_opens_with_a_code_and_goes_from_step_to_step(leader: Leader) -> None:
    page = leader.sees()
    assert f"192.168.1.20:8000/w/{leader.code}" in page.text
    assert "Step 1 of 6" in page.text
    assert "Step 2 of 6" in leader.does("Go on: Write silently").text
