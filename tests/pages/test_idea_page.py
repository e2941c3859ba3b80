"""The page of one idea: how far it has come, its tags, its feed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser

from collector import pages
from collector.entries import Progress
from collector.garden import Garden
from collector.pages.feed import LATEST
from collector.published import MergedIdea, PublishedComment, PublishedReply
from tests.pages.gardens import ANSWERED, data, idea, publish

Page = Callable[[str], str]
ATOM = {"a": "http://www.w3.org/2005/Atom"}
DAY = date(2026, 11, 20)
TOLD = idea(
    1,
    progress=Progress.IN_PROGRESS,
    progressed=date(2026, 11, 22),
    replies=ANSWERED,
    tags=("Süß & salzig",),
    comments=(
        PublishedComment(
            "c1",
            "Yes please <b>",
            date(2026, 11, 23),
            "Jo",
            (PublishedComment("c2", "Me too", date(2026, 11, 24)),),
        ),
    ),
)


def fills(garden: Garden, *ideas: object) -> None:
    publish(garden, data(*ideas))  # type: ignore[arg-type]
    pages.fill(garden, "bread")


def feed(garden: Garden, ref: str = "idea0001") -> ElementTree.Element:
    path = garden.live.resolve() / f"public/challenges/bread/ideas/{ref}/feed.xml"
    return ElementTree.fromstring(path.read_bytes())


def titles(found: ElementTree.Element) -> list[str | None]:
    return [each.findtext("a:title", namespaces=ATOM) for each in found.iterfind("a:entry", ATOM)]


def test_how_far_it_has_come_is_told_step_by_step(built: Garden, page: Page) -> None:
    fills(built, TOLD)
    html = LexborHTMLParser(page("challenges/bread/ideas/idea0001"))
    steps = html.css(".ig-steps li")
    assert [each.text() for each in steps] == [
        "Open",
        "Under review",
        "Planned",
        "In progress",
        "Done",
    ]
    (here,) = html.css("[aria-current=step]")
    assert here.text() == "In progress"
    assert "In progress since 22 November 2026" in html.body.text()


def test_what_is_declined_is_told_without_the_steps_it_never_takes(
    built: Garden, page: Page
) -> None:
    fills(built, idea(1, progress=Progress.DECLINED))
    html = LexborHTMLParser(page("challenges/bread/ideas/idea0001"))
    assert [each.text() for each in html.css(".ig-steps li")] == [
        "Open",
        "Under review",
        "Declined",
    ]


def test_an_idea_that_is_just_open_shows_no_steps(built: Garden, page: Page) -> None:
    fills(built, idea(1))
    assert "ig-steps" not in page("challenges/bread/ideas/idea0001")


def test_its_tags_lead_to_their_lists(built: Garden, page: Page) -> None:
    fills(built, TOLD)
    html = LexborHTMLParser(page("challenges/bread/ideas/idea0001"))
    link = html.css_first("nav[aria-label=Tags] a")
    assert link.text() == "Süß & salzig"
    here = built.live.resolve() / "public/challenges/bread/ideas/idea0001"
    assert (here / link.attributes["href"] / "index.html").is_file()


def test_its_head_tells_what_it_is_about(built: Garden, page: Page) -> None:
    fills(built, idea(1, title='Rolls "to go" <now>'))
    text = page("challenges/bread/ideas/idea0001")
    html = LexborHTMLParser(text)
    told = html.css_first("meta[name=description]").attributes["content"]
    assert told == "Soft, warm, number 1."
    assert "<now>" not in text
    place = html.css_first("link[rel=canonical]").attributes["href"]
    assert place == "https://ideas.bakery.example/challenges/bread/ideas/idea0001/"


def test_its_feed_tells_progress_answers_and_comments_the_latest_first(built: Garden) -> None:
    fills(built, TOLD)
    found = feed(built)
    assert titles(found) == [
        "A comment on: Rolls number 1",
        "A comment on: Rolls number 1",
        "In progress: Rolls number 1",
        "Corner Bakery answers: Rolls number 1",
        "Rolls number 1",
    ]
    updated = [each.text or "" for each in found.iterfind("a:entry/a:updated", ATOM)]
    assert updated == sorted(updated, reverse=True)
    assert found.findtext("a:updated", namespaces=ATOM) == updated[0]


def test_its_feed_is_good_atom(built: Garden) -> None:
    fills(built, TOLD)
    found = feed(built)
    for name in ("id", "title", "updated", "author/a:name"):
        assert found.findtext(f"a:{name}", namespaces=ATOM)
    ids = [each.text for each in found.iterfind("a:entry/a:id", ATOM)]
    assert len(set(ids)) == len(ids)
    (own,) = [each for each in found.iterfind("a:link", ATOM) if each.get("rel") == "self"]
    assert (own.get("href") or "").endswith("/challenges/bread/ideas/idea0001/feed.xml")
    content = [each.text or "" for each in found.iterfind("a:entry/a:content", ATOM)]
    assert "<p>Yes please &lt;b&gt;</p>" in content


def test_names_of_its_entries_stay_when_others_come(built: Garden) -> None:
    fills(built, TOLD)
    before = {each.text for each in feed(built).iterfind("a:entry/a:id", ATOM)}
    more = (PublishedReply("It is out.", DAY + timedelta(days=9)), *TOLD.replies)
    fills(built, replace(TOLD, replies=more))
    assert before < {each.text for each in feed(built).iterfind("a:entry/a:id", ATOM)}


def test_its_feed_ends_somewhere(built: Garden) -> None:
    many = tuple(PublishedComment(f"c{n}", "Yes", DAY) for n in range(LATEST + 30))
    fills(built, replace(TOLD, comments=many))
    assert len(titles(feed(built))) == LATEST


def test_what_is_erased_is_in_no_feed(built: Garden) -> None:
    fills(built, TOLD, idea(2))
    fills(built, replace(TOLD, comments=()))
    path = built.live.resolve() / "public/challenges/bread/ideas"
    assert "Yes please" not in (path / "idea0001/feed.xml").read_text("utf-8")
    assert not (path / "idea0002").exists()


def test_the_feed_of_a_merged_idea_leads_on(built: Garden) -> None:
    fills(built, replace(TOLD, merged=(MergedIdea("idea0009", "Buns"),)))
    found = feed(built, "idea0009")
    assert titles(found) == ["Now part of: Rolls number 1"]
    link = found.find("a:entry/a:link", ATOM)
    assert link is not None
    assert (link.get("href") or "").endswith("/ideas/idea0001/")


@pytest.mark.parametrize("rel", ["alternate"])
def test_its_feed_is_linked_in_head_and_text(built: Garden, page: Page, rel: str) -> None:
    fills(built, TOLD)
    html = LexborHTMLParser(page("challenges/bread/ideas/idea0001"))
    links = [each.attributes.get("href") for each in html.css(f"link[rel={rel}], a[type]")]
    assert links.count("feed.xml") == 2
