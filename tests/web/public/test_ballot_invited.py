"""Ballots and pairs where only the invited vote: the code is asked for, and goes along."""

from pathlib import Path

import pytest
from flask import Flask

from collector.garden import Garden
from collector.store import Store
from tests.web.gardens import plant
from tests.web.public.ballot_box import BREAD
from tests.web.public.invited_garden import codes
from tests.web.public.polling import address, places, suggest_all
from tests.web.visitor import Clock, Visitor

INVITED = "access: vote invite\ngroups: staff\nvoting:"
PAIRS = "/collect/-/pairs/cakes"


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    rules = {"loaves": "ranked", "cakes": "pairwise", "secret": "ranked"}
    briefs = {
        slug: BREAD.format(slug=slug, voting=rule).replace("voting:", INVITED)
        for slug, rule in rules.items()
    }
    briefs["secret"] = briefs["secret"].replace("access: vote invite", "seen by: invited")
    folder: Path = tmp_path_factory.mktemp("invited") / "garden"
    return plant(folder, briefs)


def without_cookies(app: Flask, clock: Clock) -> Visitor:
    visitor = Visitor(app, clock)
    visitor.client = app.test_client(use_cookies=False)
    return visitor


def test_a_code_lets_somebody_vote_once_in_every_browser(
    app: Flask, clock: Clock, visitor: Visitor, store: Store
) -> None:
    rye, oat = suggest_all(visitor, "loaves", "Rye loaf", "Oat loaf")
    (code,) = codes(visitor, challenge="loaves", group="staff")
    for each, ref in ((visitor, rye), (without_cookies(app, clock), oat)):
        asked = each.gets(address())
        assert asked.status == 403
        fields = {**dict(asked.fields("Go on")), "_invite": code}
        drawn = each.posts(address(), fields)
        assert drawn.status == 200
        confirm = each.posts(address(), {**dict(drawn.fields("Go on")), **places(ref)})
        kept = each.posts(address(), confirm.fields("Yes"))
        assert kept.status == 303, kept.text
    (row,) = store.table("ballots")
    assert (row["choices"], row["apart"], row["group"]) == ([oat], "", "staff")


def test_what_was_filled_in_goes_along_with_the_code(visitor: Visitor) -> None:
    (rye,) = suggest_all(visitor, "loaves", "Rye loaf")
    (code,) = codes(visitor, challenge="loaves", group="staff")
    refused = visitor.posts(address(), places(rye))
    assert refused.status == 403
    fields = {**dict(refused.fields("Go on")), "_invite": code}
    assert "Is this your ballot?" in visitor.posts(address(), fields).text


def test_a_wrong_code_is_told_so(visitor: Visitor, store: Store) -> None:
    (rye,) = suggest_all(visitor, "loaves", "Rye loaf")
    for fields in ({"_invite": "nonsense"}, {**places(rye), "_invite": "nonsense"}):
        page = visitor.posts(address(), fields)
        assert (page.status, "nonsense" in page.html) == (403, True)
    assert list(store.table("ballots")) == []


def test_pairs_ask_for_a_code_and_take_it_along(
    app: Flask, clock: Clock, visitor: Visitor, store: Store
) -> None:
    suggest_all(visitor, "cakes", "Apple cake", "Plum cake", "Nut cake")
    (code,) = codes(visitor, challenge="cakes", group="staff")
    somebody = without_cookies(app, clock)
    asked = somebody.gets(PAIRS)
    assert asked.status == 403
    page = somebody.posts(PAIRS, {**dict(asked.fields("Go on")), "_invite": code})
    for _ in range(3):
        assert page.status == 200
        page = somebody.posts(PAIRS, [*page.fields("can't decide"), ("choice", "left")])
    assert "compared all ideas" in page.text
    assert {(each["apart"], each["group"]) for each in store.table("comparisons")} == {
        ("", "staff")
    }
    asking = somebody.posts(PAIRS, [*page.fields("Erase my answers"), ("do", "ask-forget")])
    somebody.posts(PAIRS, [*asking.fields("Yes, erase"), ("do", "forget")])
    assert list(store.table("comparisons")) == []


def test_of_what_only_the_invited_see_no_ballot_is_drawn(visitor: Visitor) -> None:
    suggest_all(visitor, "secret", "Secret loaf")
    page = visitor.gets(address("secret"))
    assert page.status in (403, 404)
    assert "Secret loaf" not in page.html
