"""A workshop on its participants' phones: silent writing, the wall, and dots."""

import pytest
from flask import Flask

from collector.entries import State
from collector.store import Store, reads, workshops
from tests.web.room import Leader, Participant
from tests.web.visitor import Visitor


@pytest.fixture
def maja(app: Flask, leader: Leader) -> Participant:
    maja = Participant(app, leader.code)
    maja.joins(2)
    return maja


@pytest.fixture
def bert(app: Flask, leader: Leader) -> Participant:
    bert = Participant(app, leader.code)
    bert.joins(3)
    return bert


def test_twelve_people_write_read_group_and_vote(app: Flask, leader: Leader, store: Store) -> None:
    people = [Participant(app, leader.code) for _ in range(12)]
    for number, each in enumerate(people):
        assert "Step 1 of 6" in each.joins(number % 4 + 1).text
    leader.goes_on_to("Write silently")
    for number, each in enumerate(people):
        for turn in range(3):
            assert "Your idea is kept" in each.writes(f"Idea {number}-{turn}").text
    for number, each in enumerate(people):
        text = each.sees().text + each.live().text
        assert "Your ideas: 3" in text
        assert not [n for n in range(12) if n != number and f"Idea {n}-" in text]
    assert "People: 12. Ideas: 36." in leader.sees().text
    leader.goes_on_to("Read what is there")
    assert all(f"Idea {n}-{turn}" in people[0].sees().text for n in range(12) for turn in range(3))
    leader.goes_on_to("Give dots")
    refs = {each.answers["title"]: each.ref for each in reads.ideas(store, "bread")}
    for each in people:
        each.gives(refs["Idea 0-0"], 2)
        assert "0 of your 3 dots left" in each.gives(refs["Idea 5-1"], 1).text
    assert "24 dots" not in people[0].sees().text
    leader.goes_on_to("See what weighs most")
    titles = [each.text() for each in people[3].sees().parsed.css("#wall .ig-card")]
    assert "Idea 0-0" in titles[0]
    assert "24 dots" in titles[0]
    assert "12 dots" in titles[1]
    ideas = list(reads.ideas(store, "bread"))
    assert len(ideas) == 36
    assert {(each.source, each.state) for each in ideas} == {("workshop", State.WAITING)}
    assert {each.table for each in workshops.written(store, leader.workshop.ref)} == {1, 2, 3, 4}


def test_before_the_reveal_no_answer_of_the_collector_tells_what_others_write(
    leader: Leader, maja: Participant, bert: Participant
) -> None:
    leader.goes_on_to("Write silently")
    maja.writes("Walnut loaf")
    places = ["/collect/-/ideas/bread?q=walnut", "/collect/-/published/bread.json"]
    places += ["/collect/-/similar/bread?title=Walnut+loaf", "/challenges/bread/"]
    seen = [bert.sees().html, bert.live().html, bert.writes("Rye").html]
    seen += [bert.visitor.gets(place, buffered=True).html for place in places]
    assert [page for page in seen if "Walnut" in page] == []
    leader.goes_on_to("Read what is there")
    assert "Walnut loaf" in bert.sees().text
    leader.does("Back: Write silently")
    assert "Walnut loaf" not in bert.sees().text


def test_ideas_wait_though_the_challenge_shows_them_on_arrival(
    leader: Leader, maja: Participant, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("collector.moderation.arrival", lambda *_: State.APPROVED)
    leader.goes_on_to("Write silently")
    maja.writes("Walnut loaf")
    assert [each.state for each in reads.ideas(store, "bread")] == [State.WAITING]


def test_only_what_is_public_is_on_the_wall(
    leader: Leader, maja: Participant, bert: Participant
) -> None:
    leader.goes_on_to("Write silently")
    maja.writes("Walnut loaf", text="With honey", email="maja@home.example", supply="walnuts-only")
    leader.goes_on_to("Read what is there")
    assert "With honey" in bert.sees().text
    assert "maja@home.example" not in bert.sees().html
    assert "walnuts-only" not in bert.sees().html


def test_what_is_sent_twice_is_kept_once(leader: Leader, maja: Participant, store: Store) -> None:
    leader.goes_on_to("Write silently")
    fields = dict(maja.sees().fields("Keep this idea"))
    sent = {**fields, "title": "Rye", "text": "So", "role": "staff"}
    for _ in range(3):
        assert maja.visitor.posts(maja.path, sent).status == 303
    assert len(list(reads.ideas(store, "bread"))) == 1
    other = maja.visitor.posts(maja.path, {**sent, "title": "Oats"})
    assert other.status == 409
    assert other.parsed.css_first("[name=title]").attributes["value"] == "Oats"


def test_faults_stand_at_their_field_and_lose_nothing(
    leader: Leader, maja: Participant, store: Store
) -> None:
    leader.goes_on_to("Write silently")
    page = maja.writes("Ry", text="Dark")
    assert page.status == 422
    assert "Please use at least 3" in page.parsed.css_first(".ig-field--error").text()
    assert page.parsed.css_first("textarea[name=text]").text() == "Dark"
    assert list(reads.ideas(store, "bread")) == []


def test_in_a_break_and_after_writing_what_was_typed_stays_in_the_form(
    leader: Leader, maja: Participant, store: Store
) -> None:
    leader.goes_on_to("Write silently")
    fields = dict(maja.sees().fields("Keep this idea"))
    sent = {**fields, "title": "Walnut loaf", "text": "So", "role": "staff"}
    leader.does("Pause")
    paused = maja.visitor.posts(maja.path, sent)
    assert (paused.status, "A short break" in paused.text) == (409, True)
    leader.does("End the break")
    leader.goes_on_to("Give dots")
    late = maja.visitor.posts(maja.path, sent)
    assert (late.status, "Writing is over" in late.text) == (409, True)
    for page in (paused, late):
        assert page.parsed.css_first("[name=title]").attributes["value"] == "Walnut loaf"
    assert list(reads.ideas(store, "bread")) == []


def test_who_comes_late_takes_part_from_there_on(
    app: Flask, leader: Leader, maja: Participant
) -> None:
    leader.goes_on_to("Write silently")
    maja.writes("Walnut loaf")
    leader.goes_on_to("Group what is alike")
    late = Participant(app, leader.code)
    assert "Walnut loaf" not in late.sees().html
    assert late.live().status == 403
    assert "Walnut loaf" in late.joins(9).text
    assert "Your idea is kept" in late.writes("Oats").text
    assert "Oats" in maja.sees().text


def test_dots_move_until_the_vote_is_closed_and_are_never_too_many(
    leader: Leader, maja: Participant, store: Store
) -> None:
    leader.goes_on_to("Write silently")
    for title in ("Rye", "Oats"):
        maja.writes(title)
    rye, oats = (each.ref for each in reads.ideas(store, "bread"))
    assert maja.gives(rye, 1).status == 409
    leader.goes_on_to("Give dots")
    assert "1 of your 3 dots left" in maja.gives(rye, 2).text
    assert "1 of your 3 dots left" in maja.gives(rye, 2).text
    refused = maja.gives(oats, 2)
    assert (refused.status, "You have 3 dots" in refused.text) == (409, True)
    assert "0 of your 3 dots left" in maja.gives(oats, 1).text
    assert "2 of your 3 dots left" in maja.gives(rye, 0).text
    for odd in ("-1", "x", "", "9" * 90):
        assert maja.posts({"_do": "dot", "_dots": f"{rye}:{odd}"}).status in (400, 409)
    assert maja.gives("nothing-of-this-name", 1).status == 409
    leader.goes_on_to("See what weighs most")
    assert maja.gives(rye, 1).status == 409
    [seat] = workshops.seats(store, leader.workshop.ref)
    assert seat.dots == (oats,)


def test_the_code_opens_nothing_once_it_is_over(
    app: Flask, leader: Leader, maja: Participant, store: Store
) -> None:
    leader.goes_on_to("Write silently")
    maja.writes("Walnut loaf")
    rye = next(iter(reads.ideas(store, "bread")))
    leader.goes_on_to("Give dots")
    maja.gives(rye.ref, 3)
    leader.does("Yes, end it")
    stranger = Participant(app, leader.code)
    assert "This workshop is over" in stranger.sees().text
    assert "Walnut loaf" not in stranger.sees().html
    assert stranger.joins().status == 409
    was_there = maja.sees().text
    assert "This workshop is over" in was_there
    assert "3 dots" in was_there
    assert maja.gives(rye.ref, 1).status in (403, 409)


def test_it_ends_by_itself_after_half_a_day(leader: Leader, maja: Participant, app: Flask) -> None:
    leader.goes_on_to("Write silently")
    app.extensions["garden"].clock.turn(hours=12)
    assert "This workshop is over" in maja.sees().text


def test_codes_are_typed_in_any_manner_and_wrong_ones_are_told(
    app: Flask, leader: Leader, visitor: Visitor
) -> None:
    plain = leader.code.replace("-", "")
    for typed in (leader.code, plain.upper(), f" {plain[:3]} {plain[3:]} "):
        answer = visitor.posts("/w/", {"code": typed})
        assert answer.response.headers["Location"] == f"/w/{leader.code}", typed
    wrong = visitor.posts("/w/", {"code": "nothing<x-evil>"})
    assert (wrong.status, "no workshop of this code" in wrong.text) == (404, True)
    assert "<x-evil>" not in wrong.html


def test_nobody_guesses_codes_for_long_and_right_ones_pass_all_the_same(
    leader: Leader, visitor: Visitor
) -> None:
    answers = [visitor.posts("/w/", {"code": f"guess{n}"}).status for n in range(70)]
    assert set(answers) == {404, 429}
    assert visitor.gets(f"/w/{leader.code}").status == 200


def test_the_page_is_asked_for_again_and_again_by_its_mark(
    leader: Leader, maja: Participant, bert: Participant
) -> None:
    leader.goes_on_to("Write silently")
    first = maja.live()
    mark = first.response.headers["ETag"]
    assert "<html" not in first.html
    assert int(first.response.headers["Ideagarden-Now"]) > 0
    bert.writes("Rye")
    again = maja.live(mark)
    assert (again.status, again.html) == (304, "")
    assert int(again.response.headers["Ideagarden-Now"]) > 0
    leader.does("Start the timer", minutes="5")
    assert maja.live(mark).status == 200
    assert 'role="timer"' in maja.live().html


def test_posts_from_other_sites_and_odd_ones_change_nothing(
    leader: Leader, maja: Participant, store: Store
) -> None:
    leader.goes_on_to("Write silently")
    fields = {**dict(maja.sees().fields("Keep this idea")), "title": "Rye", "role": "staff"}
    maja.visitor.headers["Origin"] = "https://evil.example"
    assert maja.visitor.posts(maja.path, fields).status == 403
    maja.visitor.headers["Origin"] = "http://localhost"
    assert maja.visitor.posts(maja.path, {"_do": "nothing"}).status == 400
    assert maja.visitor.gets("/w/nothing").status == 404
    assert list(reads.ideas(store, "bread")) == []


def test_one_s_own_idea_can_be_opened_with_its_receipt(leader: Leader, maja: Participant) -> None:
    leader.goes_on_to("Write silently")
    maja.writes("Walnut loaf")
    fields = maja.sees().fields("Open it")
    assert "Walnut loaf" in maja.visitor.posts("/collect/-/receipt", fields).text


def test_a_browser_that_keeps_nothing_is_told_so(app: Flask, leader: Leader) -> None:
    lonely = Participant(app, leader.code)
    lonely.visitor.posts(lonely.path, {"_do": "join"})
    lonely.visitor.client.delete_cookie("ig_seat", path="/w")
    assert "keeps nothing for this page" in lonely.visitor.gets(f"{lonely.path}?in=1").text


def test_terms_are_accepted_with_each_idea(app: Flask, leader: Leader, store: Store) -> None:
    club = Leader(leader.person, "club")
    club.opens()
    maja = Participant(app, club.code)
    maja.joins()
    club.goes_on_to("Write silently")
    own = {**dict(maja.sees().fields("Keep this idea")), "title": "Walnut loaf"}
    refused = maja.posts(own)
    assert (refused.status, "Please look at this again" in refused.text) == (422, True)
    assert "Your idea is kept" in maja.posts({**own, "_terms": "yes"}).text
    [idea] = reads.ideas(store, "club")
    assert "Eat slowly" in (reads.text(store, idea.terms) or "")


def test_a_workshop_whose_challenge_is_gone_is_not_there(
    app: Flask, leader: Leader, maja: Participant
) -> None:
    garden = app.extensions["garden"].garden
    (garden.challenges / "bread.md").unlink()
    maja.visitor.builds()
    assert maja.sees().status == 404
