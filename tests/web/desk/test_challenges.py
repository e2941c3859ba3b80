import csv
import errno
import io
import os
import zipfile
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode

import pytest

from collector.acts import close, desk
from collector.brief import Phase
from collector.entries import Job, JobKind, State
from collector.moderation import Move
from collector.store import reads, writes
from collector.web.desk import download
from tests.web.gardens import BREAD, NOW


def brief_file(garden) -> Path:
    return garden.challenges / "bread.md"


def test_every_challenge_is_listed_with_what_came_in(owner, keep):
    keep("One")
    keep("Two", state=State.APPROVED)
    page = owner.gets("/desk/challenges/")
    entry = next(
        each for each in page.parsed.css(".ig-desk-challenges li") if "bake" in each.text()
    )
    assert "1 waiting · 1 approved" in " ".join(entry.text().split())
    assert "Not open yet" in page.text
    assert "Closed" in page.text


def test_a_broken_brief_is_explained_with_its_file_and_line(owner, garden):
    brief_file(garden).write_text("---\nclosess: never\n---\n# Bread\n", "utf-8")
    fault = owner.gets("/desk/challenges/").parsed.css_first(".ig-desk-fault").text()
    assert "bread.md" in fault
    assert "line 2" in fault


def test_a_broken_canvas_is_explained_and_leads_to_no_brief(owner, garden):
    path = garden.own_pages / "canvases" / "bread.md"
    path.parent.mkdir(parents=True)
    path.write_text("---\nkind: canvas\ncanvas: four actions\n---\n# Us\n\n## Rise\n", "utf-8")
    fault = owner.gets("/desk/challenges/").parsed.css_first(".ig-desk-fault")
    assert "line 7" in fault.text()
    assert "## Raise" in fault.text()
    assert not fault.css("a")


def test_a_job_that_failed_is_told_with_what_went_wrong(owner, store):
    job = Job(key="k", kind=JobKind.BUILD, subject="", due=NOW, error="rsync: no route <x-evil>")
    writes.add(store, job)
    page = owner.gets("/desk/challenges/")
    assert "rsync: no route <x-evil>" in page.text
    assert page.parsed.css_first("x-evil") is None


def test_a_backup_that_failed_is_not_told_as_a_fault_of_the_site(owner, store):
    writes.add(store, Job(key="k", kind=JobKind.BACKUP, subject="", due=NOW, error="no room"))
    fault = owner.gets("/desk/challenges/").parsed.css_first(".ig-desk-fault").text()
    assert "The daily backup could not be written." in fault
    assert "no room" in fault
    assert "site" not in fault


def test_a_challenge_counts_its_entries_by_state(owner, keep):
    keep("One")
    keep("Two")
    page = owner.gets("/desk/challenges/bread/")
    assert page.parsed.css_first("a[href$='/waiting/']").text() == "2 waiting"


@pytest.mark.parametrize("slug", ["nothing", "%2e%2e", "..%2fbread", "BREAD"])
def test_what_is_no_challenge_is_not_found(owner, slug):
    for path in ("", "poster", "slips", "download.csv", "waiting/"):
        assert owner.gets(f"/desk/challenges/{slug}/{path}").status == 404
    assert owner.does(f"/desk/challenges/{slug}/close").status in (404, 405)


def test_the_workbook_and_a_form_s_csv_are_taken_home_by_an_owner(owner, rye):
    book = owner.gets("/desk/challenges/bread/download.xlsx").response
    assert book.headers["Content-Disposition"] == "attachment; filename=bread.xlsx"
    assert "xl/workbook.xml" in zipfile.ZipFile(io.BytesIO(book.data)).namelist()
    table = owner.gets("/desk/challenges/bread/download.csv?form=idea").response
    assert table.headers["Content-Disposition"] == "attachment; filename=bread-idea.csv"
    rows = list(csv.reader(io.StringIO(table.data.decode("utf-8-sig"))))
    assert "maja@home.example" in rows[1]
    data = owner.gets("/desk/challenges/bread/download.json").response
    assert data.headers["Content-Disposition"] == "attachment; filename=bread.json"
    assert data.json["entries"][0]["row"]["email"] == "maja@home.example"


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "ods", "json"])
def test_a_download_says_how_long_it_is_and_leaves_nothing_behind(owner, garden, rye, suffix):
    before = set(garden.var.rglob("*"))
    response = owner.gets(f"/desk/challenges/bread/download.{suffix}").response
    assert int(response.headers["Content-Length"]) == len(response.data) > 0
    assert set(garden.var.rglob("*")) == before


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "ods", "json"])
def test_where_there_is_no_room_for_a_download_nothing_is_sent(
    owner, garden, rye, suffix, monkeypatch
):
    before = set(garden.var.rglob("*"))
    monkeypatch.setattr("collector.export.destination.TemporaryFile", full_disk)
    answer = owner.gets(f"/desk/challenges/bread/download.{suffix}")
    assert answer.status == 400
    assert "No space left on device" in answer.text
    assert "Nothing of it was left behind" in answer.text
    assert set(garden.var.rglob("*")) == before


def full_disk(**given):
    """A file of which the first bytes fit, and no more."""

    class Full(io.FileIO):
        def write(self, data):
            if self.tell() + len(data) > 100:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return super().write(data)

    return Full(os.memfd_create("full"), "w+b")


def test_a_workbook_of_more_rows_than_it_can_hold_is_refused_with_what_to_do(
    owner, rye, monkeypatch
):
    monkeypatch.setattr("collector.export.workbook.MOST_ROWS", 0)
    answer = owner.gets("/desk/challenges/bread/download.xlsx")
    assert answer.status == 400
    assert "Take a .csv instead" in answer.text
    assert owner.gets("/desk/challenges/bread/download.csv").status == 200


def test_an_owner_chooses_what_to_take_home_with_a_form_that_needs_no_scripts(owner, keep):
    old = keep("Old", received=NOW - timedelta(days=30), state=State.APPROVED)
    keep("Refused", state=State.REJECTED)
    new = keep("New", state=State.APPROVED)
    form = next(
        form
        for form in owner.gets("/desk/challenges/bread/").parsed.css("form")
        if form.css_first("input[type=date]")
    )
    assert form.attributes["method"] == "get"
    assert [each.attributes["name"] for each in form.css("input[type=date]")] == ["from", "until"]
    (address,) = {
        each.attributes["formaction"]
        for each in form.css("button")
        if each.attributes["formaction"].endswith(".json")
    }
    chosen = "?from=&until=&state=approved&state=rejected"
    found = owner.gets(address + chosen).response.json["entries"]
    assert [each["row"]["title"] for each in found] == ["Old", "Refused", "New"]
    days = f"?state=approved&from={NOW.date()}&until={NOW.date()}"
    (found,) = owner.gets(address + days).response.json["entries"]
    assert found["row"]["ref"] == new.ref
    (found,) = owner.gets(f"{address}?until={old.received.date()}").response.json["entries"]
    assert found["row"]["ref"] == old.ref


@pytest.mark.parametrize(
    "asked",
    ["from=yesterday", "until=2026-02-30", "from=2026-02-02&until=2026-01-01", "state=erased"],
)
def test_what_can_not_be_asked_for_is_said(owner, rye, asked):
    answer = owner.gets(f"/desk/challenges/bread/download.csv?{asked}")
    assert answer.status == 400
    assert not answer.response.headers.get("Content-Disposition")


def test_one_download_is_made_at_a_time(owner, rye, monkeypatch):
    monkeypatch.setattr(download, "PATIENCE", 0)
    with download._turns:
        answer = owner.gets("/desk/challenges/bread/download.csv")
    assert answer.status == 429
    assert "Another file is being made" in answer.text
    assert owner.gets("/desk/challenges/bread/download.csv").status == 200


def test_a_download_of_a_form_that_is_none_is_not_found(owner):
    assert owner.gets("/desk/challenges/bread/download.csv?form=nothing").status == 404


def test_a_poster_carries_title_address_and_code(moderator):
    page = moderator.gets("/desk/challenges/bread/poster")
    poster = page.parsed.css_first(".ig-desk-poster")
    assert "What should we bake next?" in poster.text()
    assert "ideas.bakery.example/challenges/bread" in poster.text()
    code = poster.css_first("svg")
    assert code.css_first("title").text() == (
        "QR code of https://ideas.bakery.example/challenges/bread/"
    )
    assert "style" not in code.html


def test_a_poster_s_code_says_where_it_hangs(moderator):
    page = moderator.gets("/desk/challenges/bread/poster?from=shop-window")
    poster = page.parsed.css_first(".ig-desk-poster")
    assert poster.css_first("svg title").text().endswith("/challenges/bread/?from=shop-window")
    assert "shop-window" not in poster.css_first(".ig-desk-poster__address").text()
    for odd in ("A", "a b", '">', "a" * 41):
        page = moderator.gets(f"/desk/challenges/bread/poster?{urlencode({'from': odd})}")
        assert page.parsed.css_first("svg title").text().endswith("/challenges/bread/")


def test_slips_carry_every_form_with_a_code_that_leads_to_it(moderator):
    page = moderator.gets("/desk/challenges/bread/slips")
    assert [each.text() for each in page.parsed.css("h2")][:2] == [
        "Share your idea",
        "A quick question",
    ]
    assert [each.text() for each in page.parsed.css("svg title")][:2] == [
        f"QR code of https://ideas.bakery.example/challenges/bread/?from=slip#{name}--form"
        for name in ("idea", "hours")
    ]
    assert page.parsed.css("style, script, input") == []
    only = moderator.gets("/desk/challenges/bread/slips?form=hours")
    assert [each.text() for each in only.parsed.css("h2")] == ["A quick question"]
    assert moderator.gets("/desk/challenges/bread/slips?form=nothing").status == 404


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


def test_a_moderator_sees_neither_download_nor_closing(moderator):
    page = moderator.gets("/desk/challenges/bread/")
    assert "Download" not in page.text
    assert "close it now" not in page.text


def test_line_ends_and_the_byte_order_mark_of_a_brief_survive_its_closing(owner, garden, visitor):
    windows = b"\xef\xbb\xbf" + BREAD.replace("\n", "\r\n").encode()
    brief_file(garden).write_bytes(windows)
    visitor.builds()
    owner.presses(owner.gets("/desk/challenges/bread/"), "Yes, close it now")
    expected = windows.replace(b"closes: never", b"closes: 2026-11-20 14:35")
    assert brief_file(garden).read_bytes() == expected


def test_before_the_first_build_the_desk_opens_all_the_same(owner, garden):
    garden.live.unlink()
    for path in ("/desk/", "/desk/challenges/", "/desk/accounts/", "/desk/password"):
        assert owner.gets(path).status == 200


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


def test_each_table_that_holds_anything_is_taken_home_by_its_button(owner, store, rye):
    page = owner.gets("/desk/challenges/bread/")
    assert not page.parsed.css("a[href*='what=']")
    desk.decide(store, Move.APPROVE, [rye.ref], "maja", NOW)
    page = owner.gets("/desk/challenges/bread/")
    (link,) = page.parsed.css("a[href*='what=']")
    assert link.text() == "Decisions, with names (.csv)"
    table = owner.gets(link.attributes["href"]).response
    assert table.headers["Content-Disposition"] == "attachment; filename=bread-decisions.csv"
    (row,) = csv.DictReader(io.StringIO(table.data.decode("utf-8-sig")))
    assert (row["about"], row["move"], row["by"]) == (rye.ref, "approve", "maja")


def test_what_can_t_be_asked_for_is_said_with_what_can(owner, rye):
    for asked, told in (
        ("csv?what=everything", "nothing that can be asked for"),
        ("csv?what=all", "holds one table"),
        ("json?what=votes&form=idea", "not both"),
    ):
        answer = owner.gets(f"/desk/challenges/bread/download.{asked}")
        assert answer.status == 400
        assert told in answer.html


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
