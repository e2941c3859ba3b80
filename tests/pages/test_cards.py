from datetime import UTC, datetime

from collector.pages.cards import Card, Counted, card, in_phase

FACTS = {
    "title": "Bread",
    "summary": "",
    "image": "",
    "opens": None,
    "closes": None,
    "since": "2026-11-01T00:00:00+00:00",
    "takes_ideas": True,
}


def challenge(slug: str, phase: str, **times: str) -> Card:
    return card(slug, FACTS | times, Counted(phase, 0, 0))


def slugs(cards: list[Card]) -> list[str]:
    return [each.slug for each in cards]


def test_what_closes_soonest_stands_first_and_what_never_closes_last() -> None:
    cards = [
        challenge("never", "open"),
        challenge("late", "open", closes="2027-01-01T00:00:00+00:00"),
        challenge("soon", "open", closes="2026-12-01T00:00:00+00:00"),
    ]
    assert slugs(in_phase(cards, "open")) == ["soon", "late", "never"]


def test_of_the_closed_the_latest_stands_first() -> None:
    cards = [
        challenge("old", "closed", closes="2025-01-01T00:00:00+00:00"),
        challenge("new", "closed", closes="2026-01-01T00:00:00+00:00"),
        challenge("open", "open"),
    ]
    assert slugs(in_phase(cards, "closed")) == ["new", "old"]


def test_of_the_upcoming_the_next_stands_first() -> None:
    cards = [
        challenge("b", "upcoming", opens="2026-12-24T00:00:00+00:00"),
        challenge("a", "upcoming", opens="2026-12-01T00:00:00+00:00"),
    ]
    assert slugs(in_phase(cards, "upcoming")) == ["a", "b"]


def test_times_come_back_as_they_were_kept() -> None:
    told = challenge("soon", "open", closes="2026-12-01T00:00:00+00:00")
    assert told.closes == datetime(2026, 12, 1, tzinfo=UTC)
