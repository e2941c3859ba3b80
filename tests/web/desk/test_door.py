import re

import pytest
from flask import Blueprint

from collector.web.desk.door import Access, Door
from tests.standing.matrix import MATRIX
from tests.web.desk.staff import Person

ANYONE, DESK, OWNER = "anyone", "desk", "owner"

MAY = {
    route: OWNER if who == {"owner"} else ANYONE if "anonymous" in who or not who else DESK
    for route, who in MATRIX.items()
    if " /desk/" in route
}
"""Who may do what at the desk, from the one table of all permissions."""

FILLED = {
    "<slug>": "bread",
    "<state>": "waiting",
    "<suffix>": "csv",
    "<table>": "ideas",
    "<way>": "server",
    "<piece>": "csv",
}


def addresses(app):
    """Every address of the desk, from the map that answers requests."""
    for rule in app.url_map.iter_rules():
        if rule.endpoint.startswith("desk."):
            path = re.sub(r"<any\(.*?\):", "<", rule.rule)
            yield from ((method, path) for method in rule.methods - {"HEAD", "OPTIONS"})


def asks(person, method, path, ref, token):
    for name, value in {**FILLED, "<ref>": ref}.items():
        path = path.replace(name, value)
    if method == "GET":
        return person.gets(path)
    return person.posts(path, {"_csrf": token})


def is_for_owners_only(answer):
    return answer.status == 403 and "Only owners" in answer.text


def test_every_address_says_who_may_come(app):
    assert {f"{method} {path}" for method, path in addresses(app)} == set(MAY)


def test_nobody_comes_further_than_the_log_in(app, rye):
    for method, path in addresses(app):
        if MAY[f"{method} {path}"] != ANYONE:
            answer = asks(Person(app), method, path, rye.ref, "")
            assert answer.status == 303, (method, path)
            assert answer.response.headers["Location"].startswith("/desk/log-in")


def test_a_moderator_comes_everywhere_but_where_owners_alone_may(app, moderator, rye):
    for method, path in addresses(app):
        if path == "/desk/log-out":
            continue
        answer = asks(moderator, method, path, rye.ref, moderator.token())
        assert answer.status < 500
        assert is_for_owners_only(answer) == (MAY[f"{method} {path}"] == OWNER), (method, path)


def test_an_owner_comes_everywhere(app, owner, rye):
    for method, path in addresses(app):
        if path == "/desk/log-out":
            continue
        answer = asks(owner, method, path, rye.ref, owner.token())
        assert answer.status < 500
        assert not is_for_owners_only(answer), (method, path)


def test_an_address_without_a_declaration_is_refused_to_owners_too(app, owner):
    odd = Blueprint("odd", __name__, url_prefix="/desk")
    odd.before_request(Door({"odd.known": Access.DESK}).let_in)
    odd.add_url_rule("/odd", "odd", lambda: "hello")
    odd.add_url_rule("/known", "known", lambda: "hello")
    app._got_first_request = False
    app.register_blueprint(odd)
    assert owner.gets("/desk/known").html == "hello"
    assert owner.gets("/desk/odd").status == 403


def test_every_post_needs_the_session_s_own_token(app, owner, moderator, rye):
    for method, path in addresses(app):
        if method == "POST":
            for token in ("", "wrong", moderator.token()):
                answer = asks(owner, method, path, rye.ref, token)
                assert answer.status == 403, (path, token)
                assert "open for too long" in answer.text
    assert owner.gets("/desk/").status == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
def test_a_post_from_another_site_is_refused_though_its_token_is_right(owner, rye, origin):
    fields = {"_csrf": owner.token(), "do": f"approve:{rye.ref}"}
    answer = owner.posts("/desk/decide", fields, Origin=origin)
    assert answer.status == 403


def test_a_post_before_the_log_in_needs_the_token_of_the_same_browser(app, owner):
    stranger = Person(app, "ada")
    token = Person(app).token("/desk/log-in")
    fields = {"name": "ada", "password": "flour, water, salt and time", "_csrf": token}
    assert stranger.posts("/desk/log-in", fields).status == 403
    stranger.gets("/desk/log-in")
    assert stranger.posts("/desk/log-in", fields).status == 403
    assert stranger.posts("/desk/log-in", {**fields, "_csrf": ""}).status == 403


def test_no_page_of_the_desk_is_kept_by_anybody_or_found_by_a_search(app, owner, rye):
    for method, path in addresses(app):
        answer = asks(owner, method, path, rye.ref, "")
        assert answer.response.headers["Cache-Control"] == "no-store"
        assert answer.response.headers["X-Robots-Tag"] == "noindex"


def test_the_cookie_is_for_the_desk_alone_and_for_no_script(app, owner):
    answer = Person(app, "ada").logs_in()
    cookie = answer.response.headers["Set-Cookie"]
    assert cookie.startswith("ig_desk=")
    assert {"HttpOnly", "Path=/desk", "SameSite=Lax"} <= set(cookie.split("; "))


def test_over_tls_the_cookie_travels_over_tls_only(app, owner):
    client = app.test_client()
    answer = client.get("/desk/log-in", base_url="https://localhost")
    assert "; Secure" in answer.headers["Set-Cookie"]


@pytest.mark.parametrize("role", [None, "moderator", "owner"])
def test_there_is_nothing_behind_other_addresses(request, app, role):
    person = request.getfixturevalue(role) if role else Person(app)
    for path in (
        "/desk/users",
        "/desk/entries/",
        "/desk/challenges/bread/hidden/",
        "/desk/../desk/x",
    ):
        assert person.gets(path).status == 404
