"""At the desk: ballots and comparisons counted apart, let count or left."""

import pytest

from collector.entries import Role
from collector.garden import Garden
from collector.store import Store, reads
from tests.web.desk.staff import let_in
from tests.web.public.polling import address, kept, plant_polls, suggest_all
from tests.web.visitor import Visitor, fills


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    return plant_polls(tmp_path_factory.mktemp("apart") / "garden")


def test_an_owner_lets_ballots_count_and_the_log_tells_so(visitor: Visitor, store: Store) -> None:
    refs = suggest_all(visitor, "loaves", "Rye loaf", "Oat loaf")
    body = {"choices": refs, "_voter": "b" * 32, "_website": "x"}
    assert visitor.client.post(address(), json=body).status_code == 200
    assert kept(visitor) == [(refs, "trap")]
    owner = let_in(visitor.app, "ada", Role.OWNER)
    page = owner.gets("/desk/challenges/loaves/votes")
    assert "They filled in a field" in page.text
    assert "No vote is counted apart" in owner.presses(page, "Let them count").text
    assert kept(visitor) == [(refs, "")]
    (decision,) = reads.decisions(store, about="loaves")
    assert (decision.by, decision.before) == ("ada", "trap")
    log = owner.gets("/desk/decisions/")
    assert "votes that were apart count" in log.text
    assert "/desk/challenges/loaves/votes" in log.html
    fills(visitor, "loaves")
    assert "First: Rye loaf" in visitor.gets("/challenges/loaves/").text


def test_comparisons_are_left_apart_and_that_is_told(visitor: Visitor, store: Store) -> None:
    suggest_all(visitor, "cakes", "Apple cake", "Plum cake")
    visitor.client = visitor.app.test_client(use_cookies=False)
    pairs = "/collect/-/pairs/cakes"
    visitor.posts(pairs, [*visitor.gets(pairs).fields("can't decide"), ("choice", "left")])
    owner = let_in(visitor.app, "ada", Role.OWNER)
    page = owner.gets("/desk/challenges/cakes/votes")
    left = owner.presses(page, "Leave them apart")
    assert "votes stay apart, decided by ada" in left.text
    assert [each["apart"] for each in store.table("comparisons")] == ["no key"]
    fills(visitor, "cakes")
    assert "Counted apart beside these: 1" in visitor.gets("/challenges/cakes/results/").text


def test_nonsense_is_refused(visitor: Visitor, store: Store) -> None:
    (rye,) = suggest_all(visitor, "loaves", "Rye loaf")
    owner = let_in(visitor.app, "ada", Role.OWNER)
    page = "/desk/challenges/loaves/votes"
    for fields in (
        {"do": "count-votes", "reason": "trap"},
        {"do": "count-votes", "idea": rye, "reason": "trap"},
        {"do": "drop"},
    ):
        assert owner.does(page, fields).status in (400, 404, 409)
    assert list(reads.decisions(store, about="loaves")) == []
