import pytest

from collector.acts import people
from collector.entries import Role
from collector.store import reads
from tests.web.desk.staff import PASSWORD, Person, let_in
from tests.web.gardens import NOW

NEW = "a wholly new secret"


@pytest.fixture
def ada(app, owner):
    """The owner, in a browser in which she is not logged in."""
    return Person(app, "ada")


def test_who_logs_in_comes_to_what_waits_this_week(ada):
    page = ada.follows(ada.logs_in())
    assert page.status == 200
    assert "This week" in page.parsed.css_first("h1").text()


def test_who_logs_in_comes_to_the_page_that_was_wanted(ada):
    asked = ada.follows(ada.gets("/desk/challenges/bread/"))
    page = ada.presses(asked, "Log in", name="ada", password=PASSWORD)
    assert page.parsed.css_first("h1").text() == "What should we bake next?"


@pytest.mark.parametrize(
    "wanted",
    [
        "https://evil.example/",
        "//evil.example/desk/",
        "/\\evil.example",
        "/collect/-/receipt",
        "/desk/decide",
        "/desk/../../evil",
        "/desk/\r\nSet-Cookie: a=b",
        "javascript:alert(1)",
        "x" * 3000,
        "",
    ],
)
def test_the_way_on_from_the_log_in_never_leads_elsewhere(ada, wanted):
    answer = ada.logs_in(next=wanted)
    assert answer.response.headers["Location"] == "/desk/"


@pytest.mark.parametrize(("name", "password"), [("ada", "wrong"), ("eve", PASSWORD), ("", "")])
def test_a_wrong_log_in_says_so_and_keeps_the_name(ada, name, password):
    page = ada.logs_in(password, name=name or " ")
    assert page.status == 403
    assert "do not fit together" in page.text
    assert page.parsed.css_first("[name=password]").attributes["value"] in ("", None)
    assert ada.gets("/desk/").status == 303


def test_a_name_and_a_page_asked_for_come_back_as_text(ada):
    page = ada.logs_in("wrong", name='"><x-evil>', next="'><x-evil>")
    assert page.parsed.css_first("x-evil") is None
    assert page.parsed.css_first("[name=name]").attributes["value"] == '"><x-evil>'


def test_after_too_many_tries_even_the_right_password_has_to_wait(app, ada):
    app.extensions["garden"].limits.take("login", "127.0.0.1", 10**6, NOW)
    for _ in range(20):
        ada.logs_in("wrong")
    page = ada.logs_in()
    assert page.status == 429
    assert int(page.response.headers["Retry-After"]) > 0
    assert "Please try again in 60 minutes" in page.text


def test_who_is_logged_in_is_not_asked_again(owner):
    assert owner.gets("/desk/log-in").response.headers["Location"] == "/desk/"


def test_logging_out_ends_the_session_for_whoever_holds_the_cookie(app, owner):
    stolen = Person(app)
    cookie = owner.client.get_cookie("ig_desk", path="/desk")
    stolen.client.set_cookie("ig_desk", cookie.value, path="/desk")
    assert stolen.gets("/desk/").status == 200
    owner.presses(owner.gets("/desk/"), "Log out ada")
    assert stolen.gets("/desk/").status == 303
    assert owner.gets("/desk/").status == 303


def test_a_session_ends_after_its_time(owner, clock):
    clock.turn(days=7)
    assert owner.gets("/desk/").status == 303


def test_the_first_account_is_made_with_the_link_that_serve_printed(app, store):
    code, somebody = people.welcome(store, NOW), Person(app)
    asked = somebody.presses(somebody.gets("/desk/welcome"), "Go on", code=code)
    page = somebody.presses(
        asked, "Keep it and log in", name="Ada", password=PASSWORD, again=PASSWORD
    )
    assert "Log out ada" in page.text
    assert reads.account(store, "ada").role is Role.OWNER


def test_a_link_is_spent_neither_by_looking_nor_by_its_code_alone(app, store):
    code, somebody = people.welcome(store, NOW), Person(app)
    somebody.gets(f"/desk/welcome?code={code}")
    for _ in range(2):
        asked = somebody.presses(somebody.gets("/desk/welcome"), "Go on", code=code)
        assert asked.status == 200
    assert reads.accounts(store) == []


def test_whoever_was_invited_keeps_the_name_and_role_that_were_given(app, owner, store):
    code, ben = people.add(store, "ben", Role.MODERATOR, NOW), Person(app)
    asked = ben.presses(ben.gets("/desk/welcome"), "Go on", code=code)
    ben.presses(asked, "Keep it and log in", password=PASSWORD, again=PASSWORD, name="root")
    assert reads.account(store, "ben").role is Role.MODERATOR
    assert reads.account(store, "root") is None


@pytest.mark.parametrize("code", ["", "wrong", "x" * 5000, "\0", "'; drop table links"])
def test_a_wrong_code_is_said_to_be_so(anybody, code):
    page = anybody.presses(anybody.gets("/desk/welcome"), "Go on", code=code)
    assert page.status == 403
    assert "one-time link has been used" in page.text


def test_codes_can_not_be_tried_out(anybody):
    asked = anybody.gets("/desk/welcome")
    answers = [anybody.presses(asked, "Go on", code=f"wrong{n}").status for n in range(21)]
    assert answers == [403] * 20 + [429]


@pytest.mark.parametrize(
    ("fills", "wrong"),
    [
        ({"password": "short", "again": "short"}, "password"),
        ({"password": PASSWORD, "again": "other"}, "again"),
        ({"password": PASSWORD, "again": PASSWORD, "name": "author"}, "name"),
    ],
)
def test_what_is_wrong_with_a_new_account_stands_at_its_field(app, store, fills, wrong):
    code, somebody = people.welcome(store, NOW), Person(app)
    asked = somebody.presses(somebody.gets("/desk/welcome"), "Go on", code=code)
    page = somebody.presses(asked, "Keep it and log in", **{"name": "Ada", **fills})
    assert page.status == 422
    assert page.parsed.css_first(f"#{wrong}").attributes["aria-invalid"] == "true"
    assert page.parsed.css_first(f"#{wrong}-error").text()
    assert people.link_of(store, code, NOW)


def test_a_new_password_takes_the_place_of_the_old_one(app, owner):
    elsewhere = Person(app, "ada")
    elsewhere.logs_in()
    page = owner.presses(
        owner.gets("/desk/password"), "Change the password", old=PASSWORD, password=NEW, again=NEW
    )
    assert "Log out ada" in page.text
    assert elsewhere.gets("/desk/").status == 303
    assert Person(app, "ada").logs_in().status == 403
    assert Person(app, "ada").logs_in(NEW).status == 303


def test_a_new_password_needs_the_old_one(owner):
    page = owner.presses(
        owner.gets("/desk/password"), "Change the password", old="wrong", password=NEW, again=NEW
    )
    assert page.status == 422
    assert "not your present password" in page.parsed.css_first("#old-error").text()


def test_who_is_removed_is_out_with_the_next_click(app, owner, store):
    ben = let_in(app, "ben", Role.MODERATOR)
    people.remove(store, "ben")
    assert ben.gets("/desk/").status == 303
