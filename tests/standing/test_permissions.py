"""Who may come where: every address of the application, for everybody. A new route needs a line.

Four people ask: somebody without an account, somebody who holds a receipt, a moderator and an
owner. Whoever holds a receipt may do nothing more than anybody else but show its code.
"""

from collections.abc import Iterator

import pytest
from flask import Flask

from collector.entries import Role
from collector.web import create_app
from tests.web.desk.staff import HOME, Person, let_in
from tests.web.gardens import NOW, plant
from tests.web.visitor import Clock, Visitor

ANYBODY = {"anonymous", "receipt", "moderator", "owner"}
DESK = {"moderator", "owner"}
OWNER = {"owner"}

MATRIX = {
    "GET /collect/<challenge>/<form>": ANYBODY,
    "POST /collect/<challenge>/<form>": ANYBODY,
    "GET /collect/-/token/<challenge>/<form>": ANYBODY,
    "POST /collect/-/files/<challenge>/<form>": set(),
    "GET /collect/-/thanks/<ticket>": ANYBODY,
    "GET /collect/-/receipt": ANYBODY,
    "POST /collect/-/receipt": {"receipt"},
    "GET /collect/-/results/<challenge>/<form>.json": set(),
    "GET /collect/-/published/<challenge>.json": ANYBODY,
    "GET /collect/-/health": ANYBODY,
    "GET /desk/log-in": ANYBODY,
    "POST /desk/log-in": set(),
    "GET /desk/welcome": ANYBODY,
    "POST /desk/welcome": set(),
    "GET /desk/": DESK,
    "POST /desk/decide": DESK,
    "POST /desk/undo": DESK,
    "GET /desk/entries/<ref>": DESK,
    "POST /desk/entries/<ref>/reply": DESK,
    "POST /desk/entries/<ref>/unreply": DESK,
    "POST /desk/entries/<ref>/erase": OWNER,
    "GET /desk/files/<ref>": DESK,
    "GET /desk/challenges/": DESK,
    "GET /desk/challenges/<slug>/": DESK,
    "GET /desk/challenges/<slug>/<state>/": DESK,
    "GET /desk/challenges/<slug>/poster": DESK,
    "GET /desk/challenges/<slug>/slips": DESK,
    "GET /desk/challenges/<slug>/download.<suffix>": OWNER,
    "POST /desk/challenges/<slug>/close": OWNER,
    "GET /desk/accounts/": OWNER,
    "POST /desk/accounts/add": OWNER,
    "POST /desk/accounts/reset": OWNER,
    "POST /desk/accounts/remove": OWNER,
    "GET /desk/password": DESK,
    "POST /desk/password": DESK,
    "POST /desk/log-out": DESK,
}
"""Who gets past the door. Nobody types a password or a one-time link here, and an open
poll's result is told to none but those who answered. Files are staged with a token only."""

VALUES = {
    "challenge": "bread",
    "slug": "bread",
    "form": "hours",
    "ticket": "x",
    "state": "waiting",
    "suffix": "csv",
    "ref": "nothing-of-this-name",
}
REFUSED = {401, 403}


def routes(app: Flask) -> set[str]:
    found = set()
    for rule in app.url_map.iter_rules():
        plain = rule.rule
        for argument in rule.arguments:
            start = plain.index("<", 0)
            while not plain[start : plain.index(">", start)].endswith(argument):
                start = plain.index("<", start + 1)
            plain = plain[:start] + f"<{argument}>" + plain[plain.index(">", start) + 1 :]
        found |= {f"{method} {plain}" for method in rule.methods - {"HEAD", "OPTIONS"}}
    return found


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    app = create_app(plant(tmp_path_factory.mktemp("permissions") / "garden"), clock=Clock(NOW))
    yield app
    app.extensions["garden"].store.close()


@pytest.fixture(scope="module")
def actors(app: Flask) -> dict[str, Person]:
    holder = Person(app)
    idea = {"title": "Rye", "text": "Dark", "role": "staff"}
    holder.code = Visitor(app, Clock(NOW)).sends(idea)  # type: ignore[attr-defined]
    return {
        "anonymous": Person(app),
        "receipt": holder,
        "owner": let_in(app, "ada", Role.OWNER),
        "moderator": let_in(app, "ben", Role.MODERATOR),
    }


def test_every_route_has_a_line_and_every_line_a_route(app: Flask) -> None:
    assert routes(app) == set(MATRIX)


@pytest.mark.parametrize("route", sorted(set(MATRIX) - {"POST /desk/log-out"}))
@pytest.mark.parametrize("who", sorted(ANYBODY))
def test_nobody_gets_further_than_they_may(actors: dict[str, Person], who: str, route: str) -> None:
    assert gets_in(actors[who], route) == (who in MATRIX[route])


@pytest.mark.parametrize("who", ["anonymous", "receipt"])
def test_nobody_logs_out_who_is_not_in(actors: dict[str, Person], who: str) -> None:
    assert not gets_in(actors[who], "POST /desk/log-out")


@pytest.mark.parametrize("route", sorted(each for each in MATRIX if each.startswith("POST /desk")))
def test_a_post_to_the_desk_without_its_token_is_refused(
    actors: dict[str, Person], route: str
) -> None:
    address = concrete(route)
    answer = actors["owner"].client.post(address, data={}, headers={"Origin": HOME})
    assert answer.status_code == 403


@pytest.mark.parametrize("route", sorted(each for each in MATRIX if each.startswith("POST /desk")))
def test_a_post_to_the_desk_from_another_site_is_refused(
    actors: dict[str, Person], route: str
) -> None:
    owner = actors["owner"]
    token = csrf(owner)
    answer = owner.client.post(
        concrete(route), data={"_csrf": token}, headers={"Origin": "https://evil.example"}
    )
    assert answer.status_code == 403


def concrete(route: str) -> str:
    address = route.split(" ", 1)[1]
    for name, value in VALUES.items():
        address = address.replace(f"<{name}>", value)
    return address


def csrf(person: Person) -> str:
    """The token that the desk's forms carry for this person, logged in or not."""
    page = person.gets("/desk/password" if person.name else "/desk/log-in")
    return page.parsed.css_first("input[name=_csrf]").attributes["value"] or ""


def gets_in(person: Person, route: str) -> bool:
    """Past the door: what waits behind it may still be nothing of that name."""
    address = concrete(route)
    if route.startswith("GET"):
        answer = person.client.get(address, buffered=True)
    else:
        code = getattr(person, "code", "not a code")
        data = {"_csrf": csrf(person)} if "/desk" in address else {"code": code, "when": "early"}
        answer = person.posts(address, data).response
        if address == "/collect/-/receipt":
            return answer.status_code == 200
    to_log_in = answer.status_code == 303 and "/desk/log-in" in answer.location
    return answer.status_code not in REFUSED and not to_log_in
