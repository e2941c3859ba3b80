"""What each role sees of what came in, in its own challenge and of others."""

import re

import pytest

from collector.acts import desk
from collector.entries import Comment, Response, Role, State, new_reference
from collector.moderation import Move
from collector.store import reads, writes
from tests.web.desk.staff import buttons, let_in
from tests.web.gardens import NOW


@pytest.fixture
def approved(keep, store, owner):
    idea = keep(
        "Rye",
        answers={
            "text": "Dark and sour",
            "role": "staff",
            "supply": "Flour",
            "email": "maja@home.example",
        },
    )
    desk.decide(store, Move.APPROVE, [idea.ref], "ada", NOW)
    return idea


def seen(page):
    return page.parsed.css_first(".ig-desk").text()


@pytest.mark.parametrize("challenges", [(), ("bread",)])
def test_a_viewer_reads_everything_but_personal_answers_and_decides_nothing(
    app, owner, approved, challenges
):
    cem = let_in(app, "cem", Role.VIEWER, *challenges)
    for path in (f"/desk/entries/{approved.ref}", "/desk/challenges/bread/approved/"):
        page = cem.gets(path)
        assert page.status == 200
        assert "Dark and sour" in page.text
        assert "Flour" in page.text
        assert "maja@home.example" not in page.html
        assert {*buttons(page)} - {"Show these"} == {"Log out cem"}


@pytest.mark.parametrize("challenges", [(), ("bread",)])
def test_a_juror_sees_what_is_published_of_approved_ideas(app, owner, approved, keep, challenges):
    waiting = keep("Cake")
    dora = let_in(app, "dora", Role.JUROR, *challenges)
    for path in (f"/desk/entries/{approved.ref}", "/desk/challenges/bread/approved/"):
        page = dora.gets(path)
        assert "Dark and sour" in page.text
        assert "Flour" not in page.html
        assert "maja@home.example" not in page.html
        assert buttons(page) == ["Log out dora"]
    assert dora.gets(f"/desk/entries/{waiting.ref}").status == 404
    assert dora.gets("/desk/challenges/bread/waiting/").status == 403
    assert dora.gets("/desk/").response.headers["Location"].endswith("/desk/challenges/")


def test_lists_and_counts_tell_of_ones_own_challenges_only(app, owner, keep):
    keep("Rye")
    keep("Lids", challenge="packaging")
    eve = let_in(app, "eve", Role.MODERATOR, "packaging")
    page = eve.gets("/desk/queue/")
    assert "Lids" in page.text
    assert "Rye" not in page.text
    assert "1 entry" in page.text
    assert "What should we bake next?" not in seen(eve.gets("/desk/challenges/"))
    assert "2 entries" in owner.gets("/desk/queue/").text


def test_nothing_of_another_challenge_is_decided_by_a_post(app, owner, keep, store):
    rye, lids = keep("Rye"), keep("Lids", challenge="packaging")
    eve = let_in(app, "eve", Role.MODERATOR, "packaging")
    assert eve.does("/desk/decide", {"do": "approve", "ref": [lids.ref, rye.ref]}).status == 404
    assert eve.does("/desk/decide", {"do": f"approve:{rye.ref}"}).status == 404
    desk.decide(store, Move.APPROVE, [rye.ref], "ada", NOW)
    assert eve.does("/desk/undo", {"ref": rye.ref}).status == 404
    page = eve.gets(f"/desk/queue/?done={rye.ref}")
    assert "Rye" not in page.text
    states = [reads.idea(store, each.ref).state for each in (rye, lids)]
    assert states == [State.APPROVED, State.WAITING]


@pytest.mark.parametrize("role", Role)
def test_no_page_links_where_its_reader_may_not_go(app, owner, approved, role):
    who = let_in(app, "who", role, "bread")
    for path in ("/desk/challenges/", f"/desk/entries/{approved.ref}"):
        page = who.gets(path)
        for address in set(re.findall(r'href="(/desk/[^"#]*)"', page.html)):
            assert who.gets(address).status in (200, 303), address


@pytest.mark.parametrize("role", [Role.JUROR, Role.VIEWER])
def test_comments_that_are_shown_are_read_and_answers_to_surveys_by_viewers_alone(
    app, owner, approved, store, role
):
    said = Comment(
        ref=new_reference(),
        about=approved.ref,
        challenge="bread",
        form="_comment",
        form_hash="x",
        answers={"text": "With caraway, please", "name": "Maja"},
        state=State.APPROVED,
        received=NOW,
    )
    response = Response(
        ref=new_reference(),
        challenge="bread",
        form="visit",
        form_hash="x",
        answers={"how": 4},
        state=State.APPROVED,
        received=NOW,
    )
    writes.add(store, said)
    writes.add(store, response)
    who = let_in(app, "who", role, "bread")
    assert "With caraway, please" in who.gets(f"/desk/entries/{said.ref}").text
    page = who.gets("/desk/challenges/bread/approved/")
    assert "With caraway, please" in page.text
    assert who.gets(f"/desk/entries/{response.ref}").status == (404 if role is Role.JUROR else 200)
    assert ("2 entries" if role is Role.JUROR else "3 entries") in page.text
