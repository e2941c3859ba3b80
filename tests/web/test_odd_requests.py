"""Whatever arrives is answered, and never with a fault of our own."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as some

from collector.garden import Garden
from collector.web import create_app
from tests.web.gardens import copy
from tests.web.visitor import FORM, Clock, Visitor

IDEA = {"title": "Walnut loaf", "text": "With honey.", "role": "customer"}

PATHS = (
    "/collect/bread/idea",
    "/collect/-/receipt",
    "/collect/-/token/bread/idea",
    "/collect/-/results/bread/hours.json",
    "/collect/-/published/bread.json",
    "/collect/-/health",
    "/challenges/bread/",
)
WORDS = some.text(some.characters(codec="utf-8", exclude_characters="\r\n\0"), max_size=60)


@pytest.fixture(scope="module")
def visitor(planted: Garden, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    clock = Clock()
    app = create_app(copy(planted, tmp_path_factory.mktemp("odd") / "garden"), clock=clock)
    yield Visitor(app, clock)
    app.extensions["garden"].store.close()


@given(path=some.sampled_from(PATHS), query=some.dictionaries(WORDS, WORDS, max_size=4))
def test_odd_queries(visitor: Visitor, path: str, query: dict[str, str]) -> None:
    assert visitor.client.get(path, query_string=query, buffered=True).status_code < 500


@given(
    path=some.sampled_from(PATHS),
    name=some.sampled_from(
        ["Accept", "Accept-Encoding", "Origin", "Host", "Cookie", "If-None-Match", "Range"]
    ),
    value=some.text(some.characters(min_codepoint=32, max_codepoint=255), max_size=60),
)
def test_odd_headers(visitor: Visitor, path: str, name: str, value: str) -> None:
    assert visitor.client.get(path, headers={name: value}, buffered=True).status_code < 500


@given(fields=some.lists(some.tuples(WORDS, WORDS), max_size=6))
def test_odd_fields(visitor: Visitor, fields: list[tuple[str, str]]) -> None:
    known = [("_form", visitor.form_hash()), *IDEA.items()]
    assert visitor.posts("/collect/bread/idea", [*known, *fields]).status < 500


@given(
    name=some.sampled_from(
        ["_form", "_token", "_sid", "_terms", "_website", "_again", "_change", "_lang", "_"]
    ),
    text=some.text(some.characters(codec="utf-8"), max_size=60),
)
def test_odd_fields_of_our_own(visitor: Visitor, name: str, text: str) -> None:
    known = {"_form": visitor.form_hash(), **IDEA}
    assert visitor.posts("/collect/bread/idea", known | {name: text}).status < 500


@given(body=some.binary(max_size=200), kind=some.sampled_from([FORM, "application/json"]))
def test_odd_bodies(visitor: Visitor, body: bytes, kind: str) -> None:
    for path in ("/collect/bread/idea", "/collect/-/receipt"):
        assert visitor.client.post(path, data=body, content_type=kind).status_code < 500


@given(
    answers=some.dictionaries(
        some.sampled_from(["title", "text", "role", "email", "other"]),
        some.recursive(
            some.none() | some.booleans() | some.floats() | some.text(max_size=20),
            lambda inner: (
                some.lists(inner, max_size=3)
                | some.dictionaries(some.text(max_size=5), inner, max_size=3)
            ),
            max_leaves=5,
        ),
        max_size=5,
    )
)
def test_odd_answers(visitor: Visitor, answers: dict[str, object]) -> None:
    token = visitor.client.get("/collect/-/token/bread/idea").json
    body = {"_token": token["token"], "_form": token["form"], "answers": answers}
    assert visitor.client.post("/collect/bread/idea", json=body).status_code < 500


@given(path=some.text(some.characters(codec="utf-8", exclude_characters="?#"), max_size=40))
def test_odd_addresses(visitor: Visitor, path: str) -> None:
    for begin in ("/", "/collect/", "/collect/-/thanks/", "/collect/-/published/"):
        environ = {"PATH_INFO": (begin + path).encode().decode("latin-1")}
        answer = visitor.client.get("/", environ_overrides=environ, buffered=True)
        assert answer.status_code < 500
