"""A comment, a reply to it and a report: with scripts and without, by keyboard, on a phone."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from collector.acts import desk
from collector.entries import Comment, Idea
from collector.moderation import Move
from collector.store import reads
from tests.chromium.gardens import CHALLENGE, Planted, planted
from tests.chromium.people import SOON, Visitor
from tests.web.gardens import NOW

pytestmark = pytest.mark.chromium

SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts on", "scripts off"])


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planted]:
    with planted(tmp_path_factory.mktemp("comments")) as garden:
        yield garden


@pytest.fixture
def visitor(browser: Browser, garden: Planted, scripts: bool) -> Iterator[Visitor]:
    phone = {"width": 390, "height": 780}
    with browser.new_context(java_script_enabled=scripts, viewport=phone) as context:
        yield Visitor(context.new_page(), garden.address, scripts, patient=True)


@pytest.fixture
def idea(visitor: Visitor, garden: Planted, scripts: bool) -> Idea:
    """One that is shown, on whose page the visitor is."""
    visitor.opens()
    visitor.fills_in(f"Rye with scripts {scripts}")
    visitor.sends()
    visitor.is_thanked()
    idea = list(reads.ideas(garden.store, CHALLENGE))[-1]
    approve(garden, idea.ref)
    visits(visitor, idea, "Write a comment")
    return idea


def approve(garden: Planted, ref: str) -> None:
    desk.decide(garden.store, Move.APPROVE, [ref], "ada", NOW)


def visits(visitor: Visitor, idea: Idea, words: str) -> None:
    """The idea's page, once it shows these words."""
    for _ in range(100):
        visitor.opens(f"/challenges/{CHALLENGE}/ideas/{idea.ref}/")
        if words in visitor.page.content():
            return
        visitor.page.wait_for_timeout(100)
    raise AssertionError(f"{words!r} is not on the page")


def comments(garden: Planted, idea: Idea) -> list[Comment]:
    return list(reads.comments(garden.store, CHALLENGE, about=idea.ref))


@SCRIPTS
def test_what_is_said_about_an_idea_stands_below_it(
    visitor: Visitor, garden: Planted, idea: Idea
) -> None:
    page = visitor.page
    page.get_by_label("Your comment").focus()
    page.keyboard.type("I would come for that")
    page.keyboard.press("Tab")
    page.keyboard.type("Anna")
    visitor.sends("Send my comment")
    visitor.is_thanked()
    (said,) = comments(garden, idea)
    assert said.answers == {"text": "I would come for that", "name": "Anna"}
    approve(garden, said.ref)

    visits(visitor, idea, "I would come for that")
    page.get_by_role("link", name=re.compile("^Reply to Anna")).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("You answer this comment:")).to_be_visible(timeout=SOON)
    visitor.writes("Your comment", "Me too")
    visitor.sends("Send my comment")
    visitor.is_thanked()
    reply = comments(garden, idea)[-1]
    assert reply.parent == said.ref
    approve(garden, reply.ref)

    visits(visitor, idea, "Me too")
    expect(page.locator(f"#c-{said.ref} #c-{reply.ref}")).to_contain_text("Me too")
    wide = page.evaluate("document.documentElement.scrollWidth") if visitor.scripts else 390
    assert wide <= 390

    page.get_by_role("link", name=re.compile("^Report the comment of Anna")).click()
    visitor.chooses("It is advertising")
    visitor.sends("Send the report")
    visitor.is_thanked()
    (report,) = reads.reports(garden.store, said.ref)
    assert report.answers == {"why": "advertising"}


@pytest.mark.parametrize("scripts", [True], ids=["scripts on"])
def test_a_mistake_is_told_at_its_field_and_a_draft_belongs_to_its_idea(
    visitor: Visitor, garden: Planted, idea: Idea
) -> None:
    page = visitor.page
    visitor.presses("Send my comment")
    expect(page.locator(".ig-error")).to_be_visible()
    visitor.writes("Your comment", "Not sent yet")
    page.wait_for_timeout(600)
    visitor.opens()
    visitor.fills_in("Oats")
    visitor.sends()
    visitor.is_thanked()
    other = list(reads.ideas(garden.store, CHALLENGE))[-1]
    approve(garden, other.ref)
    visits(visitor, other, "Write a comment")
    expect(page.get_by_label("Your comment")).to_have_value("")
    visits(visitor, idea, "Write a comment")
    expect(page.get_by_label("Your comment")).to_have_value("Not sent yet")
