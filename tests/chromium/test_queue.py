"""Nothing sent is lost on a bad line or with a dead collector, and it arrives once."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.chromium.gardens import planted
from tests.chromium.people import SOON
from tests.chromium.surveys import BRIEF, SURVEY, Guest, kept
from tests.served import free_port
from tests.standing.test_walk import WIDTHS, faults_by_axe

pytestmark = pytest.mark.chromium

POSTS = f"**/collect/{SURVEY}/visit"
COMING_UP = 60_000


def test_what_could_not_be_delivered_is_kept_and_sent_once(
    browser: Browser, tmp_path: Path
) -> None:
    port = free_port()
    with browser.new_context(viewport=WIDTHS["phone"]) as context:
        guest = Guest(context.new_page(), f"http://127.0.0.1:{port}")
        with planted(tmp_path, port=port, more={SURVEY: BRIEF}) as garden:
            is_cancelled(guest)
            assert kept(garden) == []
            is_sent_from_another_page(guest)
            assert [each.answers["more"] for each in kept(garden)] == ["From the tunnel"]
            fills_in(guest, "To the dead")

        guest.presses("Send my answers")
        guest.sees("is sent by itself")
        assert guest.stored("queue")

        with planted(tmp_path, port=port, more={SURVEY: BRIEF}) as garden:
            has_arrived(guest)
            code = guest.page.locator(".ig-code").inner_text()
            guest.presses("I have noted it")
            expect(guest.page.locator(".ig-code")).to_have_count(0)
            assert sorted(str(each.answers["more"]) for each in kept(garden)) == [
                "From the tunnel",
                "To the dead",
            ]
            guest.presses("Send my answers")
            assert guest.code == code
            assert len(kept(garden)) == 2


def is_cancelled(guest: Guest) -> None:
    """The line is bad; the visitor thinks better of it."""
    guest.page.route(POSTS, lambda route: route.abort())
    fills_in(guest, "Never mind")
    guest.presses("Send my answers")
    guest.sees("We could not be reached")
    guest.sees("is sent by itself")
    assert faults_by_axe(guest.page) == []
    guest.presses("Don't send it")
    expect(guest.button("Don't send it")).to_have_count(0)
    guest.page.unroute(POSTS)
    guest.presses("Delete the draft")
    guest.opens("/")
    guest.page.wait_for_timeout(300)


def is_sent_from_another_page(guest: Guest) -> None:
    """What was kept goes out from whatever page is opened next."""
    fills_in(guest, "From the tunnel")
    guest.page.route(POSTS, lambda route: route.fulfill(status=503, body="{}"))
    guest.presses("Send my answers")
    guest.sees("is sent by itself")
    guest.page.unroute(POSTS)
    guest.opens("/")
    guest.presses("Try again now")
    has_arrived(guest)
    assert guest.stored("draft") == []
    guest.presses("I have noted it")


def fills_in(guest: Guest, more: str) -> None:
    guest.opens()
    guest.page.get_by_label("Customer").check()
    guest.presses("Next")
    guest.writes("Anything else?", more)
    guest.presses("Check your answers")
    expect(guest.button("Send my answers")).to_be_visible(timeout=SOON)


def has_arrived(guest: Guest) -> None:
    place = guest.page.locator("[role=status]", has_text="has arrived")
    expect(place).to_be_visible(timeout=COMING_UP)
