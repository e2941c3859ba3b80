import re

import pytest

from collector.acts import people
from collector.entries import Role
from collector.errors import Forbidden
from collector.store import reads
from tests.web.desk.staff import PASSWORD, Person
from tests.web.gardens import NOW


def names(page):
    return [each.text() for each in page.parsed.css(".ig-desk-accounts h2")]


def link_on(page):
    found = re.search(r"/desk/welcome#(\w+)", page.text)
    assert found, page.text
    return found[1]


def test_an_owner_lets_somebody_in_by_a_link_shown_once(app, owner, store):
    page = owner.presses(
        owner.gets("/desk/accounts/"), "Make a one-time link", name="Ben", role="moderator"
    )
    code = link_on(page)
    assert code not in owner.gets("/desk/accounts/").html
    ben = Person(app, "ben")
    asked = ben.presses(ben.gets("/desk/welcome"), "Go on", code=code)
    ben.presses(asked, "Keep it and log in", password=PASSWORD, again=PASSWORD)
    assert reads.account(store, "ben").role is Role.MODERATOR
    assert names(owner.gets("/desk/accounts/")) == ["ada", "ben"]


def test_who_forgot_the_password_gets_a_link_from_an_owner(app, owner, moderator):
    page = owner.gets("/desk/accounts/")
    page = owner.does("/desk/accounts/reset", {"name": "ben"})
    ben = Person(app, "ben")
    asked = ben.presses(ben.gets("/desk/welcome"), "Go on", code=link_on(page))
    assert "Hello ben" in asked.text
    ben.presses(
        asked, "Keep it and log in", password="a wholly new secret", again="a wholly new secret"
    )
    assert moderator.gets("/desk/").status == 303


def test_an_owner_takes_an_account_away(owner, moderator):
    page = owner.presses(owner.gets("/desk/accounts/"), "Yes, remove ben")
    assert names(page) == ["ada"]
    assert moderator.gets("/desk/").status == 303


def test_the_last_owner_can_not_be_taken_away(owner):
    page = owner.presses(owner.gets("/desk/accounts/"), "Yes, remove ada")
    assert page.status == 409
    assert "only owner" in page.text


@pytest.mark.parametrize("name", ["", " ", "ada", "Author", "x" * 41])
def test_a_name_that_can_not_be_given_is_refused_at_its_field(owner, name):
    page = owner.does("/desk/accounts/add", {"name": name, "role": "moderator"})
    assert page.status == 422
    assert page.parsed.css_first("#name-error").text()
    assert page.parsed.css_first("#name").attributes["value"] == name


def test_no_other_role_can_be_given(owner, store):
    answer = owner.does("/desk/accounts/add", {"name": "eve", "role": "admin"})
    assert answer.status == 400


def test_nobody_is_reset_or_removed_who_is_not_there(owner):
    for act in ("reset", "remove"):
        assert owner.does(f"/desk/accounts/{act}", {"name": "eve"}).status == 404


def test_a_role_is_given_for_one_challenge_alone(app, owner, store):
    page = owner.does("/desk/accounts/add", {"name": "ben", "role": "", "in:bread": "juror"})
    people.redeem(store, link_on(page), PASSWORD, NOW)
    account = reads.account(store, "ben")
    assert (account.role, account.challenges) == (None, {"bread": Role.JUROR})
    assert "Juror in “What should we bake next?”" in owner.gets("/desk/accounts/").text


def test_whoever_was_invited_is_listed_until_the_invitation_is_taken_back(owner, store):
    page = owner.does("/desk/accounts/add", {"name": "ben", "role": "viewer"})
    code = link_on(page)
    assert "The link works until" in page.text
    page = owner.presses(owner.gets("/desk/accounts/"), "Take the invitation back for ben")
    assert "ben" not in page.parsed.css_first("main").text()
    with pytest.raises(Forbidden):
        people.link_of(store, code, NOW)


def test_no_role_at_all_is_refused_at_its_field(owner, moderator, store):
    page = owner.does("/desk/accounts/add", {"name": "eve", "role": ""})
    assert page.status == 422
    assert "Choose a role" in page.text
    page = owner.does("/desk/accounts/grant", {"name": "ben", "role": ""})
    assert page.status == 422
    assert reads.account(store, "ben").role is Role.MODERATOR


def test_a_challenge_that_is_none_can_not_be_chosen(owner):
    fields = {"name": "eve", "role": "", "in:cake": "juror"}
    assert owner.does("/desk/accounts/add", fields).status == 400


def test_rights_change_at_once_and_the_log_in_goes_on(owner, moderator, rye):
    owner.does("/desk/accounts/grant", {"name": "ben", "role": "viewer"})
    assert moderator.gets(f"/desk/entries/{rye.ref}").status == 200
    answer = moderator.does("/desk/decide", {"do": f"approve:{rye.ref}"})
    assert answer.status == 403
    assert "Your role does not allow that" in answer.text


def test_the_last_owner_keeps_the_garden(owner, store):
    assert owner.does("/desk/accounts/grant", {"name": "ada", "role": "viewer"}).status == 409
    fields = {"name": "ada", "role": "", "in:bread": "owner"}
    assert owner.does("/desk/accounts/grant", fields).status == 409
    assert reads.account(store, "ada").role is Role.OWNER


def test_a_link_from_before_gives_back_no_rights_that_were_taken(owner, moderator, store):
    code = link_on(owner.does("/desk/accounts/reset", {"name": "ben"}))
    owner.does("/desk/accounts/grant", {"name": "ben", "role": "juror"})
    people.redeem(store, code, PASSWORD, NOW)
    assert reads.account(store, "ben").role is Role.JUROR


def test_somebody_is_logged_out_everywhere(owner, moderator):
    owner.does("/desk/accounts/end", {"name": "ben"})
    assert moderator.gets("/desk/").status == 303
    assert owner.gets("/desk/").status == 200
