"""Closing a challenge and opening it again: one line of its file, whole or phase by phase."""

from pathlib import Path

import pytest

from collector.acts import close
from collector.brief import Phase
from collector.entries import JobKind
from collector.store import reads
from tests.web.gardens import BREAD, brief_file


def test_closing_writes_one_line_and_leaves_a_build_to_do(owner, garden, store):
    page = owner.gets("/desk/challenges/bread/")
    owner.presses(page, "Yes, close it now")
    expected = BREAD.replace("closes: never", "closes: 2026-11-20 14:35")
    assert brief_file(garden).read_text("utf-8") == expected
    assert [(each.kind, each.subject) for each in reads.jobs(store) if not each.done] == [
        (JobKind.BUILD, "")
    ]
    assert sorted(each.name for each in garden.challenges.iterdir()) == [
        "bread.md",
        "club.md",
        "over.md",
        "soon.md",
    ]


def test_once_built_the_challenge_is_closed_and_offers_no_closing(owner, visitor):
    owner.presses(owner.gets("/desk/challenges/bread/"), "Yes, close it now")
    visitor.builds()
    page = owner.gets("/desk/challenges/bread/")
    assert Phase.CLOSED.value in page.text.lower()
    assert "close it now" not in page.text


def test_a_file_that_changed_meanwhile_is_left_alone(owner, garden):
    page = owner.gets("/desk/challenges/bread/")
    mended = BREAD.replace("bake next", "bake tomorrow")
    brief_file(garden).write_text(mended, "utf-8")
    answer = owner.presses(page, "Yes, close it now")
    assert answer.status == 409
    assert "was changed meanwhile" in answer.text
    assert brief_file(garden).read_text("utf-8") == mended


def test_a_brief_with_faults_is_left_alone(owner, garden):
    broken = BREAD.replace("{.poll #hours}", "{.pol #hours}")
    brief_file(garden).write_text(broken, "utf-8")
    answer = owner.presses(owner.gets("/desk/challenges/bread/"), "Yes, close it now")
    assert answer.status == 409
    assert brief_file(garden).read_text("utf-8") == broken


def test_where_the_file_can_not_be_written_the_line_to_write_is_shown(owner, garden, monkeypatch):
    def refuse(self, content):
        raise PermissionError(13, "Permission denied")

    page = owner.gets("/desk/challenges/bread/")
    monkeypatch.setattr(Path, "write_bytes", refuse)
    answer = owner.presses(page, "Yes, close it now")
    assert answer.status == 400
    assert "closes: 2026-11-20 14:35" in answer.text
    assert brief_file(garden).read_text("utf-8") == BREAD


def test_an_upcoming_challenge_is_not_closed(owner, garden):
    assert "close it now" not in owner.gets("/desk/challenges/soon/").text
    seen = close.file_hash(garden, "soon")
    assert owner.does("/desk/challenges/soon/close", {"seen": seen}).status == 409


def test_line_ends_and_the_byte_order_mark_of_a_brief_survive_its_closing(owner, garden, visitor):
    windows = b"\xef\xbb\xbf" + BREAD.replace("\n", "\r\n").encode()
    brief_file(garden).write_bytes(windows)
    visitor.builds()
    owner.presses(owner.gets("/desk/challenges/bread/"), "Yes, close it now")
    expected = windows.replace(b"closes: never", b"closes: 2026-11-20 14:35")
    assert brief_file(garden).read_bytes() == expected


def test_a_closed_challenge_is_opened_again_until_a_day(owner, garden, store):
    page = owner.gets("/desk/challenges/over/")
    page = owner.presses(page, "Open it again now", until="2026-12-24")
    assert page.status == 200
    assert "closes: 2026-12-24\n" in (garden.challenges / "over.md").read_text("utf-8")
    assert [each.kind for each in reads.jobs(store) if not each.done] == [JobKind.BUILD]


@pytest.mark.parametrize(
    ("until", "closes"),
    [("", "never"), ("2026-11-01", ""), ("never\nevil: x", ""), ("soon", ""), ("2026-02-30", "")],
)
def test_a_day_that_lies_behind_opens_nothing(owner, garden, until, closes):
    path = garden.challenges / "over.md"
    before = path.read_text("utf-8")
    fields = {"seen": close.file_hash(garden, "over"), "until": until}
    answer = owner.does("/desk/challenges/over/reopen", fields)
    assert answer.status == (303 if closes else 409)
    now = before.replace("closes: 2026-11-01 18:00", f"closes: {closes}") if closes else before
    assert path.read_text("utf-8") == now


def test_an_open_challenge_is_not_opened_again(owner, garden):
    fields = {"seen": close.file_hash(garden, "bread"), "until": "2027-01-01"}
    answer = owner.does("/desk/challenges/bread/reopen", fields)
    assert answer.status == 409
    assert "not closed" in answer.text


PHASES = """\
phases:
- Send: 2026-10-01 to {end}, submit
- Vote: 2026-12-24 to 2026-12-31, vote
voting: approve"""


def phased(garden, visitor, end):
    """The open challenge by dated phases, on the site."""
    path = brief_file(garden)
    phases = PHASES.format(end=end)
    path.write_text(BREAD.replace("closes: never", phases), "utf-8")
    visitor.builds()
    return path


def test_the_page_names_the_phase_that_is_on_and_the_next_one(owner, garden, visitor):
    phased(garden, visitor, "2026-12-20 18:00")
    page = owner.gets("/desk/challenges/bread/").text
    assert "Now: Send, until" in page
    assert "Then: Vote, from" in page


def test_a_phase_ends_by_button_and_opens_again(owner, garden, visitor):
    path = phased(garden, visitor, "2026-12-20 18:00")
    page = owner.gets("/desk/challenges/bread/")
    assert "the phases behind it become notes" in page.text
    owner.presses(page, "Yes, close it now")
    text = path.read_text("utf-8")
    assert "- Send: 2026-10-01 to 2026-11-20 14:35, submit" in text
    assert "# - Vote: 2026-12-24 to 2026-12-31, vote" in text
    visitor.builds()
    page = owner.gets("/desk/challenges/bread/")
    assert "close it now" not in page.text
    assert "“Send”, gets another end" in page.text
    owner.presses(page, "Open it again now", until="2027-01-31")
    assert "- Send: 2026-10-01 to 2027-01-31, submit" in path.read_text("utf-8")


def test_between_two_phases_the_next_one_is_named(owner, garden, visitor):
    phased(garden, visitor, "2026-11-01")
    page = owner.gets("/desk/challenges/bread/").text
    assert "Between two phases. Then: Vote, from" in " ".join(page.split())
