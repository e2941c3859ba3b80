"""What is measured is entered at the desk, by hand or as a table, and taken home."""

import csv
import io
from io import BytesIO

import openpyxl
import pytest

from collector.entries import Role
from collector.jobs import refresh
from collector.pages import live
from collector.store import measurements, reads
from tests.standing.corpus import CORPUS
from tests.standing.test_injection import evil
from tests.web.desk.staff import HOME, let_in
from tests.web.gardens import NOW
from tests.web.visitor import Page

PATH = "/desk/challenges/bread/measured"
TABLE = "Day;Value;Note\n2026-11-09;22\n16.11.2026;26,5;After the fair\n"


def enters(person, day="2026-11-16", value="25", note="", **more):
    fields = {"day": day, "value": value, "note": note, **more}
    return person.follows(person.does(PATH, fields))


def hands_in(person, text, **fields):
    data = {"_csrf": person.token(), "do": "look", **fields}
    data["table"] = (BytesIO(text.encode()), "loaves.csv")
    return Page(person.client.post(f"{PATH}/table", data=data, headers={"Origin": HOME}))


def kept(store):
    return {str(each.day): each.value for each in measurements.of_challenge(store, "bread")}


def problem(page, name):
    found = page.parsed.css_first(f"#{name}-error")
    assert page.parsed.css_first(f".ig-summary a[href='#{name}']") is not None
    return found.text()


def test_a_value_is_entered_and_drawn_at_once_and_on_the_page(moderator, store, garden):
    page = enters(moderator, note="After the fair")
    assert "On 16 November 2026 it was 25: 12" in page.text
    assert "After the fair" in page.text
    assert kept(store) == {"2026-11-16": 25}
    refresh(garden, store, live(garden).briefs["bread"], NOW)
    public = moderator.gets("/challenges/bread/")
    assert "On 16 November 2026 it was 25: 12" in public.text
    assert "Three times as many loaves" in public.text
    assert "After the fair" not in public.text
    assert "ben" not in public.text


@pytest.mark.parametrize(
    ("fields", "name", "told"),
    [
        ({"day": ""}, "day", "is no day"),
        ({"day": "31 June 2026"}, "day", "is no day"),
        ({"day": "2026-11-21"}, "day", "still to come"),
        ({"value": ""}, "value", "is no number"),
        ({"value": "a lot"}, "value", "is no number"),
        ({"value": "1.000"}, "value", "two readings"),
        ({"note": "x" * 501}, "note", "501 characters"),
    ],
)
def test_what_does_not_read_is_told_at_its_field_and_nothing_typed_is_lost(
    moderator, store, fields, name, told
):
    page = enters(moderator, **{"note": "Sunny", **fields})
    assert page.status == 422
    assert told in problem(page, name)
    for each in ("day", "value", "note"):
        wanted = {"day": "2026-11-16", "value": "25", "note": "Sunny", **fields}[each]
        assert (page.parsed.css_first(f"#{each}").attributes["value"] or "") == wanted
    assert kept(store) == {}


def test_another_value_of_a_day_is_told_with_a_button_that_puts_it_away(moderator, owner, store):
    enters(owner)
    page = enters(moderator, value="31")
    assert page.status == 422
    assert "25 was entered for this day already, by ada" in problem(page, "day")
    page = moderator.follows(moderator.presses(page, "Put it in place of 25"))
    assert kept(store) == {"2026-11-16": 31}


def test_a_value_is_taken_away_and_the_last_change_taken_back(moderator, store):
    page = enters(moderator)
    page = moderator.follows(moderator.presses(page, "Take away 16 November 2026"))
    assert kept(store) == {}
    page = moderator.follows(moderator.presses(page, "Take this back 2026-11-16"))
    assert kept(store) == {"2026-11-16": 25}
    log = moderator.gets("/desk/decisions/").text
    assert "taken away by ben" in log
    assert "put back by ben" in log


def test_what_somebody_else_changed_meanwhile_is_not_taken_away(moderator, store):
    page = enters(moderator)
    enters(moderator, value="31", instead="25")
    refused = moderator.follows(moderator.presses(page, "Take away 16 November 2026"))
    assert refused.status == 409
    assert "has changed meanwhile" in refused.text
    assert kept(store) == {"2026-11-16": 31}


def test_a_table_is_looked_through_and_kept_as_a_whole(moderator, store):
    page = hands_in(moderator, TABLE)
    assert "New days: 2." in page.text
    assert kept(store) == {}
    page = moderator.presses(page, "Keep all 2")
    assert "Kept: 2 new" in page.text
    assert kept(store) == {"2026-11-09": 22, "2026-11-16": 26.5}


def test_a_table_with_other_values_waits_for_a_yes(moderator, store):
    enters(moderator)
    page = hands_in(moderator, TABLE)
    assert "16 November 2026: 25 stands there, 26.5 in the table" in page.text
    refused = moderator.presses(page, "Keep all 2")
    assert refused.status == 409
    assert kept(store) == {"2026-11-16": 25}
    moderator.presses(refused, "Keep all 2", instead="yes")
    assert kept(store) == {"2026-11-09": 22, "2026-11-16": 26.5}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "nothing"),
        ("week,loaves\n1,2\n", "The first row names the columns"),
        ("day,value\n2026-11-09,many\n", "Row 2, value"),
        ("day,value\n2026-11-09,1\n9.11.2026,2\n", "stands in the table twice"),
    ],
)
def test_a_table_with_faults_is_told_where_and_not_kept(moderator, store, text, told):
    page = hands_in(moderator, text)
    assert page.status == 422
    assert told in page.text
    assert kept(store) == {}


def test_it_is_taken_home_as_it_can_be_brought_in(moderator, store):
    enters(moderator, note="=1+1")
    text = moderator.gets(f"{PATH}.csv").response.get_data(as_text=True).removeprefix("\ufeff")
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["day"], float(row["value"]), row["note"]) == ("2026-11-16", 25, "'=1+1")
    content = moderator.gets(f"{PATH}.xlsx").response.get_data()
    sheet = openpyxl.load_workbook(BytesIO(content)).active
    assert [cell.value for cell in sheet[2]][1:4] == [25, "=1+1", "ben"]
    assert sheet["C2"].data_type == "s"
    page = hands_in(moderator, text)
    assert "Known already, with the same value: 1." in page.text


@pytest.mark.parametrize("text", CORPUS)
def test_a_note_is_words_and_never_markup(moderator, text):
    page = enters(moderator, note=text[:400])
    assert not evil(page.response.get_data(as_text=True))


def test_who_only_looks_enters_nothing(app, owner, store):
    viewer = let_in(app, "vera", Role.VIEWER)
    assert "Enter a value" not in viewer.gets(PATH).text
    assert viewer.does(PATH, {"day": "2026-11-16", "value": "1"}).status == 403
    assert kept(store) == {}
    assert reads.decisions(store) == []


def test_the_programme_tells_how_far_it_is_and_takes_it_home(moderator):
    enters(moderator)
    one = moderator.gets("/desk/programme/bread/")
    assert "Three times as many loaves" in one.text
    assert "On 16 November 2026 it was 25: 12" in one.text
    assert (
        "Loaves a day: from 20 to 60, by 30 June 2027." in moderator.gets("/desk/programme/").text
    )
    text = moderator.gets("/desk/programme/bread/numbers.csv").response.get_data(as_text=True)
    told = {row["measure"]: row for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))}
    assert [told[name]["value"] for name in ("measured", "of_the_way")] == ["25.0", "0.125"]
    assert told["on_the_line"]["definition"]


def test_a_group_that_nobody_invites_is_no_fault_of_the_site(owner, garden):
    place = garden.own_pages / "participants" / "us.md"
    place.parent.mkdir(parents=True)
    lines = ("---", "kind: participants", "---", "## Inside", "### (crew) The crew")
    place.write_text("\n".join(lines), encoding="utf-8")
    assert "crew" not in owner.gets("/desk/challenges/").text
