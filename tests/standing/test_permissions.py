"""Who may come where: every address of the application, for everybody (`matrix.py`).

Six kinds of people ask: somebody without an account, somebody who holds a receipt, and the four
roles of the desk. Whoever holds a receipt may do nothing more than anybody else but show its code.
Each role asks as one of the whole garden, as one of the challenge `bread`, and as one of another.
"""

from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from collector.acts import desk
from collector.entries import Role
from collector.moderation import Move
from collector.store import reads
from collector.web import create_app
from tests.standing.matrix import ANYBODY, ELSEWHERE, MATRIX
from tests.web.desk.staff import HOME, Person, let_in
from tests.web.gardens import NOW, plant
from tests.web.visitor import Clock, Visitor

VALUES = {
    "challenge": "bread",
    "slug": "bread",
    "form": "hours",
    "kind": "comment",
    "ticket": "x",
    "code": "x",
    "key": "x",
    "state": "waiting",
    "way": "server",
    "name": "2026-Q4",
    "table": "ideas",
    "suffix": "csv",
    "sealed": "no-seal",
    "ref": "nothing-of-this-name",
    "below": "ideas/",
    "piece": "cards",
    "workshop": "nothing-of-this-name",
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
        "viewer": let_in(app, "cem", Role.VIEWER),
        "juror": let_in(app, "dora", Role.JUROR),
    }


@pytest.fixture(scope="module")
def within(app: Flask, actors: dict[str, Person]) -> dict[str, Person]:
    """One of each role in the challenge `bread` alone."""
    return {role: let_in(app, f"in {role}", role, "bread") for role in Role}


@pytest.fixture(scope="module")
def strangers(app: Flask, actors: dict[str, Person]) -> dict[str, Person]:
    """One of each role in another challenge alone."""
    return {role: let_in(app, f"out {role}", role, "packaging") for role in Role}


@pytest.fixture(scope="module")
def rye(app: Flask, actors: dict[str, Person]) -> str:
    """An approved idea of the challenge `bread`."""
    context = app.extensions["garden"]
    [idea] = reads.ideas(context.store, "bread")
    desk.decide(context.store, Move.APPROVE, [idea.ref], "ada", NOW)
    return idea.ref


ROUTES = sorted(set(MATRIX) - {"POST /desk/log-out"})
AT_DESK = [each for each in ROUTES if " /desk/" in each and MATRIX[each] not in (ANYBODY, set())]
ABOUT = [each for each in AT_DESK if "<slug>" in each or "<ref>" in each]


def test_every_route_has_a_line_and_every_line_a_route(app: Flask) -> None:
    assert routes(app) == set(MATRIX)


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("who", sorted(ANYBODY))
def test_nobody_gets_further_than_they_may(actors: dict[str, Person], who: str, route: str) -> None:
    assert gets_in(actors[who], route) == (who in MATRIX[route])


@pytest.mark.parametrize("route", ABOUT)
@pytest.mark.parametrize("role", Role)
def test_a_role_in_one_challenge_does_there_what_it_does_in_the_garden(
    within: dict[str, Person], role: Role, route: str, rye: str
) -> None:
    if route not in ("GET /desk/files/<ref>", "POST /desk/entries/<ref>/erase"):
        assert gets_in(within[role], route, rye) == (role in MATRIX[route])


@pytest.mark.parametrize("route", ABOUT)
@pytest.mark.parametrize("role", Role)
def test_what_belongs_to_another_challenge_is_not_there(
    strangers: dict[str, Person], role: Role, route: str, rye: str
) -> None:
    assert answer_to(strangers[role], route, rye).status_code == 404


@pytest.mark.parametrize("route", sorted(set(AT_DESK) - set(ABOUT)))
@pytest.mark.parametrize("role", Role)
def test_rights_in_one_challenge_open_nothing_about_all_of_them(
    within: dict[str, Person], role: Role, route: str
) -> None:
    assert gets_in(within[role], route) == (role in ELSEWHERE.get(route, ()))


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


def concrete(route: str, ref: str = VALUES["ref"]) -> str:
    address = route.split(" ", 1)[1]
    for name, value in {**VALUES, "ref": ref}.items():
        address = address.replace(f"<{name}>", value)
    return address


def csrf(person: Person) -> str:
    """The token that the desk's forms carry for this person, logged in or not."""
    page = person.gets("/desk/password" if person.name else "/desk/log-in")
    return page.parsed.css_first("input[name=_csrf]").attributes["value"] or ""


def answer_to(person: Person, route: str, ref: str = VALUES["ref"]) -> TestResponse:
    address = concrete(route, ref)
    if route.startswith("GET"):
        return person.client.get(address, buffered=True)
    code = getattr(person, "code", "not a code")
    data = {"_csrf": csrf(person)} if "/desk" in address else {"code": code, "when": "early"}
    return person.posts(address, data).response


def gets_in(person: Person, route: str, ref: str = VALUES["ref"]) -> bool:
    """Past the door: what waits behind it may still be nothing of that name."""
    answer = answer_to(person, route, ref)
    if route == "POST /collect/-/receipt":
        return answer.status_code == 200
    to_log_in = answer.status_code == 303 and "/desk/log-in" in answer.location
    return answer.status_code not in REFUSED and not to_log_in
