"""The queue narrowed, put in order, and decided on as a whole."""

import time
from datetime import timedelta
from urllib.parse import urlencode

import pytest

from collector.acts import desk
from collector.entries import Comment, Idea, Report, Role, State, new_reference
from collector.moderation import Move
from collector.store import reads, writes
from tests.standing.corpus import CORPUS
from tests.web.desk.staff import let_in, titles
from tests.web.gardens import NOW

QUEUE = "/desk/queue/"


def asks(person, **wanted):
    return person.gets(f"{QUEUE}?{urlencode(wanted)}")


def state(store, idea):
    return reads.idea(store, idea.ref).state


def said(store, kind, about, **answers):
    form = "_comment" if kind is Comment else "_report"
    told = kind(
        ref=new_reference(),
        challenge="bread",
        form=form,
        form_hash="h",
        answers=answers,
        state=State.WAITING,
        received=NOW,
        about=about,
    )
    writes.add(store, told)
    return told


@pytest.fixture
def some(keep, store):
    """One of each kind that a filter tells from the others."""
    keep("Old", received=NOW - timedelta(days=8))
    rye = keep("Rye")
    keep("Lids", challenge="club")
    keep("Brot", language="de")
    keep("Pills", flags=("trap",), answers={"text": "See https://pills.example/now"})
    keep("Slip", source="telephone", typed_by="ada")
    said(store, Comment, rye.ref, text="I would come")
    said(store, Report, rye.ref, why="unkind")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"challenge": "club"}, ["Lids"]),
        ({"kind": "comment"}, ["I would come"]),
        ({"kind": "report"}, ["It is unkind or hurts somebody"]),
        ({"language": "de"}, ["Brot"]),
        ({"suspected": "yes"}, ["Pills"]),
        (
            {"suspected": "no", "kind": "idea", "challenge": "bread", "source": "web", "days": "7"},
            ["Old"],
        ),
        ({"source": "telephone"}, ["Slip"]),
        ({"days": "7"}, ["Old"]),
        ({"words": "PILLS.example"}, ["Pills"]),
        ({"words": "nothing says so"}, []),
        ({"challenge": "nowhere"}, []),
    ],
)
def test_each_filter_leaves_what_it_says_and_its_count(owner, some, wanted, found):
    page = asks(owner, **wanted)
    assert titles(page) == found
    told = "There is nothing of the kind." if not found else f"{len(found)} entr"
    assert told in page.text


def test_what_is_chosen_stays_chosen_and_is_left_with_one_link(owner, some):
    page = asks(owner, suspected="yes", words="pills")
    assert page.parsed.css_first("#narrow-suspected option[selected]").attributes["value"] == "yes"
    assert page.parsed.css_first("#narrow-words").attributes["value"] == "pills"
    assert page.parsed.css_first(f".ig-desk-count a[href='{QUEUE}']")


@pytest.mark.parametrize("text", [*CORPUS, "\0", "9" * 500])
def test_odd_wishes_are_no_errors_and_stay_words(owner, some, text):
    for name in ("challenge", "kind", "language", "suspected", "source", "days", "words", "order"):
        page = owner.client.get(QUEUE, query_string={name: text, "batch": text, "passed": text})
        assert page.status_code == 200
        assert "<x-evil" not in page.get_data(as_text=True)


def test_what_is_suspected_or_reported_comes_first_each_part_the_oldest_first(owner, some):
    told = [
        "Pills",
        "It is unkind or hurts somebody",
        "Old",
        "Rye",
        "Lids",
        "Brot",
        "Slip",
        "I would come",
    ]
    page = owner.gets(QUEUE)
    assert sorted(titles(page)[:2]) == sorted(told[:2])
    assert titles(page)[2] == "Old"
    assert sorted(titles(page)) == sorted(told)
    assert titles(asks(owner, order="oldest"))[0] == "Old"


def test_pages_lead_from_what_is_suspected_to_the_rest_and_miss_nothing(owner, keep):
    for number in range(60):
        keep(f"Pills {number:02}", flags=("trap",), received=NOW + timedelta(seconds=number))
    for number in range(60):
        keep(f"Idea {number:02}", received=NOW - timedelta(seconds=number))
    page, found = owner.gets(QUEUE), []
    for _ in range(3):
        found += titles(page)
        way = page.parsed.css_first("[data-next]")
        page = owner.gets(way.attributes["href"]) if way else page
    assert way is None
    assert [each[:5] for each in found] == ["Pills"] * 60 + ["Idea "] * 60
    assert len(set(found)) == 120


def test_behind_the_last_entry_the_list_begins_anew(owner, keep):
    one = keep("One")
    page = owner.gets(f"{QUEUE}?after={reads.place([one])}")
    assert titles(page) == ["One"]


def test_all_of_a_page_are_decided_on_without_a_tick(owner, keep, store):
    ideas = [keep(each) for each in ("One", "Two")]
    page = owner.presses(owner.gets(QUEUE), "Approve", do="reject", scope="page")
    assert {state(store, each) for each in ideas} == {State.REJECTED}
    assert "Rejected: 2 entries" in page.text


def wave(keep, count=120):
    return [
        keep(f"Pills {number}", flags=("too fast",), answers={"text": "https://pills.example"})
        for number in range(count)
    ]


def test_all_that_a_list_has_are_decided_on_and_taken_back(owner, keep, store):
    pills, rye = wave(keep), keep("Rye")
    page = asks(owner, suspected="yes", words="pills.example")
    assert "All 120 that this list has" in page.text
    done = owner.presses(page, "Approve", do="spam", scope="all", reason="advertising")
    assert "Marked as spam: 120 entries" in done.text
    assert {state(store, each) for each in pills} == {State.SPAM}
    assert state(store, rye) is State.WAITING
    undone = owner.presses(done, "Undo")
    assert "Undone: 120 entries" in undone.text
    assert {state(store, each) for each in pills} == {State.WAITING}
    assert len(titles(undone)) == 50
    assert undone.parsed.css_first("#narrow-words").attributes["value"] == "pills.example"


def test_what_came_after_the_page_was_opened_is_not_decided_on_unseen(owner, keep, store):
    wave(keep, 60)
    page = owner.gets(QUEUE)
    late = keep("Late")
    owner.presses(page, "Approve", do="spam", scope="all")
    assert state(store, late) is State.WAITING


def test_that_somebody_else_decided_on_some_meanwhile_is_told(owner, moderator, keep, store):
    pills = wave(keep, 60)
    page = owner.gets(QUEUE)
    desk.decide(store, Move.APPROVE, [pills[0].ref], "ben", NOW)
    done = owner.presses(page, "Approve", do="spam", scope="all")
    assert "Marked as spam: 59 entries" in done.text
    assert state(store, pills[0]) is State.APPROVED
    desk.decide(store, Move.REJECT, [pills[1].ref], "ben", NOW)
    undone = owner.presses(done, "Undo")
    assert "Undone: 58 entries 1 more was left as it is" in undone.text


def test_the_notice_of_many_is_for_whoever_did_it(owner, moderator, keep):
    wave(keep, 60)
    done = owner.presses(owner.gets(QUEUE), "Approve", do="spam", scope="all")
    address = done.response.request.full_path
    assert owner.gets(address).parsed.css_first(".ig-desk-notice")
    assert moderator.gets(address).parsed.css_first(".ig-desk-notice") is None


def test_whoever_has_one_challenge_decides_on_all_of_that_one_alone(app, owner, keep, store):
    rye = [keep(f"Rye {number}") for number in range(60)]
    lids = [keep(f"Lid {number}", challenge="club") for number in range(60)]
    eve = let_in(app, "eve", Role.MODERATOR, "club")
    page = eve.gets(QUEUE)
    assert "60 entries" in page.text
    forged = {"do": "reject", "scope": "all", "state": "waiting"}
    fields = [
        {"which": "challenge=bread"},
        {"of": "bread"},
        {"which": "", "until": reads.end(store)},
    ]
    for each in fields:
        eve.does("/desk/decide", {**forged, **each})
    assert {state(store, each) for each in rye} == {State.WAITING}
    assert {state(store, each) for each in lids} == {State.REJECTED}


def test_nobody_undoes_what_was_done_in_anothers_challenge(app, owner, keep, store):
    pills = wave(keep, 60)
    owner.presses(owner.gets(QUEUE), "Approve", do="spam", scope="all")
    eve = let_in(app, "eve", Role.MODERATOR, "club")
    name = reads.decisions(store)[0].batch
    assert eve.does("/desk/undo", {"batch": name}).status == 404
    assert owner.does("/desk/undo", {"batch": "nothing"}).status == 404
    assert state(store, pills[0]) is State.SPAM


def test_a_viewer_looks_for_nothing_that_a_viewer_may_not_read(app, owner, rye):
    cem = let_in(app, "cem", Role.VIEWER)
    assert titles(asks(cem, words="maja@home")) == []
    assert titles(asks(owner, words="maja@home")) == ["Rye"]
    assert titles(asks(cem, words="rye")) == ["Rye"]


@pytest.mark.parametrize("fields", [{"state": "x"}, {"which": "suspected=yes"}, {"of": "x"}])
def test_a_post_about_all_of_nothing_changes_nothing(owner, rye, store, fields):
    answer = owner.does("/desk/decide", {"do": "approve", "scope": "all", **fields})
    assert 400 <= answer.status < 500
    assert state(store, rye) is State.WAITING


def since(person, page, etag=""):
    way = page.parsed.css_first("[data-since]").attributes["data-since"]
    return person.client.get(way, headers={"If-None-Match": etag} if etag else {})


def test_what_came_since_the_page_was_opened_is_told_to_scripts(owner, keep):
    keep("One")
    page = asks(owner, kind="idea")
    first = since(owner, page)
    assert first.json == {"count": 0, "told": "0 new entries: show them"}
    assert since(owner, page, first.headers["ETag"]).status_code == 304
    keep("Two")
    second = since(owner, page, first.headers["ETag"])
    assert second.json == {"count": 1, "told": "1 new entry: show it"}


def test_of_other_challenges_nothing_is_told(app, owner, keep):
    eve = let_in(app, "eve", Role.MODERATOR, "club")
    page = eve.gets(QUEUE)
    keep("Rye")
    assert since(eve, page).json["count"] == 0
    keep("Lid", challenge="club")
    assert since(eve, page).json["count"] == 1


@pytest.mark.parametrize("query", ["place=x", "place=%00", "", "kind=x&place=a.b.c.d.e"])
def test_odd_places_are_no_errors(owner, rye, query):
    assert owner.gets(f"{QUEUE}since?{query}").status == 200


WAVE = 5_000


def test_a_wave_of_spam_stays_workable(owner, store, visitor):
    def fill(store):
        for number in range(WAVE):
            idea = Idea(
                ref=new_reference(),
                challenge="bread",
                form="idea",
                form_hash=visitor.form_hash(),
                answers={"title": f"Pills {number}", "text": "https://pills.example"},
                state=State.WAITING,
                received=NOW,
                flags=("too fast",),
            )
            writes.add(store, idea)

    store.transact(fill)
    spent = {}

    def timed(name, act):
        begun = time.process_time()
        found = act()
        spent[name] = time.process_time() - begun
        return found

    timed("week", lambda: owner.gets("/desk/"))
    timed("queue", lambda: owner.gets(QUEUE))
    page = timed("filtered", lambda: asks(owner, suspected="yes", words="pills.example"))
    assert f"All {WAVE} that this list has" in page.text
    done = timed("spam", lambda: owner.presses(page, "Approve", do="spam", scope="all"))
    assert f"Marked as spam: {WAVE} entries" in done.text
    undone = timed("undo", lambda: owner.presses(done, "Undo"))
    assert f"Undone: {WAVE} entries" in undone.text
    assert max(spent["week"], spent["queue"], spent["filtered"]) < 3, spent
    assert max(spent["spam"], spent["undo"]) < 60, spent
