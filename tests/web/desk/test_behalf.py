"""Entering at the desk what somebody else said."""

import pytest

from collector.entries import Role, State
from collector.store import reads
from tests.standing.corpus import CORPUS
from tests.standing.test_injection import evil
from tests.web.desk.apart import split
from tests.web.desk.staff import let_in

PATH = "/desk/challenges/bread/enter"
RYE = {"title": "Rye with walnuts", "text": "Dark, please", "role": "customer"}


def enters(person, path=PATH, **fields):
    """What a browser sends: the form as it stands, filled in."""
    page = person.gets(path)
    token = page.parsed.css_first("input[name=_token]").attributes["value"]
    hidden = page.parsed.css_first("input[name=_form]").attributes["value"]
    action = page.parsed.css_first("form.ig-form").attributes["action"]
    told = {"_form": hidden, "_token": token, "_source": "telephone", **fields}
    return person.does(action, {**({} if {"title", "when"} & set(fields) else RYE), **told})


def code_on(page):
    return page.parsed.css_first(".ig-desk-poster__address").text().strip()


def test_an_idea_is_kept_with_how_it_came_and_who_typed_it(moderator, store):
    page = enters(moderator)
    assert page.status == 200
    (idea,) = reads.ideas(store, "bread")
    assert (idea.source, idea.typed_by, idea.state) == ("telephone", "ben", State.WAITING)
    assert dict(idea.answers) == RYE
    assert "waits to be decided" in page.text


def test_the_code_opens_the_receipt_of_the_person(moderator, visitor):
    code = code_on(enters(moderator))
    receipt = visitor.posts("/collect/-/receipt", {"code": code})
    assert "Rye with walnuts" in receipt.text


def test_the_receipt_is_where_the_collector_is(app, moderator):
    app.extensions["garden"] = split(app.extensions["garden"])
    assert "api.bakery.example/collect/-/receipt" in enters(moderator).text


def test_it_is_approved_at_once_where_that_is_wanted_and_the_log_says_so(moderator, store):
    page = enters(moderator, _state="approved")
    (idea,) = reads.ideas(store, "bread")
    assert idea.state is State.APPROVED
    assert "kept, and approved" in page.text
    assert [(each.move, each.by) for each in reads.decisions(store)] == [("approve", "ben")]


def test_a_page_sent_twice_keeps_one_entry_with_the_same_code(moderator, store):
    page = moderator.gets(PATH)
    token = page.parsed.css_first("input[name=_token]").attributes["value"]
    told = {**RYE, "_token": token, "_source": "workshop"}
    first, second = (moderator.does(f"{PATH}?form=idea", told) for _ in range(2))
    assert code_on(first) == code_on(second)
    assert "kept before" in second.text
    assert len(list(reads.ideas(store, "bread"))) == 1
    other = moderator.does(f"{PATH}?form=idea", {**told, "title": "Something else"})
    assert other.status == 409
    assert "Something else" in other.html


def test_every_fault_is_told_at_once_and_nothing_typed_is_lost(moderator, store):
    page = enters(moderator, title="", text="Dark, please", _source="")
    assert page.status == 422
    assert "Choose how it came." in page.text
    assert page.parsed.css_first(".ig-summary")
    assert "Dark, please" in page.html
    assert list(reads.ideas(store, "bread")) == []


def test_terms_are_accepted_by_the_person(moderator, store):
    path = "/desk/challenges/club/enter"
    assert enters(moderator, path, title="Cake").status == 422
    assert enters(moderator, path, title="Cake", _terms="yes").status == 200
    (idea,) = reads.ideas(store, "club")
    assert idea.terms


def test_it_is_taken_after_closing_and_not_before_opening(moderator, store):
    assert enters(moderator, "/desk/challenges/over/enter", title="Late cake").status == 200
    early = enters(moderator, "/desk/challenges/soon/enter", title="Early cake")
    assert 400 <= early.status < 500
    assert "Early cake" in early.html
    assert list(reads.ideas(store, "soon")) == []


def test_surveys_and_polls_are_entered_too(moderator, store):
    page = enters(moderator, f"{PATH}?form=hours", when="late")
    assert page.status == 200
    (response,) = reads.responses(store, "bread")
    assert (response.source, response.state) == ("telephone", State.APPROVED)


def test_a_form_that_the_challenge_has_not_is_not_there(moderator):
    assert moderator.gets(f"{PATH}?form=_report").status == 404
    assert moderator.gets("/desk/challenges/nowhere/enter").status == 404


def test_nobody_enters_anything_in_anothers_challenge(app, owner, store):
    eve = let_in(app, "eve", Role.MODERATOR, "club")
    assert eve.gets(PATH).status == 404
    assert eve.does(PATH, RYE).status == 404


def test_scripts_leave_the_form_alone(moderator):
    """They would send it past the desk: a form that has a token already is left to the browser."""
    assert moderator.gets(PATH).parsed.css_first("form.ig-form input[name=_token]")


@pytest.mark.parametrize("text", CORPUS)
def test_words_stay_words(moderator, store, text):
    kept = enters(moderator, title=f"{text} bun", text=text, role="other", role_other=text)
    again = enters(moderator, title="", text=text, role=text, _source=text, _email=text)
    asked = moderator.client.get(PATH, query_string={"source": text, "language": text})
    pages = [kept.html, again.html, asked.get_data(as_text=True)]
    assert [evil(each) for each in pages] == [[]] * 3
