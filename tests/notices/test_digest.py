"""Mails on a schedule say what happened, or waits, below the owner's words; or none is sent."""

from dataclasses import replace
from datetime import timedelta

import pytest

from collector.acts import progress, thank
from collector.brief import Shape
from collector.brief.model import Scorecard
from collector.entries import Account, Event, Idea, Progress, Role, Score, State, new_reference
from collector.garden import NoticeSettings, ScheduleSettings
from collector.jobs import deliver as delivering
from collector.store import outbox, scores, writes
from tests.form.forms import form, question
from tests.kept import NOW
from tests.notices.conftest import Bakery

DIGEST = ScheduleSettings(
    name="weekly", do="digest", every="sunday at 09:00", text="Dear team,\nthis week:"
)
REMINDER = ScheduleSettings(
    name="soon", do="reminder", every="day at 09:00", to=("jo@x.example",), subject="Please look"
)
FOLLOWERS = replace(DIGEST, for_="followers", text="Dear friends,")
JURY = Scorecard(form(question(Shape.SCALE, "taste"), name="jury"))
EVENTS = {"digest": Event.DIGEST, "reminder": Event.REMINDER}


@pytest.fixture
def home(bakery: Bakery) -> Bakery:
    bakery.sets(schedule=(DIGEST, REMINDER), notices=NoticeSettings(("ada@bakery.example",)))
    return bakery


def text(mail) -> str:
    return mail.get_content().replace("\r\n", "\n")


def tells(bakery: Bakery, asked: ScheduleSettings) -> list[str]:
    """What the mails say that come at this time."""
    bakery.office.received.clear()
    event, now = EVENTS[asked.do], bakery.now
    bakery.store.transact(
        lambda store: outbox.tell(store, event, asked.name, "", now, once=f"{now}")
    )
    bakery.works()
    return [text(each) for each in bakery.office.received]


def test_owners_read_what_came_was_done_and_waits_since_the_last(home: Bakery) -> None:
    home.now = NOW - timedelta(days=7)
    home.receives("Old", received=home.now - timedelta(days=1))
    home.now = NOW
    home.receives("Rye")
    home.receives("Oat", state=State.WAITING)
    home.receives("Junk", state=State.SPAM)
    done = home.receives("Spelt")
    progress.progress(home.store, Progress.DONE, [done.ref], "ada", home.now)
    home.turns(days=1)
    home.receives("Later", received=home.now)
    (told,) = tells(home, DIGEST)
    assert told.startswith("Dear team,\nthis week:\n\n")
    assert "ideas: 3 · answers: 0 · comments: 0 · done: 1 · waiting now: 1" in told
    assert home.office.received[0]["To"] == "ada@bakery.example"
    assert home.office.received[0]["Subject"] == "What happened: Corner Bakery"


def test_where_nothing_happened_no_mail_is_sent(home: Bakery) -> None:
    home.receives("Old", received=NOW - timedelta(days=30))
    home.turns(days=1)
    assert tells(home, DIGEST) == []
    assert tells(home, REMINDER) == []


def test_a_reminder_goes_to_whom_it_names_and_says_what_is_late(home: Bakery, monkeypatch) -> None:
    around = delivering._around

    def promised(*told):
        found = around(*told)
        brief = replace(found.briefs["bread"], answers_within=timedelta(days=10))
        return replace(found, briefs={"bread": brief})

    monkeypatch.setattr(delivering, "_around", promised)
    home.receives("Late", received=NOW - timedelta(days=11))
    home.receives("Soon", received=NOW - timedelta(days=8))
    home.receives("Young", state=State.WAITING)
    answered = home.receives("Answered", received=NOW - timedelta(days=9))
    home.replies(answered)
    (told,) = tells(home, REMINDER)
    (mail,) = home.office.received
    assert (mail["To"], mail["Subject"]) == ("jo@x.example", "Please look")
    assert "waiting to be decided: 1" in told
    assert "late: 1 · due soon: 1" in told
    assert "- Late\n- Soon" in told
    assert "Answered" not in told


def test_jurors_are_reminded_of_what_is_left_and_nobody_is_named(home: Bakery, monkeypatch) -> None:
    around = delivering._around

    def judging(*told):
        found = around(*told)
        brief = replace(found.briefs["bread"], sections=(*found.briefs["bread"].sections, JURY))
        return replace(found, briefs={"bread": brief})

    monkeypatch.setattr(delivering, "_around", judging)
    home.sets(schedule=(replace(REMINDER, for_="jurors"),))
    rye, oat = home.receives("Rye"), home.receives("Oat")
    home.receives("Waits", state=State.WAITING)
    for name in ("maja", "omar"):
        person = Account(name=name, password="x", made=NOW, challenges={"bread": Role.JUROR})
        writes.add(home.store, person)
    for each in (rye, oat):
        scored(home, each, "maja")
    (told,) = tells(home, REMINDER)
    assert "ideas to judge: 2 · jurors who have some left: 1 of 2" in told
    assert "omar" not in told
    for each in (rye, oat):
        scored(home, each, "omar")
    home.turns(days=1)
    assert tells(home, REMINDER) == []


def scored(bakery: Bakery, idea: Idea, juror: str) -> None:
    made = Score(
        ref=new_reference(),
        challenge="bread",
        idea=idea.ref,
        juror=juror,
        values={"taste": 4},
        scales={"taste": "1-5"},
        at=NOW,
    )
    bakery.store.transact(lambda store: scores.put(store, made))


def test_a_schedule_that_was_taken_away_tells_nobody(home: Bakery) -> None:
    home.receives("Rye")
    home.turns(days=1)
    home.sets(schedule=())
    assert tells(home, DIGEST) == []


def test_followers_get_one_mail_of_all_they_follow_in_place_of_single_ones(home: Bakery) -> None:
    home.sets(schedule=(FOLLOWERS,), notices=NoticeSettings())
    rye, oat, old = (home.receives(each) for each in ("Rye", "Oat", "Old"))
    for each in (rye, oat, old):
        home.is_followed(each, "ann@example.org")
    home.is_followed(rye, "bob@example.org")
    home.works()
    home.office.received.clear()
    home.turns(hours=1)
    home.replies(rye, "Yes, from May.")
    progress.progress(home.store, Progress.PLANNED, [oat.ref], "ada", home.now)
    home.works()
    assert home.office.received == [], "nobody is told twice"
    home.turns(days=1)
    told = {each["To"]: text(each) for each in received(home, FOLLOWERS)}
    assert set(told) == {"ann@example.org", "bob@example.org"}
    assert "“Rye”\nOur answer: Yes, from May." in told["ann@example.org"]
    assert "“Oat”\nIt now is: planned." in told["ann@example.org"]
    assert "Old" not in told["ann@example.org"]
    assert "Oat" not in told["bob@example.org"]
    assert told["ann@example.org"].count("/collect/-/unfollow/") == 2
    assert told["ann@example.org"].startswith("Dear friends,")
    home.turns(days=7)
    assert received(home, FOLLOWERS) == []


def received(bakery: Bakery, asked: ScheduleSettings) -> list:
    tells(bakery, asked)
    return list(bakery.office.received)


def test_of_an_idea_that_is_not_shown_followers_read_nothing(home: Bakery) -> None:
    home.sets(schedule=(FOLLOWERS,))
    rye = home.receives("Rye", state=State.REJECTED)
    home.is_followed(rye)
    home.turns(hours=1)
    home.replies(rye)
    home.turns(days=1)
    assert tells(home, FOLLOWERS) == []


def test_of_what_was_merged_and_is_no_more_shown_followers_read_nothing(home: Bakery) -> None:
    home.sets(schedule=(FOLLOWERS,))
    rye = home.receives("Rye")
    dark = home.receives("Dark", merged=rye.ref)
    spam = home.receives("Spam", merged=rye.ref, state=State.REJECTED)
    for each in (dark, spam):
        home.is_followed(each)
    home.turns(hours=1)
    home.replies(dark)
    home.replies(spam, "No advertisements.")
    home.turns(days=1)
    (told,) = tells(home, FOLLOWERS)
    assert "“Dark”" in told
    assert f"/ideas/{rye.ref}/" in told
    assert "Spam" not in told
    assert "advertisements" not in told


def test_an_author_is_told_that_thanks_wait_and_nobody_reads_them_on_the_way(
    home: Bakery,
) -> None:
    rye = home.receives("Rye")
    mine, other = (home.is_followed(rye, each) for each in ("me@example.org", "you@example.org"))
    home.store.transact(lambda store: outbox.keep_person(store, replace(mine, author=True)))
    home.works()
    home.office.received.clear()
    thank.thank(home.store, rye.ref, "Voucher: CROISSANT-7", "ada", home.now)
    home.works()
    (mail,) = home.office.received
    assert mail["To"] == "me@example.org" != other.contact
    assert "CROISSANT-7" not in mail.as_string()
    assert "/collect/-/receipt" in mail.get_content()
