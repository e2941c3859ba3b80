"""Pages say which phase is on, what can be done in it, and why a form stands on none."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from collector import brief as briefs
from collector import pages
from collector.brief import Brief
from collector.garden import Garden
from collector.published import PublishedData
from tests.pages.gardens import idea, lay_out, publish

BREAD = """\
---
phases:
- Send ideas: 2026-11-01 to 2026-11-20, submit, answer, comment, show ideas
- Vote: 2026-12-02 to 2026-12-15 18:00, vote, comment, show ideas, counts
- Say more: 2026-12-15 18:00 to 2026-12-20, submit, show ideas
voting: approve
---

# What should we bake next?

Tell us.

## Share your idea {.idea}

### Give it a name * {#title}
____

## A quick question {.poll #hours}

### When would you come? {#when}
- (early) Before 10
- (late) After 10
"""
SECOND = timedelta(seconds=1)


def utc(*when: int) -> datetime:
    return datetime(*when, tzinfo=UTC)  # type: ignore[misc]


BEFORE, SENDING, BETWEEN = utc(2026, 10, 1), utc(2026, 11, 5), utc(2026, 11, 25)
VOTING, MORE, AFTER = utc(2026, 12, 5), utc(2026, 12, 16), utc(2027, 1, 1)


def told(challenge: Brief, now: datetime) -> PublishedData:
    return PublishedData(
        challenge.slug,
        challenge.title,
        now,
        challenge.phase(now),
        challenge.opens,
        challenge.closes,
        phases=challenge.phases,
        turned=challenge.turned(now),
    )


class Phased:
    """A built garden whose bread goes by phases, looked at as time goes on."""

    def __init__(self, garden: Garden) -> None:
        self.garden = garden
        brief = briefs.read(garden.challenges / "bread.md", garden.settings).brief
        assert brief is not None
        self.brief = brief

    def at(self, now: datetime, place: str = "challenges/bread") -> LexborHTMLParser:
        """A page when all was filled at that moment."""
        publish(self.garden, told(self.brief, now))
        pages.fill(self.garden, "bread")
        path = self.garden.live / "public" / place / "index.html"
        return LexborHTMLParser(path.read_text("utf-8"))


@pytest.fixture(scope="module")
def phased(tmp_path_factory: pytest.TempPathFactory) -> Phased:
    garden = lay_out(tmp_path_factory.mktemp("phases") / "garden")
    (garden.challenges / "bread.md").write_text(BREAD, "utf-8")
    pages.build(garden, now=BEFORE)
    return Phased(garden)


def words(page: LexborHTMLParser, selector: str) -> list[str]:
    texts = (" ".join(each.text(separator=" ").split()) for each in page.css(selector))
    return [text.replace(" .", ".") for text in texts]


LISTED = "ol.ig-rows > li"


def test_phases_stand_above_the_call_to_vote_over_all_ideas(tmp_path: Path) -> None:
    garden = lay_out(tmp_path / "garden")
    name = "### Give it a name * {#title}\n____\n"
    cost = "\n### What would it cost? * {#cost .public}\n____ (amount 0–3000 €)\n"
    ballot = BREAD.replace("approve", "budget 3000 €").replace(name, name + cost)
    (garden.challenges / "bread.md").write_text(ballot, "utf-8")
    pages.build(garden, now=BEFORE)
    page = Phased(garden).at(VOTING).html or ""
    assert 0 < page.index("Say more") < page.index("3000&nbsp;€")


def test_all_phases_are_listed_with_their_days_and_what_can_be_done(phased: Phased) -> None:
    assert words(phased.at(BEFORE), LISTED) == [
        "Send ideas 1 November 2026 to 20 November 2026 Send ideas Answer Comment",
        "Vote 2 December 2026 to 15 December 2026, 18:00 Vote Comment",
        "Say more 15 December 2026, 18:00 to 20 December 2026 Send ideas",
    ]


@pytest.mark.parametrize(
    ("now", "current"),
    [
        (BEFORE, []),
        (SENDING, ["Send ideas Now"]),
        (BETWEEN, []),
        (VOTING, ["Vote Now"]),
        (MORE, ["Say more Now"]),
        (AFTER, []),
    ],
)
def test_the_phase_that_is_on_is_marked(phased: Phased, now: datetime, current: list[str]) -> None:
    page = phased.at(now)
    assert words(page, f'{LISTED}[aria-current="step"] .ig-phase') == current


@pytest.mark.parametrize(
    ("now", "line"),
    [
        (BEFORE, "Opens soon Opens on 1 November 2026"),
        (SENDING, "Open Send ideas, until 20 November 2026"),
        (BETWEEN, "In between Vote begins on 2 December 2026"),
        (VOTING, "Open Vote, until 15 December 2026, 18:00"),
        (AFTER, "Closed Closed on 20 December 2026"),
    ],
)
def test_the_line_above_the_title_says_where_the_challenge_stands(
    phased: Phased, now: datetime, line: str
) -> None:
    page = phased.at(now)
    assert words(page, ".ig-phase")[0] == line
    if now < AFTER:
        card = '.ig-card--challenge:has(a[href="challenges/bread/"])'
        assert words(phased.at(now, ""), f"{card} .ig-phase") == [line]


@pytest.mark.parametrize(
    ("now", "idea", "poll"),
    [
        (
            BEFORE,
            "Sending ideas opens on 1 November 2026.",
            "This opens on 1 November 2026.",
        ),
        (SENDING, None, None),
        (
            BETWEEN,
            "Sending ideas opens again on 15 December 2026, 18:00.",
            "This closed on 20 November 2026.",
        ),
        (
            VOTING,
            "Sending ideas opens again on 15 December 2026, 18:00.",
            "This closed on 20 November 2026.",
        ),
        (MORE, None, "This closed on 20 November 2026."),
        (
            AFTER,
            "Sending ideas ended on 20 December 2026.",
            "This closed on 20 November 2026.",
        ),
    ],
)
def test_in_place_of_a_form_stands_why_and_from_when(
    phased: Phased, now: datetime, idea: str | None, poll: str | None
) -> None:
    page = phased.at(now)
    for form, sentence in (("idea", idea), ("hours", poll)):
        asked = f".ig-ask:has(#form-{form})"
        assert words(page, f"{asked} .ig-notice") == [sentence] * (sentence is not None)
        assert len(page.css(f"{asked} form")) == (sentence is None)


@pytest.mark.parametrize("turn", range(5))
def test_a_page_turns_with_the_second(phased: Phased, turn: int) -> None:
    edge = phased.brief.turns[turn]
    before, after = phased.at(edge - SECOND).html, phased.at(edge).html
    assert before != after
    assert phased.at(edge + SECOND).html == after


def test_a_challenge_without_phases_lists_none(phased: Phased) -> None:
    path = phased.garden.live / "public/challenges/boxes/index.html"
    assert not LexborHTMLParser(path.read_text("utf-8")).css(LISTED)


def at_build(garden: Garden, now: datetime) -> Callable[[str], str]:
    pages.build(garden, now=now)
    live = garden.live / "public"
    return lambda place: (live / place / "index.html").read_text("utf-8")


def test_a_build_shows_the_phase_that_is_on_whatever_was_published_before(
    phased: Phased,
) -> None:
    publish(phased.garden, told(phased.brief, SENDING))
    text = at_build(phased.garden, VOTING)("challenges/bread")
    assert "Vote, until" in text
    assert "Sending ideas opens again on" in text


def test_while_a_phase_shows_no_ideas_their_place_says_from_when(
    tmp_path: Path,
) -> None:
    garden = lay_out(tmp_path / "garden")
    hidden = BREAD.replace("comment, show ideas\n", "comment\n", 1)
    (garden.challenges / "bread.md").write_text(hidden, "utf-8")
    pages.build(garden, now=SENDING)
    phased = Phased(garden)
    assert words(phased.at(SENDING), "#ideas ~ .ig-empty") == [
        "The ideas stand here from 2 December 2026 on."
    ]
    assert words(phased.at(VOTING), "#ideas ~ .ig-empty") == ["No idea stands here yet."]


def test_an_ideas_page_turns_with_the_phase_too(phased: Phased) -> None:
    for now, notice in (
        (SENDING, "Voting opens on 2 December 2026."),
        (VOTING, ""),
        (MORE, "Voting ended on 15 December 2026, 18:00."),
    ):
        publish(phased.garden, replace(told(phased.brief, now), ideas=(idea(),)))
        pages.fill(phased.garden, "bread")
        path = phased.garden.live / "public/challenges/bread/ideas/idea0001/index.html"
        text = path.read_text("utf-8")
        assert notice in text
        assert ("Vote for it" in text) is (not notice)
