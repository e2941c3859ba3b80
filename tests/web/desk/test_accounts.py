import re

import pytest

from collector.entries import Role
from collector.store import reads
from tests.web.desk.staff import PASSWORD, Person


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
