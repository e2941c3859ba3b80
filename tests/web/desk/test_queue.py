from datetime import timedelta
from urllib.parse import urlencode

import pytest

from collector.acts import desk
from collector.entries import Reason, Response, State, new_reference
from collector.moderation import Move
from collector.store import reads, writes
from tests.web.desk.staff import buttons, titles
from tests.web.gardens import NOW


def state(store, idea):
    return reads.idea(store, idea.ref).state


def waiting_response(received):
    """The answer to a form that left the site."""
    return Response(
        ref=new_reference(),
        challenge="gone",
        form="hours",
        form_hash="h",
        answers={"when": "late"},
        state=State.WAITING,
        received=received,
    )


def test_what_waits_longest_comes_first(owner, keep):
    keep("Old", received=NOW - timedelta(days=2))
    keep("Young")
    assert titles(owner.gets("/desk/queue/")) == ["Old", "Young"]


def test_an_empty_queue_says_so(owner):
    assert "Nothing waits for you" in owner.gets("/desk/queue/").text


def test_a_card_tells_every_answer_and_who_will_see_it(owner, keep):
    keep("Rye", answers={"text": "With walnuts", "role": "customer", "email": "maja@home.example"})
    told = owner.gets("/desk/queue/").parsed.css_first(".ig-desk-card dl")
    pairs = zip(told.css("dt"), told.css("dd"), strict=True)
    assert {" ".join(term.text().split()): text.text() for term, text in pairs} == {
        "Tell us more Shown publicly": "With walnuts",
        "How are you linked to us? Only we see this": "Customer",
        "Where can we write to you? Only we see this": "maja@home.example",
    }


def test_what_is_suspected_says_why(owner, keep):
    keep("Cheap pills", flags=("trap", "too fast"))
    assert "Suspected: a field that people" in owner.gets("/desk/queue/").text


def test_one_click_approves_and_one_takes_it_back(moderator, rye, store):
    done = moderator.presses(moderator.gets("/desk/queue/"), "Approve")
    assert state(store, rye) is State.APPROVED
    assert "Approved: “Rye”" in done.text
    undone = moderator.presses(done, "Undo")
    assert state(store, rye) is State.WAITING
    assert "Undone: “Rye”" in undone.text
    assert titles(undone) == ["Rye"]
    assert [(each.move, each.by) for each in reads.decisions(store)] == [
        ("approve", "ben"),
        ("undo", "ben"),
    ]


@pytest.mark.parametrize(("button", "after"), [("Reject", State.REJECTED), ("Spam", State.SPAM)])
def test_the_other_buttons_do_what_they_say(moderator, rye, store, button, after):
    moderator.presses(moderator.gets("/desk/queue/"), button)
    assert state(store, rye) is after


def test_a_button_decides_on_its_own_entry_alone(owner, keep, store):
    first, second = keep("One"), keep("Two")
    owner.presses(owner.gets("/desk/queue/"), "Approve", ref=[second.ref])
    assert (state(store, first), state(store, second)) == (State.APPROVED, State.WAITING)


def test_several_are_decided_at_once_with_a_reason_and_undone_at_once(owner, keep, store):
    ideas = [keep(title) for title in ("One", "Two", "Three")]
    refs = [each.ref for each in ideas[:2]]
    done = owner.follows(
        owner.does("/desk/decide", {"do": "reject", "ref": refs, "reason": "off-topic"})
    )
    assert "Rejected: 2 entries" in done.text
    assert [state(store, each) for each in ideas] == [
        State.REJECTED,
        State.REJECTED,
        State.WAITING,
    ]
    assert {each.reason for each in reads.decisions(store)} == {Reason.OFF_TOPIC}
    owner.presses(done, "Undo")
    assert {state(store, each) for each in ideas} == {State.WAITING}


def test_what_another_decided_meanwhile_is_not_overridden(owner, moderator, rye, store):
    page = owner.gets("/desk/queue/")
    moderator.presses(moderator.gets("/desk/queue/"), "Reject")
    answer = owner.presses(page, "Approve")
    assert answer.status == 409
    assert "changed meanwhile" in answer.text
    assert state(store, rye) is State.REJECTED


def test_an_undo_too_late_undoes_nothing(owner, moderator, rye, store):
    done = owner.presses(owner.gets("/desk/queue/"), "Approve")
    moderator.presses(moderator.gets(f"/desk/entries/{rye.ref}"), "Reject")
    assert owner.presses(done, "Undo").status == 409
    assert state(store, rye) is State.REJECTED


def test_the_notice_tells_only_what_this_person_has_just_done(owner, moderator, rye, store):
    desk.decide(store, Move.APPROVE, [rye.ref], "ben", NOW)
    address = f"/desk/queue/?done={rye.ref}"
    assert owner.gets(address).parsed.css_first(".ig-desk-notice") is None
    assert moderator.gets(address).parsed.css_first(".ig-desk-notice")
    assert moderator.gets("/desk/queue/?done=nobody").parsed.css_first(".ig-desk-notice") is None


def test_the_notice_of_several_needs_one_decision_on_all_of_them(moderator, keep, store):
    one, two, three = keep("One"), keep("Two"), keep("Three")
    desk.decide(store, Move.APPROVE, [one.ref], "ben", NOW)
    desk.decide(store, Move.REJECT, [two.ref], "ben", NOW)
    for refs in ((one.ref, two.ref), (one.ref, three.ref), (three.ref,)):
        address = "/desk/queue/?" + "&".join(f"done={ref}" for ref in refs)
        assert moderator.gets(address).parsed.css_first(".ig-desk-notice") is None


def test_what_was_approved_can_go_back_to_the_queue(owner, rye, store):
    owner.approves(rye)
    page = owner.gets("/desk/challenges/bread/approved/")
    assert titles(page) == ["Rye"]
    owner.presses(page, "Back to waiting")
    assert state(store, rye) is State.WAITING


def test_after_a_decision_one_is_where_one_was(owner, rye):
    page = owner.gets("/desk/challenges/bread/waiting/")
    done = owner.presses(page, "Approve")
    assert done.response.request.path == "/desk/challenges/bread/waiting/"


def follow(owner, page):
    """The page that its button for the next entries leads to."""
    return owner.gets(page.parsed.css_first("a[href*='after=']").attributes["href"])


def test_fifty_are_on_a_page_and_the_next_follow(owner, keep):
    for number in range(51):
        keep(f"Idea {number:02}", received=NOW + timedelta(seconds=number))
    page = owner.gets("/desk/queue/")
    assert titles(page) == [f"Idea {number:02}" for number in range(50)]
    assert "51 entries" in page.text
    last = follow(owner, page)
    assert titles(last) == ["Idea 50"]
    assert last.parsed.css_first("a[href*='after=']") is None


def test_what_is_decided_meanwhile_makes_nobody_miss_an_entry(owner, moderator, keep):
    first, *_ = [keep(f"Idea {number:02}") for number in range(52)]
    page = owner.gets("/desk/queue/")
    moderator.approves(first)
    assert titles(follow(owner, page)) == ["Idea 50", "Idea 51"]


def test_ideas_and_responses_follow_each_other_by_their_time(owner, keep, store):
    for hour in range(30):
        keep(f"Idea {hour:02}", received=NOW + timedelta(hours=hour))
        writes.add(store, waiting_response(NOW + timedelta(hours=hour, minutes=30)))
    page = owner.gets("/desk/queue/")
    both = [*titles(page), *titles(follow(owner, page))]
    assert both == [title for hour in range(30) for title in (f"Idea {hour:02}", "late")]


@pytest.mark.parametrize("place", [".", "x", "9" * 300, "²", "nobody.nobody", "a.b.c", "", "\0"])
def test_an_odd_place_to_begin_is_no_error(owner, rye, place):
    page = owner.gets(f"/desk/queue/?{urlencode({'after': place})}")
    assert titles(page) == ["Rye"]


@pytest.mark.parametrize(
    "fields",
    [
        {"do": "approve"},
        {"do": ""},
        {"do": "withdraw", "ref": "{ref}"},
        {"do": "erase:{ref}"},
        {"do": "approve", "ref": "{ref}", "reason": "because"},
        {"do": "approve", "ref": "nobody"},
        {"do": "approve:" + "x" * 300},
        {"do": "approve", "ref": ["x"] * 51},
        {"do": "approve", "ref": "{ref}", "seen": "{ref}:7"},
        {"do": "erase", "ref": "{ref}", "seen": "{ref}:" + "9" * 5000},
        {"do": "approve\0:{ref}"},
        {"do": "approve", "ref": "{ref}", "reason": "off-topic", "seen": "{ref}:7"},
    ],
)
def test_a_post_that_makes_no_sense_changes_nothing(owner, rye, store, fields):
    filled = {
        name: value.format(ref=rye.ref) if isinstance(value, str) else value
        for name, value in fields.items()
    }
    answer = owner.does("/desk/decide", filled)
    assert 400 <= answer.status < 500
    assert state(store, rye) is State.WAITING
    assert reads.decisions(store) == []


def test_withdrawn_ideas_offer_no_move(owner, keep):
    keep("Gone", state=State.WITHDRAWN)
    page = owner.gets("/desk/challenges/bread/withdrawn/")
    assert titles(page) == ["Gone"]
    assert not {"Approve", "Reject", "Spam"} & set(buttons(page))


def test_an_entry_of_a_challenge_that_left_the_site_is_still_there_to_decide(owner, keep, store):
    gone = keep("Old", challenge="gone", answers={"email": "a@b.example"})
    assert "a@b.example" in owner.gets("/desk/queue/").text
    owner.approves(gone)
    assert state(store, gone) is State.APPROVED
