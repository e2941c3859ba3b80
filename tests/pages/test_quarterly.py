"""Quarterly reports and success stories on the site: words of the owner's, numbers poured in."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from collector import pages
from collector.analysis.quarter import QuarterCounts
from collector.brief import set_setting
from collector.entries import Progress, Sum
from collector.garden import Garden
from collector.published import PublishedBenefit, PublishedData
from tests.models.garden import EXPERIMENT
from tests.models.test_quarterly import REPORT, STORY
from tests.pages.gardens import NOW, data, idea, publish
from tests.pages.test_models import links, parsed, public, write

EURO = Sum(Decimal("1250.5"), "€")
DONE = idea(
    1,
    progress=Progress.DONE,
    progressed=date(2026, 10, 1),
    benefit=PublishedBenefit(value=EURO, learnt="Less <b>salt</b>."),
)
EARLIER = idea(2, progress=Progress.DONE, progressed=date(2026, 9, 30))
BEGUN = idea(3, progress=Progress.IN_PROGRESS, progressed=date(2026, 11, 2))
COUNTS = QuarterCounts(challenges=1, ideas=3, answers=41, done=1, value=(EURO,))
DECIDED = (
    set_setting(set_setting(EXPERIMENT, "ends", "2026-10-18"), "decision", "persevere")
    + "\n## Result\n\nTwenty-one.\n"
)
DECIDED = DECIDED.replace("# Late rolls\n", "# Late rolls\n\nWhy we try.\n")


def told(*ideas: object, counts: QuarterCounts = COUNTS) -> PublishedData:
    return replace(data(*ideas), quarters={"2026-Q4": counts})  # type: ignore[arg-type]


@pytest.fixture
def reported(garden: Garden) -> Garden:
    write(garden, "reports/2026-Q4.md", REPORT)
    write(garden, "reports/2026-Q3.md", "---\nkind: report\n---\n\n# Summer\n")
    write(garden, "stories/roll.md", set_setting(STORY, "ideas", DONE.ref))
    write(garden, "experiments/late-rolls.md", DECIDED)
    publish(garden, told(DONE, EARLIER, BEGUN))
    pages.build(garden, now=NOW)
    return garden


def test_reports_and_stories_tell_what_is_shown_and_no_longer_than_it_is(
    reported: Garden,
) -> None:
    tells(reported)
    leads_both_ways(reported)
    forgets(reported)


def tells(reported: Garden) -> None:
    page = parsed(reported, "reports/2026-Q4")
    heads = [each.text(strip=True) for each in page.css("article h2")]
    assert heads[:5] == ["What we asked", "What came", "What we did", "What it brought", "Learnt"]
    text = page.body.text()
    for words in ("For warm things.", "Much rain.", "so far, up to 21 November 2026"):
        assert words in text
    facts = dict(
        zip(
            [each.text() for each in page.css(".ig-facts dt")],
            [each.text() for each in page.css(".ig-facts dd strong")],
            strict=True,
        )
    )
    assert facts["Ideas"] == "3"
    assert facts["Answers"] == "41"
    assert facts["Brought"] == "1\u202f250.50\u00a0€"
    assert facts["Took"] == "nothing told"
    assert links(reported, "reports/2026-Q4", "article li a") == [
        "What should we bake next?",
        "Rolls number 1",
        "Rolls number 1",
        "Rolls number 1",
        "Late rolls",
    ]
    assert "Less <b>salt</b>." in text
    assert "Rolls number 2" not in text
    assert "Why we try." in parsed(reported, "experiments/late-rolls").body.text()

    assert "as it stands on" in parsed(reported, "reports/2026-Q3").body.text()
    assert links(reported, "reports/2026-Q3", "article li a") == ["Rolls number 2"]


def leads_both_ways(reported: Garden) -> None:
    assert links(reported, "reports", ".ig-rows a") == ["Autumn", "Summer"]
    assert links(reported, "stories", ".ig-rows a") == ["A warm roll"]
    assert links(reported, "stories/roll", "article p:not(.ig-back) a") == ["Rolls number 1"]
    assert "1\u202f250.50" in parsed(reported, "stories/roll").body.text()
    place = f"challenges/bread/ideas/{DONE.ref}"
    assert links(reported, place, "section[aria-labelledby=stories] a") == ["A warm roll"]


def forgets(reported: Garden) -> None:
    hidden = replace(DONE, benefit=None)
    publish(reported, told(hidden, counts=QuarterCounts(challenges=1, ideas=1, done=1)))
    pages.fill(reported, "bread")
    for place in ("reports/2026-Q4", "stories/roll"):
        text = (public(reported) / place / "index.html").read_text("utf-8")
        assert "250.50" not in text
        assert "salt" not in text
    publish(reported, told(counts=QuarterCounts(challenges=1)))
    pages.fill(reported, "bread")
    for place in ("reports/2026-Q4", "stories/roll"):
        assert "Rolls" not in (public(reported) / place / "index.html").read_text("utf-8")
    page = parsed(reported, "reports/2026-Q4")
    assert "nothing came, and nothing was done" in page.body.text()


def test_ideas_of_a_challenge_in_no_list_are_in_no_report(garden: Garden) -> None:
    brief = garden.challenges / "bread.md"
    brief.write_text(set_setting(brief.read_text("utf-8"), "seen by", "link"), encoding="utf-8")
    write(garden, "reports/2026-Q4.md", REPORT)
    publish(garden, told(DONE))
    pages.build(garden, now=NOW)
    text = (public(garden) / "reports" / "2026-Q4" / "index.html").read_text("utf-8")
    assert "Rolls" not in text
    assert "What should we bake next?" not in text
    assert "41" not in parsed(garden, "reports/2026-Q4").css_first("article").text()
