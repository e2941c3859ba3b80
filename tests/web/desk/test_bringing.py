"""A table of ideas is brought in at the desk: looked through, then kept as a whole."""

from io import BytesIO

import pytest

from collector.entries import Role, State
from collector.store import reads
from collector.web.desk import bringing
from tests.standing.corpus import CORPUS
from tests.standing.test_injection import evil
from tests.web.desk.staff import HOME, let_in
from tests.web.visitor import Page

PATH = "/desk/challenges/bread/bring"
TABLE = (
    "Idea,Tell us more,How are you linked to us?,Where\nRye,Dark,Customer,stall\nOat,Soft,staff,\n"
)


def hands_in(person, text, path=PATH, **fields):
    content = text if isinstance(text, bytes) else text.encode()
    data = {"_csrf": person.token(), "source": "workshop", "do": "look", **fields}
    data["table"] = (BytesIO(content), "ideas.csv")
    return Page(person.client.post(path, data=data, headers={"Origin": HOME}))


def presses(person, page, do="keep", **fields):
    """What the page's form sends."""
    form = page.parsed.css_first("form[enctype]")
    told = {"_csrf": person.token(), "do": do}
    told["content"] = form.css_first("textarea").text().lstrip("\n")
    for each in form.css("select"):
        chosen = each.css_first("option[selected]")
        told[each.attributes["name"]] = (chosen.attributes.get("value") if chosen else "") or ""
    return person.follows(person.does(PATH, {**told, **fields}))


def titles(store):
    return [each.answers["title"] for each in reads.ideas(store, "bread")]


def chosen(page):
    return [each.attributes["value"] for each in page.parsed.css("[name^=column] option[selected]")]


def test_headings_in_the_forms_own_words_are_understood_and_the_rest_is_chosen(moderator, store):
    page = hands_in(moderator, TABLE)
    assert chosen(page) == ["text", "role"]
    assert page.status == 422
    assert "Row 1, title: This column is missing" in page.text
    page = presses(moderator, page, "look", **{"column-0": "title"})
    assert chosen(page) == ["title", "text", "role"]
    assert "2 good rows" in page.text
    assert titles(store) == []
    page = presses(moderator, page)
    assert "2 entries were kept." in page.text
    ideas = list(reads.ideas(store, "bread"))
    assert [dict(each.answers) for each in ideas] == [
        {"title": "Rye", "text": "Dark", "role": "customer"},
        {"title": "Oat", "text": "Soft", "role": "staff"},
    ]
    assert {(each.source, each.typed_by, each.state) for each in ideas} == {
        ("workshop", "ben", State.WAITING)
    }


HUGE = 100_000
GOOD = "title,text,role\nRye,Dark,Customer\n"


def test_the_same_table_again_keeps_nothing_twice(moderator, store):
    presses(moderator, hands_in(moderator, GOOD))
    page = hands_in(moderator, GOOD + "Oat,Soft,staff\n")
    assert "1 of them were kept before" in page.text
    presses(moderator, page)
    assert titles(store) == ["Rye", "Oat"]


def test_all_faults_are_told_at_once_with_their_rows_and_nothing_is_kept(moderator, store):
    page = hands_in(
        moderator, 'title,text,role\n"R\n","Dark\nand sour",Customer\n,Soft,staff\nOat,,x\n'
    )
    told = [each.text() for each in page.parsed.css(".ig-summary li")]
    assert page.status == 422
    assert len(told) >= 3
    assert any(each.startswith("Row 3 (line 5), title:") for each in told)
    assert any(each.startswith("Row 4 (line 6), text:") for each in told)
    assert presses(moderator, page).status == 422
    assert titles(store) == []


def test_without_saying_how_they_came_nothing_is_kept(moderator, store):
    page = presses(moderator, hands_in(moderator, GOOD), source="")
    assert "Choose how it came." in page.text
    assert titles(store) == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "The file is empty"),
        (b"\xff\xffx", "not UTF-8"),
        (b'title\n"x', "quotation mark"),
        (b"title,text,role\n", "no slips below"),
        (b"x" * (HUGE + 1), "larger than 1 MB"),
        (b"title,text,role\n" + b"Rye bread,Dark,staff\n" * (bringing.MOST_ROWS + 1), "more than"),
    ],
)
def test_what_can_not_be_read_is_told_and_keeps_nothing(
    moderator, store, content, told, monkeypatch
):
    monkeypatch.setattr(bringing, "LARGEST", HUGE)
    page = hands_in(moderator, content)
    assert page.status == 422
    assert told in page.text
    assert titles(store) == []


def test_a_table_of_any_program_is_read(moderator, store):
    text = 'sep=;\r\ntitle;text;role\r\nRye;"Dark\r\nand sour";Customer\r\n'
    presses(moderator, hands_in(moderator, text.encode("utf-16")))
    assert titles(store) == ["Rye"]


def test_the_template_has_the_headings_that_are_understood(moderator):
    page = moderator.gets(f"{PATH}/template.csv")
    assert page.html.startswith("\ufeff_slip,title,text,role,role_other")
    assert "attachment" in page.response.headers["Content-Disposition"]


def test_before_a_challenge_opens_nothing_is_brought_in(moderator, store):
    path = "/desk/challenges/soon/bring"
    page = hands_in(moderator, "title\nEarly cake\n", path, do="keep")
    assert 400 <= page.status < 500
    assert list(reads.ideas(store, "soon")) == []


def test_terms_are_asked_for_in_each_row(moderator, store):
    path = "/desk/challenges/club/bring"
    page = hands_in(moderator, "title,_terms\nCake,1\nBun,0\n", path)
    assert "The terms must be accepted" in page.text


def test_nobody_brings_anything_into_anothers_challenge(app, owner, store):
    eve = let_in(app, "eve", Role.MODERATOR, "club")
    assert hands_in(eve, GOOD, do="keep").status == 404
    assert titles(store) == []


@pytest.mark.parametrize("text", CORPUS)
def test_words_stay_words_wherever_they_stand(moderator, store, text):
    cell = '"' + text.replace('"', '""') + '"'
    table = f"title,text,role,{cell}\n{cell},{cell},Customer,{cell}\n"
    page = hands_in(moderator, table)
    again = presses(moderator, page, **{"column-3": text, "source": text})
    kept = hands_in(moderator, f"title,text,role\n{cell} bun,{cell},Customer\n", do="keep")
    assert [evil(each.html) for each in (page, again, kept)] == [[]] * 3
