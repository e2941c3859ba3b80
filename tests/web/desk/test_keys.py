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

    expect(card.nth(1)).to_be_focused()  # the one that came after it
    expect(card.nth(1)).to_have_accessible_name("Three")
    expect(card.nth(1)).to_have_accessible_description("Approved: “Two”")
    page.keyboard.press("u")
    expect(page.locator(".ig-desk-notice")).to_contain_text("Undone: “Two”")
    assert states(store) == [State.WAITING] * 3

    expect(card.nth(0)).to_be_focused()
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("x")
    assert page.locator(".ig-desk-card :checked").count() == 2
    page.keyboard.press("k")
    expect(card.nth(0)).to_be_focused()


def title(page: Page) -> str:
    """Of the card that has the focus."""
    return str(page.evaluate("document.activeElement.querySelector('h2')?.textContent.trim()"))


def presses(page: Page, *keys: str) -> None:
    """Each key once the page before is there."""
    for key in keys:
        page.keyboard.press(key)


def turns(page: Page, key: str) -> None:
    """A key after which another page comes, with the focus on one of its cards or its notice."""
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press(key)
    expect(page.locator(".ig-desk-card:focus, [data-undo]:focus")).to_have_count(1)


def to_the_list(page: Page) -> None:
    """With the tabulator, as somebody who uses no mouse finds it."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.ig-desk-keys summary')"):
            break
    presses(page, "Enter", "Tab", "Enter")
    expect(page.locator(".ig-desk-card:focus")).to_have_count(1)


def test_two_hundred_ideas_are_cleared_by_keyboard_alone(page, address, keep, store):
    for number in range(200):
        keep(f"Idea {number:03}")
    page.goto(f"{address}/desk/queue/")
    to_the_list(page)
    assert title(page) == "Idea 000"

    for key in ("a", "r", "s"):  # one after the other, the focus going on by itself
        turns(page, key)
    assert title(page) == "Idea 003"
    turns(page, "u")
    assert states(store)[:3] == ["approved", "rejected", "waiting"]
    assert title(page) == "Idea 002"
    presses(page, "j", "j")  # two are left for later
    turns(page, "a")
    assert title(page) == "Idea 005"

    presses(page, "x", *"jjjj", "X")  # a stretch of five
    assert page.locator(".ig-desk-card :checked").count() == 5
    turns(page, "R")
    assert states(store)[5:10] == ["rejected"] * 5
    assert title(page) == "Idea 010"

    turns(page, "n")
    second = int(title(page).split()[1])
    assert second > 50
    presses(page, "t")
    assert page.locator(".ig-desk-card :checked").count() == 50
    turns(page, "A")
    expect(page.locator(".ig-desk-notice")).to_contain_text("Approved: 50 entries")
    assert states(store)[second : second + 50] == ["approved"] * 50

    while "waiting" in states(store):
        presses(page, "t")
        turns(page, "A")
    expect(page.locator(".ig-desk-empty")).to_contain_text("Nothing waits for you")
    expect(page.locator("[data-undo]")).to_be_focused()


def test_a_page_that_stays_open_tells_what_came_since(page, address, keep):
    keep("One")
    page.clock.install()
    page.goto(f"{address}/desk/queue/")
    news = page.get_by_role("status").filter(has_text="new")
    page.clock.run_for(31_000)
    expect(news).to_have_count(0)
    keep("Two")
    keep("Three")
    page.clock.run_for(31_000)
    expect(news).to_contain_text("2 new entries: show them")
    news.get_by_role("link").click()
    expect(page.locator(".ig-desk-card")).to_have_count(3)


def test_the_code_of_a_one_time_link_fills_itself_in_and_leaves_the_address(page, address, store):
    code = people.reset(store, "ada", NOW)
    page.goto(f"{address}/desk/welcome#{code}")
    expect(page.locator("#code")).to_have_value(code)
    assert page.url == f"{address}/desk/welcome"
    assert people.link_of(store, code, NOW)
