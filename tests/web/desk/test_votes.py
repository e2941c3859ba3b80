"""At the desk: votes counted apart, let count or left."""

import pytest

from collector.entries import Role
from collector.garden import Garden
from collector.store import Store, reads
from tests.web.desk.staff import let_in
from tests.web.public.ballot_box import clicks, plant_votes, suggest
from tests.web.visitor import Visitor

PAGE = "/desk/challenges/loaves/votes"


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    return plant_votes(tmp_path_factory.mktemp("apart") / "garden")


def test_an_owner_lets_votes_count_and_the_log_tells_so(visitor: Visitor, store: Store) -> None:
    rye = suggest(visitor, "loaves", "Rye loaf")
    visitor.client.post(
        f"/collect/-/ideas/{rye}/vote", json={"value": "yes", "_voter": "b" * 32, "_website": "x"}
    )
    owner = let_in(visitor.app, "ada", Role.OWNER)
    page = owner.gets(PAGE)
    assert "Rye loaf" in page.text
    assert "They filled in a field" in page.text
    assert "No vote is counted apart" in owner.presses(page, "Let them count Rye loaf").text
    assert [each["apart"] for each in store.table("votes")] == [""]
    assert "votes that were apart count" in owner.gets(f"/desk/entries/{rye}").text
    (decision,) = reads.decisions(store, about=rye)
    assert decision.by == "ada"


def test_a_challenge_without_such_votes_says_so(visitor: Visitor) -> None:
    owner = let_in(visitor.app, "ada", Role.OWNER)
    for slug in ("bread", "loaves"):
        page = owner.gets(f"/desk/challenges/{slug}/votes")
        assert page.status == 200
        assert "No vote is counted apart" in page.text


def test_nonsense_is_refused(visitor: Visitor, store: Store) -> None:
    rye = suggest(visitor, "loaves", "Rye loaf")
    clicks(visitor, rye)
    owner = let_in(visitor.app, "ada", Role.OWNER)
    for fields in ({}, {"do": "count-votes", "idea": rye, "reason": "trap"}, {"do": "drop"}):
        assert owner.does(PAGE, fields).status in (400, 409)
