"""The queue by keyboard, in a real browser."""

import threading
from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from werkzeug.serving import make_server

from collector.acts import people
from collector.entries import State
from collector.store import Store, reads
from tests.browser import chromium
from tests.web.gardens import NOW

pytestmark = pytest.mark.chromium


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def page(address: str, owner) -> Iterator[Page]:
    """A page on which the owner is logged in; nothing may go wrong on it unseen."""
    cookie = owner.client.get_cookie("ig_desk", path="/desk").value
    with chromium() as browser:
        page = browser.new_page()
        page.context.add_cookies([{"name": "ig_desk", "value": cookie, "url": f"{address}/desk/"}])
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
        yield page
        assert wrong == []


def states(store: Store) -> list[str]:
    return [each.state.value for each in reads.ideas(store, "bread")]


def test_ideas_are_read_decided_and_taken_back_without_a_mouse(page, address, keep, store):
    for title in ("One", "Two", "Three"):
        keep(title)
    page.goto(f"{address}/desk/queue/")
    card = page.locator(".ig-desk-card")

    page.keyboard.press("a")
    assert states(store) == [State.WAITING] * 3  # keys do nothing until the list has the focus

    page.locator("#queue").focus()
    expect(card.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(card.nth(1)).to_be_focused()
    page.keyboard.press("a")
    expect(page.locator(".ig-desk-notice")).to_contain_text("Approved: “Two”")
    assert states(store) == ["waiting", "approved", "waiting"]

    expect(card.nth(0)).to_be_focused()
    page.keyboard.press("u")
    expect(page.locator(".ig-desk-notice")).to_contain_text("Undone: “Two”")
    assert states(store) == [State.WAITING] * 3

    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("x")
    assert page.locator(".ig-desk-card :checked").count() == 2
    page.keyboard.press("k")
    expect(card.nth(0)).to_be_focused()


def test_the_code_of_a_one_time_link_fills_itself_in_and_leaves_the_address(page, address, store):
    code = people.reset(store, "ada", NOW)
    page.goto(f"{address}/desk/welcome#{code}")
    expect(page.locator("#code")).to_have_value(code)
    assert page.url == f"{address}/desk/welcome"
    assert people.link_of(store, code, NOW)
