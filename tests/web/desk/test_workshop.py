"""A workshop is opened, led and ended at the desk."""

import csv
import io
from pathlib import Path

from flask import Flask
from tinydb import TinyDB

from collector.acts.merge import Merging, merge
from collector.entries import Role, State
from collector.store import Store, reads, workshops
from collector.store.copies import portable
from tests.web.desk.staff import let_in
from tests.web.gardens import NOW
from tests.web.room import Leader, Participant


def test_it_opens_with_a_code_and_goes_from_step_to_step(leader: Leader) -> None:
    page = leader.sees()
    assert f"192.168.1.20:8000/w/{leader.code}" in page.text
    assert "Step 1 of 6" in page.text
    assert "Step 2 of 6" in leader.does("Go on: Write silently").text


def test_the_timer_starts_stops_and_runs_on(app: Flask, leader: Leader) -> None:
    leader.goes_on_to("Write silently")
    assert "Until 14:45" in leader.does("Start the timer", minutes="10").text
    app.extensions["garden"].clock.turn(minutes=4)
    assert "6:00 left" in leader.does("Stop the timer").text
    app.extensions["garden"].clock.turn(minutes=30)
    assert "Until 15:15" in leader.does("Let the timer run on").text
    assert "6:00 left" in leader.does("Pause").text
    assert "Until 15:15" in leader.does("End the break").text
    assert leader.does("Start the timer", minutes="0").status == 409
    assert "Until" not in leader.does("Go on: Read what is there").text


def test_of_two_who_lead_the_second_is_shown_how_it_stands(app: Flask, leader: Leader) -> None:
    ben = Leader(let_in(app, "ben", Role.MODERATOR), address=leader.address)
    page = ben.sees()
    leader.does("Go on: Write silently")
    late = ben.does("Go on: Write silently", page)
    assert late.status == 409
    assert "Somebody else who leads this workshop was faster" in late.text
    assert "Step 2 of 6" in late.text
    assert "Step 3 of 6" in ben.does("Go on: Read what is there", late).text


def test_ideas_are_grouped_hidden_and_merged_without_a_mouse(
    app: Flask, leader: Leader, store: Store
) -> None:
    maja = Participant(app, leader.code)
    maja.joins(2)
    leader.goes_on_to("Write silently")
    for title in ("Rye", "Oats", "Nonsense"):
        maja.writes(title)
    rye, oats, nonsense = (each.ref for each in reads.ideas(store, "bread"))
    assert "table 2" in leader.sees().text
    button = leader.sees().parsed.css_first(f"#hide-{nonsense}").text().strip()
    assert "Taken off the wall" in leader.does(button).text
    leader.goes_on_to("Group what is alike")
    leader.does("Add the heading", heading="Grain")
    assert leader.does("Add the heading", heading="grain").status == 422
    page = leader.does("Save the groups", **{f"under-{rye}": "Grain", f"under-{oats}": ""})
    assert page.parsed.css_first(f"#under-{rye} [selected]").text() == "Grain"
    assert {each.ref: each.tags for each in reads.ideas(store, "bread")}[rye] == ("Grain",)
    seen = maja.sees().parsed
    assert [each.text() for each in seen.css("#wall h3")] == ["Grain", "Under no heading"]
    assert "Nonsense" not in seen.css_first("#wall").text()
    assert "(taken off the wall)" in seen.css_first("#own").text()
    merge(store, oats, rye, Merging("ada", NOW))
    assert "together with: Oats" in maja.sees().text
    assert f"/desk/entries/{rye}/merge" in leader.sees().html


def test_what_the_room_found_is_approved_and_told_where_it_came_from(
    app: Flask, leader: Leader, store: Store
) -> None:
    maja = Participant(app, leader.code)
    maja.joins(3)
    leader.goes_on_to("Write silently")
    maja.writes("Rye")
    [rye] = reads.ideas(store, "bread")
    leader.goes_on_to("See what weighs most")
    leader.does("Approve all on the wall that waits")
    assert [each.state for each in reads.ideas(store, "bread")] == [State.APPROVED]
    assert (
        "Written in a workshop, at table 3" in leader.person.gets(f"/desk/entries/{rye.ref}").text
    )
    juror = let_in(app, "dora", Role.JUROR)
    assert "at table 3" not in juror.gets(f"/desk/entries/{rye.ref}").text


def test_cards_lead_each_table_to_the_workshop_by_the_address_that_was_typed(
    leader: Leader,
) -> None:
    cards = leader.person.gets(f"{leader.address}cards").parsed.css(".card")
    assert len(cards) == 4
    told = cards[2].css_first("svg title").text()
    assert f"http://192.168.1.20:8000/w/{leader.code}?table=3" in told
    assert leader.code in cards[2].text()
    leader.does("Use this address", home="http://10.0.0.7:8000/")
    assert "10.0.0.7:8000/w/" in leader.person.gets(f"{leader.address}cards").text
    assert leader.does("Use this address", home="10.0.0.7").status == 422


def test_paper_holds_the_plan_a_sheet_to_write_and_one_for_dots(leader: Leader) -> None:
    page = leader.person.gets(f"{leader.address}paper")
    sheets = [each.text() for each in page.parsed.css(".slip-sheet")]
    assert len(sheets) == 3
    assert "Write silently · 10 minutes" in sheets[0]
    assert "Give it a name" in sheets[1]
    assert "3 dots" in sheets[2]
    assert page.parsed.css(".slip-dots tbody tr")
    [way] = [
        each.attributes["href"]
        for each in leader.sees().parsed.css("a.md-button")
        if each.text() == "Type in what is on paper"
    ]
    typed = leader.person.gets(way or "")
    assert typed.parsed.css_first("[name=_source] [selected], [name=_source][checked]") is not None


def test_what_is_wrong_with_a_plan_is_said_at_its_field(leader: Leader, store: Store) -> None:
    page = leader.opens(tables="0", dots="many", home="bakery")
    assert page.status == 422
    for name in ("tables", "dots", "home"):
        assert page.parsed.css_first(f"#{name}-error").text()
    assert page.parsed.css_first("#home").attributes["value"] == "bakery"
    assert len(workshops.of_challenge(store, "bread")) == 1


def test_an_address_that_only_this_computer_understands_is_told(leader: Leader) -> None:
    assert "You look at this page on the computer itself" in leader.sees().text
    leader.opens(home="http://localhost:8000")
    assert "Only this computer understands this address" in leader.sees().text
    leader.opens(home="https://ideas.bakery.example")
    assert "--host 0.0.0.0" not in leader.sees().text


def test_one_of_another_challenge_is_not_there(app: Flask, leader: Leader) -> None:
    other = leader.address.replace("/bread/", "/club/")
    assert leader.person.gets(other).status == 404
    assert leader.person.does(other, {"do": "next", "seen": "1"}).status == 404


def test_only_an_owner_removes_what_is_over(app: Flask, leader: Leader, store: Store) -> None:
    leader.does("Yes, end it")
    assert "over" in leader.person.gets(leader.place).text
    ben = Leader(let_in(app, "ben", Role.MODERATOR), address=leader.address)
    assert "Remove the workshop" not in ben.sees().text
    seen = str(leader.workshop.revision)
    assert ben.person.does(leader.address, {"do": "remove", "seen": seen}).status == 403
    leader.does("Yes, remove it")
    assert workshops.of_challenge(store, "bread") == []


def test_dots_are_taken_home_without_telling_whose_they_are(
    app: Flask, leader: Leader, store: Store
) -> None:
    maja, bert = Participant(app, leader.code), Participant(app, leader.code)
    maja.joins(1)
    bert.joins(2)
    leader.goes_on_to("Write silently")
    maja.writes("Rye")
    [rye] = reads.ideas(store, "bread")
    leader.goes_on_to("Give dots")
    maja.gives(rye.ref, 2)
    bert.gives(rye.ref, 1)
    keys = {each.who for each in workshops.seats(store, leader.workshop.ref)}
    page = leader.person.client.get("/desk/challenges/bread/download.csv?what=dots", buffered=True)
    table = page.data
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"))))
    assert sorted((each["table"], each["title"], each["dots"]) for each in rows) == [
        ("1", "Rye", "2"),
        ("2", "Rye", "1"),
    ]
    assert len({each["person"] for each in rows}) == 2
    assert not keys & {each["person"] for each in rows}


def test_what_is_kept_of_a_workshop_goes_into_a_dump(
    app: Flask, leader: Leader, store: Store, tmp_path: Path
) -> None:
    maja = Participant(app, leader.code)
    maja.joins()
    leader.goes_on_to("Write silently")
    maja.writes("Rye")
    portable.dump(app.extensions["garden"].garden, store, tmp_path / "dump.json")
    with TinyDB(tmp_path / "dump.json") as kept:
        assert [len(kept.table(each)) for each in ("workshops", "seats", "written")] == [1, 1, 1]
