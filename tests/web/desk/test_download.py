"""What is taken home from a challenge's page: whole tables, what was chosen, and what can't be."""

import csv
import errno
import io
import os
import zipfile
from datetime import timedelta

import pytest

from collector.acts import desk
from collector.entries import State
from collector.moderation import Move
from collector.web.desk import download
from tests.web.gardens import NOW


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
