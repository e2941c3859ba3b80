from dataclasses import replace
from datetime import UTC, date, datetime
from xml.etree import ElementTree

from collector.garden import Settings, SiteSettings
from collector.pages.cards import Card, Counted, card
from collector.pages.feed import challenges_feed, ideas_feed
from collector.published import PublishedAnswer
from tests.pages.gardens import ANSWERED, idea
from tests.pages.test_cards import FACTS

ATOM = "{http://www.w3.org/2005/Atom}"
HOME = Settings(name="Corner Bakery", site=SiteSettings("https://ideas.bakery.example"))
NOWHERE = Settings(name="Corner Bakery")
BREAD = card("bread", FACTS, Counted("open", 1, 0))


def links(feed: bytes) -> list[str]:
    return [each.get("href", "") for each in ElementTree.fromstring(feed).iter(f"{ATOM}link")]


def test_whatever_people_write_the_feed_is_well_formed_and_says_it() -> None:
    wild = "]]> <script>&amp; \x0b\x1f ﷽ 🥐 \ufffe"
    feed = ideas_feed(
        BREAD, [idea(title=wild, byline="<i>", answers=(PublishedAnswer("text", "", wild),))], HOME
    )
    root = ElementTree.fromstring(feed)
    entry = root.find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}title") == "]]> <script>&amp;  ﷽ 🥐 "
    assert "<script>" not in (entry.findtext(f"{ATOM}content") or "")


def test_with_a_public_address_every_link_is_absolute() -> None:
    assert links(ideas_feed(BREAD, [idea()], HOME)) == [
        "https://ideas.bakery.example/feeds/challenges/bread.xml",
        "https://ideas.bakery.example/challenges/bread/",
        "https://ideas.bakery.example/challenges/bread/ideas/idea0001/",
    ]


def test_without_one_links_lead_from_the_feed_to_the_site() -> None:
    assert links(ideas_feed(BREAD, [idea()], NOWHERE))[2] == (
        "../../challenges/bread/ideas/idea0001/"
    )
    assert links(challenges_feed([BREAD], NOWHERE))[2] == "../challenges/bread/"


def test_an_entry_keeps_its_name_when_the_address_or_the_words_change() -> None:
    def names(feed: bytes) -> list[str]:
        return [
            each.findtext(f"{ATOM}id") or ""
            for each in ElementTree.fromstring(feed).iter(f"{ATOM}entry")
        ]

    once = names(ideas_feed(BREAD, [idea()], HOME))
    assert once == names(ideas_feed(BREAD, [idea(title="Else", replies=ANSWERED)], NOWHERE))
    assert once != names(ideas_feed(BREAD, [idea(2)], HOME))


def test_an_answered_idea_is_news_again() -> None:
    old, new = idea(1, received=date(2026, 11, 1)), idea(2, received=date(2026, 11, 10))
    feed = ideas_feed(BREAD, [new, replace(old, replies=ANSWERED)], HOME)
    entries = ElementTree.fromstring(feed).findall(f"{ATOM}entry")
    assert [each.findtext(f"{ATOM}title") for each in entries] == [
        "Rolls number 1",
        "Rolls number 2",
    ]
    assert entries[0].findtext(f"{ATOM}updated") == "2026-11-21T00:00:00Z"
    assert "We bake them on Friday." in (entries[0].findtext(f"{ATOM}content") or "")


def test_what_has_not_begun_is_not_in_the_feed_of_challenges() -> None:
    def named(slug: str, phase: str) -> Card:
        return card(slug, FACTS | {"title": slug}, Counted(phase, 0, 0))

    feed = challenges_feed([named("soon", "upcoming"), named("bread", "open")], HOME)
    entries = ElementTree.fromstring(feed).findall(f"{ATOM}entry")
    assert [each.findtext(f"{ATOM}title") for each in entries] == ["bread"]


def test_an_empty_feed_still_has_a_date() -> None:
    root = ElementTree.fromstring(ideas_feed(BREAD, [], HOME))
    updated = datetime.fromisoformat(root.findtext(f"{ATOM}updated") or "")
    assert updated == datetime(2026, 11, 1, tzinfo=UTC)
