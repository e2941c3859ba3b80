"""At the desk: codes are made, shown once, printed, and taken back."""

import csv
import io
import re

import pytest

from collector.acts import invite
from collector.entries import Response, Role, State, invitation_hash, new_reference
from collector.garden import Garden
from collector.store import Store, invitations, writes
from tests.web.desk.staff import Person, let_in
from tests.web.gardens import NOW
from tests.web.public.invited_garden import codes, plant_invited
from tests.web.visitor import Page, Visitor

PAGE = "/desk/challenges/supply/invitations"
CODE = re.compile(r"(?:[2-9a-z]{4}-){3}[2-9a-z]{4}")


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    return plant_invited(tmp_path_factory.mktemp("codes") / "garden")


@pytest.fixture
def owner(visitor: Visitor) -> Person:
    return let_in(visitor.app, "ada", Role.OWNER)


def makes(owner: Person, count: str = "3", **more: str) -> Page:
    page = owner.gets(PAGE)
    return owner.presses(page, "Make the codes", group="suppliers", count=count, **more)


def test_new_codes_are_shown_once_and_then_never(owner: Person, store: Store) -> None:
    page = makes(owner)
    shown = set(CODE.findall(page.text))
    assert len(shown) == 3
    assert page.response.headers["Cache-Control"] == "no-store"
    kept = {each.code_hash for each in invitations.of_challenge(store, "supply")}
    assert kept == {invitation_hash(each) for each in shown}
    again = owner.gets(PAGE)
    assert "3 made, 0 used, 3 still to be used" in again.text
    assert not CODE.search(again.text)


def test_cards_and_a_table_are_made_of_the_codes_on_the_page(owner: Person) -> None:
    page = makes(owner, "9")
    shown = set(CODE.findall(page.text))
    cards = owner.presses(page, "Cards to print")
    assert set(CODE.findall(cards.html)) >= shown
    assert cards.html.count('class="slip-code"') == 9
    table = owner.presses(page, "Table for a mailing").response
    assert "attachment" in table.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(table.data.decode("utf-8-sig"))))
    assert {each["code"] for each in rows} == shown
    assert {each["group"] for each in rows} == {"suppliers"}


def test_codes_of_another_challenge_get_no_cards_here(owner: Person, visitor: Visitor) -> None:
    (code,) = codes(visitor, challenge="other")
    assert owner.does(f"{PAGE}/cards", {"codes": code}).status == 409


def test_what_is_wrong_is_said_at_its_field(owner: Person, store: Store) -> None:
    page = makes(owner, "0", ends="2001-01-01")
    assert page.status == 422
    assert "Between 1 and 2000" in page.parsed.css_first("#count-error").text()
    assert "is over" in page.parsed.css_first("#ends-error").text()
    assert page.parsed.css_first("#ends").attributes["value"] == "2001-01-01"
    assert invitations.of_challenge(store, "supply") == []


def test_how_many_of_a_few_came_is_not_told(owner: Person, visitor: Visitor, store: Store) -> None:
    made = codes(visitor, 8)
    for n, code in enumerate(made[:5], 1):
        store.transact(
            lambda store, code=code: invite.use(store, "supply", invitation_hash(code), NOW)
        )
        told = "5 used, 3 still" if n == 5 else "fewer than five used"
        assert told in owner.gets(PAGE).text, n


def test_unused_ones_are_taken_back_and_used_ones_stay(
    owner: Person, visitor: Visitor, store: Store
) -> None:
    used, unused = codes(visitor, 2)
    store.transact(lambda store: invite.use(store, "supply", invitation_hash(used), NOW))
    owner.presses(owner.gets(PAGE), "Take them back")
    assert visitor.gets(f"/i/{used}").status == 200
    assert "taken back" in visitor.gets(f"/i/{unused}").text


def test_where_codes_open_nothing_none_are_made(owner: Person) -> None:
    assert "lets everybody in" in owner.gets("/desk/challenges/bread/invitations").text


def test_answers_by_group_are_told_from_five_on(
    owner: Person, visitor: Visitor, store: Store
) -> None:
    def answers(group: str, when: str, count: int) -> None:
        for _ in range(count):
            writes.add(
                store,
                Response(
                    ref=new_reference(),
                    challenge="supply",
                    form="hours",
                    form_hash=visitor.form_hash("supply", "hours"),
                    answers={"when": when},
                    state=State.APPROVED,
                    received=NOW,
                    group=group,
                ),
            )

    def told() -> set[str]:
        page = owner.gets("/desk/challenges/supply/groups")
        return {each.text().strip() for each in page.parsed.css("td")}

    for group, when, count in (
        ("suppliers", "early", 6),
        ("suppliers", "noon", 9),
        ("our_staff", "early", 7),
        ("our_staff", "noon", 4),
    ):
        answers(group, when, count)
    assert not [each for each in told() if each.startswith("4")]
    assert "hidden" in told()
    answers("our_staff", "noon", 1)
    assert "hidden" not in told()
    assert {"15", "12", "27"} <= told()
