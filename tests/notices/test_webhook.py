"""A webhook is called at the very address that was looked at, once, shortly, and signed."""

import base64
import hashlib
import hmac
import json
import socket
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.entries import Event, Notice
from collector.errors import Bounced, Undelivered
from collector.garden import EVENTS
from collector.notices import webhook
from collector.notices.message import Message
from collector.notices.payload import KINDS, payload, slack_text
from collector.notices.resolve import resolve
from tests.notices.post_office import open_channel
from tests.standing.corpus import CORPUS

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
KEY = "whsec_" + base64.b64encode(b"flour, water, salt and time").decode()
BODY = b'{"a": 1}'
NOTICE = Notice(
    ref="k3d9", event=Event.APPROVED, about="idea", challenge="bread", at=NOW, due=NOW, to="hook:x"
)


def posts(url: str, **options: object) -> None:
    webhook.post(url, BODY, webhook.headers(KEY, "k3d9", NOW, BODY), **options)  # type: ignore[arg-type]


def test_it_is_signed_as_standard_webhooks_says() -> None:
    with open_channel() as channel:
        posts(channel.url, inside=True)
    ((told, body),) = channel.posts
    signed = f"{told['webhook-id']}.{told['webhook-timestamp']}.".encode() + body
    key = base64.b64decode(KEY.removeprefix("whsec_"))
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert told["webhook-signature"] == f"v1,{expected}"
    assert told["webhook-id"] == told["idempotency-key"] == "k3d9"
    assert int(told["webhook-timestamp"]) == NOW.timestamp()


def test_the_known_example_of_the_standard_is_signed_alike() -> None:
    """From the reference libraries' own test vector."""
    key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    body = b'{"test": 2432232314}'
    signature = webhook.sign(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body)
    assert signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_without_a_key_nothing_is_signed() -> None:
    assert "webhook-signature" not in webhook.headers("", "k3d9", NOW, BODY)


@pytest.mark.parametrize("status", [200, 201, 202, 204])
def test_whatever_says_yes_has_it(status: int) -> None:
    with open_channel(status=status) as channel:
        posts(channel.url, inside=True)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_nobody_is_followed_elsewhere(status: int) -> None:
    with open_channel() as other, open_channel(status=status) as channel:
        channel.headers["Location"] = other.url
        with pytest.raises(Bounced, match="notice-redirected"):
            posts(channel.url, inside=True)
    assert other.posts == []


@pytest.mark.parametrize(
    ("status", "kind"), [(404, Bounced), (410, Bounced), (429, Undelivered), (503, Undelivered)]
)
def test_what_says_no_is_tried_again_where_that_may_help(
    status: int, kind: type[Exception]
) -> None:
    with open_channel(status=status) as channel, pytest.raises(kind):
        posts(channel.url, inside=True)


def test_one_that_hangs_is_left() -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        began = time.monotonic()
        url = f"http://127.0.0.1:{deaf.getsockname()[1]}/"
        with pytest.raises(Undelivered, match="notice-no-answer"):
            posts(url, inside=True, longest=0.5)
        assert time.monotonic() - began < 3


def test_one_that_speaks_a_letter_at_a_time_is_left() -> None:
    with open_channel(dribbles=True) as channel:
        began = time.monotonic()
        with pytest.raises(Undelivered, match="notice-no-answer"):
            posts(channel.url, inside=True, longest=0.5)
        assert time.monotonic() - began < 3


def test_of_a_long_answer_only_the_beginning_is_read() -> None:
    more = {"Content-Length": "5000000"}  # which never comes
    with open_channel(status=200, headers=more, body=b"x" * webhook.MOST_READ) as channel:
        posts(channel.url, inside=True)


def test_a_certificate_has_to_be_for_the_name(tmp_path: Path) -> None:
    told = pytest.raises(Undelivered, match="notice-certificate")
    with open_channel(tmp_path) as channel, told:
        posts(channel.url, inside=True)
    assert channel.posts == []


def test_the_name_is_asked_of_the_certificate_though_the_address_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_channel(tmp_path) as channel:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
        posts(channel.url, inside=True)
        other = channel.url.replace("localhost", "127.0.0.1")
        with pytest.raises(Undelivered, match="notice-certificate"):
            posts(other, inside=True)
    assert len(channel.posts) == 1


INSIDE = [
    "127.0.0.1", "127.1", "0x7f000001", "2130706433", "0177.0.0.1", "0", "0.0.0.0", "10.0.0.1",
    "172.16.5.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.0.8", "192.0.2.1",
    "198.18.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "::ffff:127.0.0.1",
    "::ffff:10.0.0.1", "fe80::1", "fc00::1", "fd12::1", "64:ff9b::7f00:1", "64:ff9b::a00:1",
    "2002:7f00:1::", "ff02::1", "2001:db8::1", "localhost",
]  # fmt: skip


@pytest.mark.parametrize("host", INSIDE)
def test_what_lies_inside_is_not_called(host: str) -> None:
    written = f"[{host}]" if ":" in host else host
    with pytest.raises((Bounced, Undelivered)) as told:
        posts(f"https://{written}/")
    assert told.value.reason in {"notice-inside", "notice-no-host"}
    assert told.value.reason == "notice-inside" or host in {"2001:db8::1", "255.255.255.255"}


def looked_up(*addresses: str):
    def getaddrinfo(_host: str, port: int, **_options: object) -> list[object]:
        return [(0, 0, 0, "", (each, port)) for each in addresses]

    return getaddrinfo


@pytest.mark.parametrize(
    "addresses", [("127.0.0.1",), ("9.9.9.9", "10.0.0.1"), ("2620:fe::fe", "::1")]
)
def test_a_name_that_points_inside_is_not_called(
    monkeypatch: pytest.MonkeyPatch, addresses: tuple[str, ...]
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", looked_up(*addresses))
    with pytest.raises(Bounced, match="notice-inside"):
        posts("https://innocent.example/")


def test_a_name_is_looked_up_once_and_that_address_is_called(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """So whoever answers for the name can't send us elsewhere the second time."""
    asked, called = [], []

    def getaddrinfo(host: str, port: int, **_options: object) -> list[object]:
        asked.append(host)
        return looked_up("9.9.9.9" if len(asked) == 1 else "127.0.0.1")(host, port)

    def create_connection(address: tuple[str, int], _timeout: float) -> socket.socket:
        called.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    monkeypatch.setattr(socket, "create_connection", create_connection)
    with pytest.raises(Undelivered):
        posts("https://rebinding.example/")
    assert (asked, called) == (["rebinding.example"], [("9.9.9.9", 443)])


def test_what_all_the_world_reaches_is_called() -> None:
    assert resolve("9.9.9.9", 443) == "9.9.9.9"
    assert resolve("2620:fe::fe", 443) == "2620:fe::fe"


def test_no_plain_http_but_inside() -> None:
    with pytest.raises(Bounced, match="notice-not-https"):
        posts("http://9.9.9.9/")


@pytest.mark.parametrize("url", ["https://", "https://a:99999/", "https://a:b/", "https://[::/"])
def test_an_address_that_is_none_is_told(url: str) -> None:
    with pytest.raises((Bounced, Undelivered)):
        posts(url)


def test_whatever_a_webhook_may_be_told_is_an_event() -> None:
    assert set(EVENTS) <= set(Event)


MENTIONS = ["<!channel>", "@channel", "@here", "<@U123>", "[x](https://evil.example)", "a&b",
            "https://evil.example", "www.evil.example", "*bold*", "＠everyone"]  # fmt: skip
WORDS = st.text(max_size=200) | st.sampled_from(CORPUS) | st.sampled_from(MENTIONS)


def message(words: str) -> Message:
    return Message(words, (words,), words, ("See it", "https://ideas.bakery.example/x"))


@given(WORDS)
def test_slack_takes_words_for_words(words: str) -> None:
    told = json.loads(payload("slack", message(words), NOTICE))
    kinds = [each["text"]["type"] for each in told["blocks"] if each["type"] == "section"]
    assert set(kinds) <= {"plain_text"}
    ours = "\n<https://ideas.bakery.example/x>"
    assert told["text"].endswith(ours)
    shown = told["text"].removesuffix(ours)
    assert "<" not in shown
    assert ">" not in shown


@pytest.mark.parametrize("words", MENTIONS)
def test_nobody_is_called_and_no_link_hidden(words: str) -> None:
    shown = slack_text(words)
    for sign in ("@channel", "@here", "@U", "](", "<", "://", "www.", "＠everyone"):
        assert sign not in shown


def test_an_ampersand_stays_one() -> None:
    assert slack_text("a&b <c>") == "a&amp;b &lt;c&gt;"


@given(WORDS)
def test_teams_takes_words_for_words(words: str) -> None:
    card = json.loads(payload("teams", message(words), NOTICE))["attachments"][0]["content"]
    assert {each["type"] for each in card["body"]} <= {"RichTextBlock"}
    assert {run["type"] for each in card["body"] for run in each["inlines"]} == {"TextRun"}
    assert [each["url"] for each in card["actions"]] == ["https://ideas.bakery.example/x"]


@given(WORDS)
def test_every_kind_is_json_of_a_bounded_size(words: str) -> None:
    for kind in KINDS:
        json.loads(payload(kind, message(words * 100), NOTICE))


def test_json_says_what_happened() -> None:
    told = json.loads(payload("json", message("Rye"), NOTICE))
    assert told["type"] == "approved"
    assert told["timestamp"] == "2026-11-20T09:30:00+00:00"
    assert told["data"]["subject"] == "Rye"
    assert told["data"]["about"] == "idea"
