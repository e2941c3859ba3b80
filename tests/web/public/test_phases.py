"""A challenge that goes by phases, as visitors meet it: the server decides, to the second."""

from datetime import UTC, datetime, timedelta

import pytest

from collector.store import Store, reads
from tests.web.visitor import Visitor, fills

SECOND = timedelta(seconds=1)
PHASES = """\
phases:
- Send ideas: 2026-11-10 09:00 to 2026-11-15 18:00, submit, show ideas
- Answer: 2026-11-18 09:00 to 2026-11-19 18:00, answer, show results
- Both: 2026-11-20 09:00 to 2026-11-21 18:00, submit, answer
comments: off
"""
RYE = {"title": "My long thought", "text": "With honey.", "role": "customer"}
NOON = {"when": "noon"}


def utc(day: int, hour: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=UTC)


BEFORE, SENDING, BETWEEN = utc(1), utc(12), utc(16)
ANSWERING, PAUSE, BOTH, AFTER = utc(18, 12), utc(20), utc(20, 12), utc(25)


@pytest.fixture
def phased(visitor: Visitor) -> Visitor:
    path = visitor.app.extensions["garden"].garden.challenges / "bread.md"
    path.write_text(path.read_text("utf-8").replace("closes: never\n", PHASES), "utf-8")
    visitor.clock.now = BEFORE
    visitor.builds()
    return visitor


def page(visitor: Visitor) -> str:
    return visitor.gets("/challenges/bread/", buffered=True).text


REFUSED = [
    ("idea", BEFORE, "Sending ideas opens on 10 November 2026, 09:00."),
    ("idea", BETWEEN, "Sending ideas opens again on 20 November 2026, 09:00."),
    ("idea", ANSWERING, "Sending ideas opens again on 20 November 2026, 09:00."),
    ("idea", AFTER, "Sending ideas ended on 21 November 2026, 18:00."),
    ("hours", BEFORE, "This opens on 18 November 2026, 09:00."),
    ("hours", SENDING, "This opens on 18 November 2026, 09:00."),
    ("hours", PAUSE, "This opens again on 20 November 2026, 09:00."),
    ("hours", AFTER, "This closed on 21 November 2026, 18:00."),
]
TYPED = {"idea": RYE, "hours": NOON}


@pytest.mark.parametrize(("form", "now", "sentence"), REFUSED)
def test_what_is_sent_outside_its_phase_is_refused_and_given_back(
    phased: Visitor, store: Store, form: str, now: datetime, sentence: str
) -> None:
    phased.clock.now = now
    refused = phased.asks(TYPED[form], form=form)
    assert refused.status == 409
    assert sentence in refused.text
    assert "Nothing of this was kept." in refused.text
    assert next(iter(TYPED[form].values())) in refused.text
    assert reads.number(store, challenge="bread") == 0


@pytest.mark.parametrize(("form", "now", "sentence"), REFUSED)
def test_scripts_and_links_are_told_the_same(
    phased: Visitor, form: str, now: datetime, sentence: str
) -> None:
    phased.clock.now = now
    told = phased.client.get(
        f"/collect/-/token/bread/{form}", headers={"Accept": "application/json"}
    )
    assert (told.status_code, told.json["error"]["message"]) == (409, sentence)
    alone = phased.gets(f"/collect/bread/{form}")
    assert alone.status == 409
    assert sentence in alone.text


@pytest.mark.parametrize(("form", "now"), [("idea", SENDING), ("hours", ANSWERING)])
def test_in_its_phase_it_is_kept(phased: Visitor, form: str, now: datetime, store: Store) -> None:
    phased.clock.now = now
    phased.sends(TYPED[form], form=form)
    assert reads.number(store, challenge="bread") == 1


def test_a_page_that_stood_open_across_the_end_is_told_so_at_the_second_step(
    phased: Visitor, store: Store
) -> None:
    phased.clock.now = utc(15, 18) - SECOND
    asked = phased.asks(RYE)
    assert asked.status == 200
    phased.clock.now = utc(15, 18)
    refused = phased.confirms(asked, "/collect/bread/idea")
    assert refused.status == 409
    assert "Sending ideas opens again on 20 November 2026, 09:00." in refused.text
    assert "My long thought" in refused.text
    assert list(reads.ideas(store, "bread")) == []


def test_a_form_is_taken_from_the_page_and_comes_back_with_its_phase(phased: Visitor) -> None:
    for now, forms in (
        (BEFORE, []),
        (SENDING, ["/collect/bread/idea"]),
        (ANSWERING, ["/collect/bread/hours", "/collect/bread/taste", "/collect/bread/visit"]),
        (AFTER, []),
    ):
        phased.clock.now = now
        fills(phased)
        shown = phased.gets("/challenges/bread/", buffered=True).parsed.css("form.ig-form")
        assert [each.attributes["action"] for each in shown] == forms


def test_what_was_sent_can_be_changed_only_while_its_phase_lasts(phased: Visitor) -> None:
    phased.clock.now = utc(15, 18) - timedelta(minutes=5)
    code = phased.sends(RYE)
    offered = phased.posts("/collect/-/receipt", {"code": code})
    assert "Change it" in offered.html
    phased.clock.now = utc(15, 18)
    late = phased.posts("/collect/-/receipt", {"code": code})
    assert "Change it" not in late.html


def test_results_stand_on_the_page_in_the_phases_that_show_them(phased: Visitor) -> None:
    phased.clock.now = ANSWERING
    phased.sends({"taste": "sweet"}, form="taste")
    fills(phased)
    assert "Sweet 1" in page(phased)
    phased.clock.now = BOTH
    fills(phased)
    assert "Sweet 1" not in page(phased)
    assert "The result stands here from 21 November 2026, 18:00." in page(phased)
    told = phased.gets("/collect/-/results/bread/taste.json")
    assert told.status == 403
    phased.clock.now = AFTER
    fills(phased)
    assert "Sweet 1" in page(phased)


def test_while_a_phase_shows_no_ideas_the_page_says_from_when(phased: Visitor) -> None:
    phased.clock.now = ANSWERING
    fills(phased)
    assert "The ideas stand here from 21 November 2026, 18:00 on." in page(phased)
