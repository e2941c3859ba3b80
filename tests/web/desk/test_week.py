"""This week: what waits for whoever looks, told on the desk's first page."""

from datetime import timedelta

import pytest

from collector.acts import desk, measure
from collector.entries import (
    Delivery,
    Event,
    JobKind,
    Report,
    Role,
    State,
    new_reference,
)
from collector.form.measured import Measured
from collector.garden import Garden
from collector.pages import live
from collector.store import outbox, writes
from collector.store.copies import backup
from tests.web.desk.staff import let_in
from tests.web.gardens import BREAD, NOW


@pytest.fixture(autouse=True)
def backed_up(garden: Garden, store) -> None:
    backup.make(garden, store, NOW)


def tasks(person):
    """By its sentence, where it leads."""
    found = person.gets("/desk/").parsed.css(".ig-desk > .ig-desk-week a")
    return {each.text().strip(): each.attributes["href"] for each in found}


def report(store, about, received=NOW):
    told = Report(
        ref=new_reference(),
        challenge="bread",
        form="_report",
        form_hash="h",
        answers={"why": "unkind"},
        state=State.WAITING,
        received=received,
        about=about,
    )
    writes.add(store, told)
    return told


def promises(garden, visitor, days=14):
    text = BREAD.replace("closes: never", f"closes: never\nanswers within: {days} days")
    (garden.challenges / "bread.md").write_text(text, "utf-8")
    visitor.builds()


def test_nothing_to_do_is_said_with_what_came(owner, keep):
    keep(state=State.APPROVED, received=NOW - timedelta(days=2))
    keep("Old", state=State.APPROVED, received=NOW - timedelta(days=8))
    keep("Pills", state=State.SPAM)
    told = owner.gets("/desk/").text
    assert "Nothing waits for you." in told
    assert "1 idea" in told
    assert tasks(owner) == {}


def test_it_is_the_first_page_after_the_log_in(owner):
    owner.presses(owner.gets("/desk/"), "Log out ada")
    assert owner.logs_in().response.headers["Location"] == "/desk/"
    assert owner.gets("/desk/").parsed.css_first("[aria-current]").text() == "This week"


def test_what_waits_is_told_by_challenge_suspected_entries_and_reports_apart(owner, keep, store):
    rye = keep("Rye")
    keep("Spelt")
    keep("Lids", challenge="club")
    keep("Pills", flags=("trap",))
    report(store, rye.ref)
    found = tasks(owner)
    assert set(found) == {
        "2 entries to read: What should we bake next?",
        "1 entry to read: Join the tasting",
        "1 that may be spam: What should we bake next?",
        "1 report of what should not be shown: What should we bake next?",
    }


def test_the_oldest_comes_first_with_the_day_and_how_long_it_takes(owner, keep):
    for number in range(12):
        keep(f"Young {number}", received=NOW)
    keep("Old", challenge="club", received=NOW - timedelta(days=3))
    lines = [each.text() for each in owner.gets("/desk/").parsed.css(".ig-desk-week li")]
    assert [line.split(":")[1].split("since")[0].strip() for line in lines] == [
        "Join the tasting",
        "What should we bake next?",
    ]
    assert "since 17 November 2026 · about 1 minute" in " ".join(lines[0].split())
    assert "about 3 minutes" in lines[1]
    assert "About 4 minutes, the oldest first." in owner.gets("/desk/").text


def test_a_promised_answer_is_a_task_once_it_is_due_soon_until_it_is_given(
    owner, keep, garden, visitor, store
):
    promises(garden, visitor)
    shown = {"state": State.APPROVED}
    late = keep("Late", received=NOW - timedelta(days=15), **shown)
    keep("Soon", received=NOW - timedelta(days=12), **shown)
    keep("Later", received=NOW - timedelta(days=5), **shown)
    keep("Waits", received=NOW - timedelta(days=12))
    found = [each for each in tasks(owner) if each.startswith("Answer")]
    assert found == [
        "Answer “Late”: it was promised by 19 November 2026",
        "Answer “Soon”: promised by 22 November 2026",
    ]
    assert f"/desk/entries/{late.ref}#replies" in tasks(owner).values()
    desk.reply(store, late.ref, "We try it.", "ada", NOW)
    assert not [each for each in tasks(owner) if "Late" in each]


def test_of_many_promised_answers_the_first_have_lines_and_the_rest_one(
    owner, keep, garden, visitor
):
    promises(garden, visitor)
    for day in range(8):
        keep(f"Idea {day}", received=NOW - timedelta(days=30 - day), state=State.APPROVED)
    found = [each for each in tasks(owner) if "promised" in each]
    assert len(found) == 6
    assert found[-1] == "3 more ideas that wait for a promised answer: What should we bake next?"


def test_two_ideas_that_are_very_much_alike_are_told_once_to_be_merged(owner, keep, visitor):
    one = keep("A dark rye bread with walnuts", answers={"text": "For breakfast"})
    other = keep("Dark rye bread with walnuts", answers={"text": "For the breakfast"})
    keep("Shorter queues on Saturdays")
    found = {text: way for text, way in tasks(owner).items() if "ask for the same" in text}
    assert len(found) == 1
    (way,) = found.values()
    assert one.ref in way
    assert other.ref in way
    assert owner.gets(way).status == 200


def test_pairs_are_no_task_any_more_after_two_weeks(owner, keep):
    for _ in range(2):
        keep("Dark rye bread with walnuts", received=NOW - timedelta(days=15))
    assert not [text for text in tasks(owner) if "ask for the same" in text]


def test_failed_work_and_notices_lead_the_owner_to_where_they_are_tried_again(
    owner, moderator, rye, store
):
    writes.enqueue(store, JobKind.BUILD, "", NOW)
    job = writes.lease(store, NOW, 60, (JobKind.BUILD,))
    writes.fail(store, job, "no space left", NOW)
    outbox.tell_one(store, Event.APPROVED, rye.ref, "bread", "owner:x", NOW)
    (notice,) = outbox.notices(store)
    outbox.mark(store, notice, Delivery.GIVEN_UP, NOW, "no answer")
    found = tasks(owner)
    assert found["Work that failed: 1"] == "/desk/health/"
    assert found["Messages that did not arrive: 1"] == "/desk/notices/"
    assert not [text for text in tasks(moderator) if "failed" in text]


def test_a_garden_without_a_fresh_backup_says_so_to_its_owner(
    owner, moderator, garden, store, clock
):
    clock.turn(days=2)
    assert tasks(owner) == {"The last backup is of 20 November 2026": "/desk/backups/"}
    assert tasks(moderator) == {}
    for each in backup.kept(garden):
        each.path.unlink()
    assert tasks(owner) == {"There is no backup yet": "/desk/backups/"}


def test_a_brief_with_faults_is_trouble(owner, garden):
    (garden.challenges / "broken.md").write_text("no heading", "utf-8")
    assert tasks(owner) == {"Challenges with faults in their files: 1": "/desk/challenges/"}


def test_what_opens_or_closes_within_seven_days_is_told(owner, clock):
    assert "Last month's cake opens" not in owner.gets("/desk/").text
    clock.turn(days=5)
    assert "Last month's cake opens" in owner.gets("/desk/").text


def test_whoever_has_one_challenge_sees_the_work_of_that_one(app, owner, keep):
    keep("Rye")
    keep("Lids", challenge="club")
    eve = let_in(app, "eve", Role.MODERATOR, "club")
    assert list(tasks(eve)) == ["1 entry to read: Join the tasting"]
    assert "What should we bake next?" not in eve.gets("/desk/").text


def test_a_juror_begins_with_the_challenges_and_is_shown_no_queue(app, owner):
    dora = let_in(app, "dora", Role.JUROR, "bread")
    page = dora.follows(dora.gets("/desk/"))
    menu = [each.text() for each in page.parsed.css(".ig-desk-menu a")]
    assert menu == ["Challenges", "Password"]


def test_every_task_leads_where_its_reader_may_go(app, owner, keep, store, garden, visitor):
    promises(garden, visitor)
    rye = keep("Rye", state=State.APPROVED, received=NOW - timedelta(days=15))
    keep("Pills", flags=("trap",))
    report(store, rye.ref)
    for role in Role:
        who = let_in(app, f"who {role}", role, "bread") if role is not Role.OWNER else owner
        for way in tasks(who).values():
            assert who.gets(way.partition("#")[0]).status == 200


@pytest.mark.parametrize(
    ("day", "asked"),
    [(None, False), (40, True), (30, True), (29, False), (0, False), (-400, False)],
)
def test_a_measure_without_a_value_for_a_month_is_asked_for(owner, garden, store, day, asked):
    if day is not None:
        by, measured = measure.By("ada", NOW), Measured((NOW - timedelta(days=day)).date(), 20)
        measure.enter(store, live(garden).briefs["bread"], measured, by)
    assert ("/desk/challenges/bread/measured" in tasks(owner).values()) is asked


def test_what_was_never_measured_is_asked_for_a_month_after_the_first_idea(owner, keep):
    keep(state=State.APPROVED, received=NOW - timedelta(days=31))
    keep("Later", state=State.APPROVED)
    found = [told for told, way in tasks(owner).items() if way.endswith("/measured")]
    assert len(found) == 1
    assert "Measure it again, “Loaves a day”" in found[0]
