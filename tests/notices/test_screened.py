"""Staff are told of what a rule of theirs names: once, and of what waited before the rule, too."""

from dataclasses import replace

import pytest

from collector.acts import desk, notify, screen
from collector.entries import Event, State
from collector.garden import LANGUAGES, read_rule
from collector.jobs import deliver as delivering
from collector.moderation import Move
from collector.notices import Around
from collector.store import secret
from tests.kept import brief
from tests.notices.conftest import FORM

RULES = ("mentions allergy: tell staff", "mentions refund: first")


@pytest.fixture
def ruled():
    return brief(FORM, screening=tuple(read_rule(each, LANGUAGES) for each in RULES))


@pytest.fixture
def ruled_office(bakery, ruled, monkeypatch):
    """The post office of a bakery whose live challenge has the rules."""

    def around(garden, store, now):
        return Around(garden, store, secret(garden), {ruled.slug: ruled}, now)

    monkeypatch.setattr(delivering, "_around", around)
    return bakery


def told(bakery) -> list[str]:
    return [each.about for each in bakery.notices() if each.event is Event.SCREENED]


def arrives(bakery, entry, ruled) -> None:
    bakery.store.transact(lambda store: notify.screened(store, entry, ruled, bakery.now))


def test_an_entry_that_a_rule_names_is_told_once(bakery, ruled) -> None:
    entry = bakery.receives("My allergy")
    for _ in range(2):
        arrives(bakery, entry, ruled)
    arrives(bakery, bakery.receives("A refund"), ruled)
    assert told(bakery) == [entry.ref]


@pytest.mark.parametrize("state", [State.REJECTED, State.SPAM, State.UNFINISHED])
def test_what_is_decided_or_unfinished_is_not_told(bakery, ruled, state) -> None:
    arrives(bakery, bakery.receives("My allergy", state=state), ruled)
    assert told(bakery) == []


def test_of_what_waits_already_staff_are_told_when_a_rule_comes(bakery, ruled) -> None:
    waits = bakery.receives("My allergy", state=State.WAITING)
    bakery.receives("Rye", state=State.WAITING)
    bakery.receives("Allergy", state=State.REJECTED)
    briefs = {ruled.slug: replace(ruled, screening=())}
    screen.tell_waiting(bakery.store, briefs, bakery.now)
    assert told(bakery) == []
    for _ in range(2):
        screen.tell_waiting(bakery.store, {ruled.slug: ruled}, bakery.now)
    assert told(bakery) == [waits.ref]


def test_owners_get_a_mail_that_names_the_words_and_leads_to_the_desk(ruled_office, ruled) -> None:
    entry = ruled_office.receives("My allergy", state=State.WAITING)
    arrives(ruled_office, entry, ruled)
    ruled_office.works()
    (mail,) = ruled_office.office.received
    body = mail.get_body().get_content()
    assert mail["Subject"] == "Something for you to look at: What should we bake next?"
    assert "mentions “allergy”" in body
    assert f"/desk/entries/{entry.ref}" in body


def test_of_what_was_rejected_meanwhile_nothing_is_said(ruled_office, ruled) -> None:
    entry = ruled_office.receives("My allergy", state=State.WAITING)
    arrives(ruled_office, entry, ruled)
    desk.decide(ruled_office.store, Move.REJECT, [entry.ref], "ada", ruled_office.now)
    ruled_office.works()
    assert ruled_office.subjects == []
