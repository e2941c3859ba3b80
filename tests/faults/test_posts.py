"""Whatever is posted to a served garden is kept once and whole, or refused in plain words."""

import http.client
import json
import socket
from collections.abc import Iterator
from contextlib import closing
from urllib.parse import urlencode

import pytest

from tests.faults.crowd import BRIEF, SETTINGS, Answer, Talk, titles_kept
from tests.gardens import lay_out
from tests.html import Page, fields_of
from tests.served import Served, serving

FORM = "application/x-www-form-urlencoded"
PLACE = "/collect/bread/idea"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    lay_out(folder, {"bread": BRIEF}, SETTINGS)
    with serving(folder) as server:
        yield server
        assert "Traceback" not in server.printed


@pytest.fixture
def talk(served: Served) -> Iterator[Talk]:
    """Nothing is kept but what the test says is."""
    before = titles_kept(served.folder)
    yield Talk(served)
    assert titles_kept(served.folder) == before
    assert Talk(served).get("/challenges/bread/")[0] == 200


def posts(talk: Talk, body: bytes | str, kind: str = FORM, **headers: str) -> Answer:
    return talk.ask("POST", PLACE, body, Content_Type=kind, **headers)


def confirmation(talk: Talk, title: str) -> list[tuple[str, str]]:
    """The fields of the page that asks whether it is right."""
    status, _, html = posts(talk, urlencode({"_form": talk.token()["form"], "title": title}))
    assert status == 200
    return fields_of(Page(status, PLACE, html).form(PLACE))


def plain(answer: Answer, *expected: int) -> None:
    status, _, html = answer
    assert status in expected, html
    assert "Traceback" not in html
    assert "collector" not in Page(status, PLACE, html).text.lower().replace("collector's", "")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"title=",
        b"&&&===",
        b"title=a&title=b",
        b"title=Rye&role=baker",
        b"title=Rye&_form=0000",
        b"title=%FF%FE",
        b"title=\xff\xfe",
        b"title=a%00b",
        b"title=" + b"x" * 100_000,
        b"&".join(b"title=%d" % n for n in range(5000)),
        b"_form=" + b"0" * 64 + b"&title=" + "Rye\u202e".encode(),
    ],
    ids=lambda body: body[:24].decode("latin-1") or "nothing",
)
def test_a_form_of_any_fault_is_answered_with_a_page(talk: Talk, body: bytes) -> None:
    answer = posts(talk, body)
    plain(answer, 200, 400, 409, 413, 422)
    assert "<h1" in answer[2]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"text"',
        b'{"answers": []}',
        b'{"answers": {"title": {"a": 1}}}',
        b'{"answers": {"title": [1, null]}}',
        b'{"_token": 3, "_form": [], "answers": {"title": "Rye"}}',
        b'{"answers": {"title": "\xff"}}',
        b'{"answers": {"title": "\\ud800"}}',
        b"[" * 100_000,
        b'{"answers": {"title": ' + b"9" * 5000 + b"}}",
    ],
    ids=lambda body: body[:32].decode("latin-1") or "nothing",
)
def test_a_scripts_post_of_any_fault_is_answered_in_json(talk: Talk, body: bytes) -> None:
    status, headers, told = posts(talk, body, "application/json")
    assert status in (400, 403, 413, 422), told
    assert headers["content-type"] == "application/json"
    assert json.loads(told)["error"]["message"]


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "", "multipart/form-data"])
def test_any_other_kind_of_post_is_refused(talk: Talk, kind: str) -> None:
    plain(posts(talk, b"title=Rye", kind), 400, 415, 422)


def test_more_than_a_post_holds_is_refused_before_it_is_read(talk: Talk) -> None:
    plain(posts(talk, b"title=" + b"x" * 2_000_000), 413)


@pytest.mark.parametrize("length", ["-1", "many", "99999999999999999999"])
def test_a_length_that_is_none_ends_the_connection_and_nothing_else(
    talk: Talk, length: str
) -> None:
    host, port = talk.place.split(":")
    with closing(socket.create_connection((host, int(port)), timeout=10)) as wire:
        head = f"POST {PLACE} HTTP/1.1\r\nHost: {talk.place}\r\nContent-Type: {FORM}\r\n"
        wire.sendall(f"{head}Content-Length: {length}\r\nConnection: close\r\n\r\nx=1".encode())
        wire.shutdown(socket.SHUT_WR)
        answer = wire.recv(100)
    assert answer == b"" or answer.split()[1][:1] == b"4"


def test_half_a_post_keeps_nothing(talk: Talk) -> None:
    host, port = talk.place.split(":")
    body = urlencode(confirmation(talk, "Cut off")).encode()
    with closing(socket.create_connection((host, int(port)), timeout=10)) as wire:
        head = f"POST {PLACE} HTTP/1.1\r\nHost: {talk.place}\r\nContent-Type: {FORM}\r\n"
        wire.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body[:-3])


def test_another_sites_second_step_is_refused(talk: Talk) -> None:
    fields = confirmation(talk, "From elsewhere")
    for origin in ("https://evil.example", "null"):
        plain(posts(talk, urlencode(fields), Origin=origin), 403)


@pytest.mark.parametrize("change", ["_token", "title"])
def test_a_token_for_something_else_is_asked_again(talk: Talk, change: str) -> None:
    fields = dict(confirmation(talk, "Rye"))
    fields[change] = fields[change] + "x"
    status, _, html = posts(talk, urlencode(fields))
    assert status == 403
    assert "Yes, send it" in html
    assert "Rye" in html


def test_an_unknown_form_hash_shows_the_form_again_with_what_was_typed(talk: Talk) -> None:
    status, _, html = posts(talk, urlencode({"_form": "0" * 64, "title": "Rye & walnut"}))
    assert status in (200, 409, 422)
    assert "Rye &amp; walnut" in html


@pytest.mark.parametrize(
    "path",
    [
        "/collect/none/idea",
        "/collect/bread/none",
        "/collect/-/idea",
        "/collect/%00/idea",
        "/collect/%FF/idea",
        "/collect/..%2f..%2fvar/idea",
        "/collect/" + "x" * 5000 + "/idea",
    ],
)
def test_an_address_of_nothing_takes_no_post(talk: Talk, path: str) -> None:
    assert talk.ask("POST", path, b"title=Rye", Content_Type=FORM)[0] == 404


@pytest.mark.parametrize("path", ["/%FF", "/%00", "/..%2f..%2fvar/secret.key", "/" + "x" * 5000])
def test_an_address_of_nothing_is_no_page(talk: Talk, path: str) -> None:
    assert talk.get(path)[0] == 404


def test_the_same_token_sent_by_sixteen_at_once_is_one_entry(served: Served) -> None:
    talk = Talk(served)
    fields = urlencode(confirmation(talk, "Sent sixteen times")).encode()
    wires = [http.client.HTTPConnection(talk.place, timeout=30) for _ in range(16)]
    for each in wires:
        each.request("POST", PLACE, fields, {"Content-Type": FORM})
    assert {each.getresponse().status for each in wires} == {303}
    for each in wires:
        each.close()
    assert titles_kept(served.folder).count("Sent sixteen times") == 1
