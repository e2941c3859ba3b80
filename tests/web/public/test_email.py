"""Confirming an address: a link, once, for an hour; one person counts once; no address is kept."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from collector.garden import Garden
from collector.store import Store, reads, votes
from tests.notices.post_office import PostOffice, open_office
from tests.web.gardens import copy
from tests.web.public.ballot_box import address, suggest
from tests.web.public.invited_garden import plant_confirmed
from tests.web.visitor import Clock, Page, Visitor

ASK, HOURS = "/collect/-/email/known", "/collect/known/hours"
NOON, EARLY = {"when": "noon"}, {"when": "early"}


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    return plant_confirmed(tmp_path_factory.mktemp("confirmed") / "garden")


@pytest.fixture
def garden(planted: Garden, tmp_path: Path) -> Garden:
    return copy(planted, tmp_path / "garden")


@pytest.fixture
def office(app: Flask) -> Iterator[PostOffice]:
    with open_office() as (opened, mail):
        context = app.extensions["garden"]
        settings = replace(context.garden.settings, mail=mail)
        app.extensions["garden"] = replace(
            context, garden=replace(context.garden, settings=settings)
        )
        yield opened


def link(office: PostOffice) -> str:
    """The path of the link in the last mail."""
    found = re.search(r"/collect/-/confirm/[\w=-]+", office.received[-1].get_content())
    assert found
    return found[0]


def confirms(visitor: Visitor, office: PostOffice, to: str = "ann@example.org") -> Page:
    assert visitor.posts(ASK, {"email": to}).status == 200
    return visitor.posts(link(office), {})


def answers(visitor: Visitor, answer: dict[str, str], **own: str) -> Page:
    page = visitor.asks({**answer, **own}, "known", "hours")
    return visitor.confirms(page, HOURS) if page.status == 200 else page


def test_without_it_the_form_leads_there_and_keeps_what_was_typed(visitor: Visitor) -> None:
    page = answers(visitor, NOON)
    assert page.status == 403
    assert "confirmed an e-mail address" in page.text
    assert page.parsed.css_first(f"a[href='{ASK}']") is not None
    assert 'value="noon" checked' in page.html


def test_the_link_shows_and_only_its_button_acts(
    visitor: Visitor, office: PostOffice, store: Store
) -> None:
    visitor.posts(ASK, {"email": "ann@example.org"})
    assert visitor.gets(link(office)).status == 200
    assert answers(visitor, NOON).status == 403
    page = visitor.posts(link(office), {})
    assert page.response.headers["Referrer-Policy"] == "no-referrer"
    assert answers(visitor, NOON).status == 303
    assert len(list(reads.responses(store, "known"))) == 1


def test_one_address_counts_once_in_every_browser(
    app: Flask, visitor: Visitor, office: PostOffice, clock: Clock, store: Store
) -> None:
    confirms(visitor, office)
    answers(visitor, NOON)
    other = Visitor(app, clock)
    confirms(other, office, "Ann@Example.org")
    assert answers(other, EARLY).status == 409
    ref = suggest(visitor, "known", "Rye flour")
    for each in (visitor, other):
        asked = each.posts(address(ref), {"value": "yes"})
        assert each.posts(address(ref), asked.fields("Yes")).status == 303
    assert len(list(votes.on(store, "1", [ref]))) == 1


def test_without_cookies_it_goes_along_in_the_form(
    app: Flask, office: PostOffice, clock: Clock, store: Store
) -> None:
    visitor = Visitor(app, clock)
    visitor.client = app.test_client(use_cookies=False)
    page = confirms(visitor, office)
    form = visitor.posts(HOURS, page.fields("A quick question"))
    filled = {**dict(form.fields("Send my answer")), **NOON}
    assert visitor.confirms(visitor.posts(HOURS, filled), HOURS).status == 303
    assert len(list(reads.responses(store, "known"))) == 1


def test_a_link_is_good_once_and_for_an_hour(
    visitor: Visitor, office: PostOffice, clock: Clock
) -> None:
    confirms(visitor, office)
    assert "used already" in visitor.posts(link(office), {}).text
    visitor.posts(ASK, {"email": "ben@example.org"})
    clock.turn(minutes=61)
    assert "good for an hour" in visitor.posts(link(office), {}).text
    assert "not whole" in visitor.gets(link(office)[:-3]).text


def test_no_address_is_kept_anywhere(
    garden: Garden, visitor: Visitor, office: PostOffice, store: Store
) -> None:
    confirms(visitor, office)
    answers(visitor, NOON)
    for path in (each for each in garden.root.rglob("*") if each.is_file()):
        assert b"ann@example" not in path.read_bytes(), path


def test_so_many_mails_and_no_more(visitor: Visitor, office: PostOffice) -> None:
    sent = [visitor.posts(ASK, {"email": "ann@example.org"}).status for _ in range(4)]
    assert sent == [200, 200, 200, 429]
    assert len(office.received) == 3


@pytest.mark.parametrize("typed", ["", "ann", "ann@example", "a\r\nBcc: b@example.org"])
def test_what_is_no_address_is_said_at_the_field(
    visitor: Visitor, office: PostOffice, typed: str
) -> None:
    page = visitor.posts(ASK, {"email": typed})
    assert page.status == 422
    assert page.parsed.css_first("#email-error") is not None
    assert office.received == []


def test_where_no_mail_goes_out_it_is_said_and_the_address_stays(visitor: Visitor) -> None:
    page = visitor.posts(ASK, {"email": "ann@example.org"})
    assert page.status == 503
    assert page.parsed.css_first("#email").attributes["value"] == "ann@example.org"


def test_elsewhere_no_address_is_asked_for(visitor: Visitor) -> None:
    assert visitor.gets("/collect/-/email/bread").status == 404
