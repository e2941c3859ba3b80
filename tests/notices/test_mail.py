"""Mail goes to a real server, which may refuse, put off, hang, hang up, or ask who we are."""

import socket
import sys
import threading
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.errors import Bounced, Undelivered
from collector.garden import MailSettings
from collector.notices import mail
from collector.notices.letter import Envelope, letter, one_line, parsed
from collector.notices.message import Message
from tests.notices.post_office import PostOffice, authenticates, open_office
from tests.standing.corpus import CORPUS

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
LEAVE = "https://ideas.bakery.example/collect/-/unfollow/abc"
MESSAGE = Message(
    subject="Beantwortet: Brötchen",
    lines=("Die Bäckerei hat geantwortet.",),
    quoted="Ja, gern!\nAb Mai.",
    link=("Zur Idee", "https://ideas.bakery.example/challenges/bread/"),
    leave_line="Nichts mehr davon:",
    leave=LEAVE,
)


def envelope(to: str = "ann@example.org", name: str = "Bäckerei am Eck") -> Envelope:
    return Envelope("k3d9", "garden@bakery.example", name, to, "de", NOW)


def sends(settings: MailSettings, folder: Path, to: str = "ann@example.org") -> None:
    mail.send(letter(MESSAGE, envelope(to)), settings, folder)


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["collector.notices.mail"], "PAUSE", 1.0)
    monkeypatch.setattr(sys.modules["collector.notices.mail"], "LONGEST", 1.5)


def test_a_letter_arrives_as_it_was_written(tmp_path: Path) -> None:
    with open_office() as (office, settings):
        sends(settings, tmp_path)
    (got,) = office.received
    assert got["Subject"] == "Beantwortet: Brötchen"
    assert str(got["From"]) == "Bäckerei am Eck <garden@bakery.example>"
    assert got["To"] == "ann@example.org"
    assert got["Message-ID"] == "<k3d9@bakery.example>"
    assert got["Auto-Submitted"] == "auto-generated"
    assert got["List-Unsubscribe"] == f"<{LEAVE}>"
    assert got["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert got["Date"].datetime == NOW
    text = got.get_content().replace("\r\n", "\n")
    assert "Die Bäckerei hat geantwortet.\n\n> Ja, gern!\n> Ab Mai.\n\nZur Idee:\n" in text


def test_a_reader_who_is_refused_is_not_tried_again(tmp_path: Path) -> None:
    with (
        open_office(PostOffice(refuses={"ann@example.org": "550 No such person"})) as (_, settings),
        pytest.raises(Bounced) as told,
    ):
        sends(settings, tmp_path)
    assert told.value.reason == "notice-recipient"
    assert told.value.facts == {"code": 550, "said": "No such person"}


def test_a_reader_who_is_put_off_is_tried_again_and_holds_up_nobody(tmp_path: Path) -> None:
    with (
        open_office(PostOffice(refuses={"ann@example.org": "451 Come later"})) as (_, settings),
        pytest.raises(Undelivered) as told,
    ):
        sends(settings, tmp_path)
    assert told.value.reason == "notice-later"
    assert not told.value.waits


def test_a_mail_that_is_refused_for_good_is_not_tried_again(tmp_path: Path) -> None:
    with (
        open_office(PostOffice(content="554 Looks like advertising")) as (_, settings),
        pytest.raises(Bounced, match="notice-content"),
    ):
        sends(settings, tmp_path)


def test_it_goes_encrypted_where_the_settings_say_so(tmp_path: Path) -> None:
    with open_office(folder=tmp_path) as (office, settings):
        sends(settings, tmp_path)
    assert office.encrypted == [True]


def test_nothing_is_sent_to_a_server_that_is_not_who_it_says(tmp_path: Path) -> None:
    with open_office(folder=tmp_path) as (office, settings):
        with pytest.raises(Undelivered, match="notice-certificate"):
            sends(replace(settings, certificate=""), tmp_path)
        with pytest.raises(Undelivered, match="notice-certificate"):
            sends(replace(settings, host="127.0.0.1"), tmp_path)
    assert office.received == []


def test_nothing_is_sent_to_a_server_without_encryption_where_it_is_asked_for(
    tmp_path: Path,
) -> None:
    with open_office() as (office, settings):
        with pytest.raises(Undelivered, match="notice-unsupported"):
            sends(replace(settings, security="starttls"), tmp_path)
        assert office.received == []


@pytest.mark.parametrize(("password", "arrives"), [("flour and water", True), ("sugar", False)])
def test_the_password_comes_from_its_file(tmp_path: Path, password: str, arrives: bool) -> None:
    (tmp_path / "password").write_text(password + "\n")
    with open_office(folder=tmp_path, authenticator=authenticates, auth_required=True) as (
        office,
        settings,
    ):
        known = replace(settings, user="garden", password_file="password")
        if arrives:
            sends(known, tmp_path)
        else:
            with pytest.raises(Undelivered, match="notice-login"):
                sends(known, tmp_path)
    assert len(office.received) == arrives


def test_a_password_that_is_nowhere_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BAKERY_PASSWORD", raising=False)
    with open_office(authenticator=authenticates, auth_require_tls=False) as (_, settings):
        with pytest.raises(Undelivered, match="notice-no-variable"):
            sends(replace(settings, user="a", password_env="BAKERY_PASSWORD"), tmp_path)
        with pytest.raises(Undelivered, match="notice-no-file"):
            sends(replace(settings, user="a", password_file="nowhere"), tmp_path)


@pytest.mark.parametrize("says", [b"", b"220 hello\r\n", b"2"])
def test_a_server_that_hangs_is_left(tmp_path: Path, says: bytes) -> None:
    def hangs(client: socket.socket) -> None:
        client.sendall(says)
        while client.recv(4096):
            pass

    with misbehaving(hangs) as settings, pytest.raises(Undelivered, match="notice-no-server"):
        sends(settings, tmp_path)


def test_a_server_that_speaks_a_letter_at_a_time_is_left(tmp_path: Path) -> None:
    def dribbles(client: socket.socket) -> None:
        for _ in range(100):
            client.sendall(b"2")
            if threading.Event().wait(0.1):
                break

    with misbehaving(dribbles) as settings, pytest.raises(Undelivered, match="notice-no-server"):
        sends(settings, tmp_path)


def test_a_server_that_hangs_up_midway_is_tried_again(tmp_path: Path) -> None:
    def hangs_up(client: socket.socket) -> None:
        client.sendall(b"220 hello\r\n")
        client.recv(4096)
        client.sendall(b"250 OK\r\n")
        client.recv(4096)

    with misbehaving(hangs_up) as settings, pytest.raises(Undelivered, match="notice-no-server"):
        sends(settings, tmp_path)


def test_nobody_at_the_address_is_told(tmp_path: Path) -> None:
    settings = MailSettings(host="localhost", port=9, security="none", from_="a@bakery.example")
    with pytest.raises(Undelivered, match="notice-no-server"):
        sends(settings, tmp_path)


def test_a_domain_with_foreign_letters_is_written_as_servers_take_it(tmp_path: Path) -> None:
    with open_office() as (office, settings):
        sends(settings, tmp_path, "ann@bäckerei.example")
    assert office.received[0]["To"] == "ann@xn--bckerei-5wa.example"


def test_a_name_with_foreign_letters_needs_a_server_that_knows_them(tmp_path: Path) -> None:
    with open_office(enable_SMTPUTF8=True) as (office, settings):
        sends(settings, tmp_path, "änn@example.org")
        assert len(office.received) == 1
    refused = pytest.raises(Bounced, match="notice-no-foreign-address")
    with open_office(enable_SMTPUTF8=False) as (office, settings), refused:
        sends(settings, tmp_path, "änn@example.org")


WORDS = (
    st.text(max_size=80)
    | st.sampled_from(CORPUS)
    | st.sampled_from(
        [
            "a\r\nBcc: eve@evil.example",
            "a\n\nbody",
            "=?utf-8?q?x?=\r\nX: y",
            "\u2028Bcc: x",
            "\0",
            "\ud800",
        ]
    )
)


@given(subject=WORDS, name=WORDS, line=WORDS, quoted=WORDS)
def test_no_words_make_a_header(subject: str, name: str, line: str, quoted: str) -> None:
    message = replace(MESSAGE, subject=subject, lines=(line,), quoted=quoted)
    made = letter(message, envelope(name=name))
    head, _, _ = made.as_bytes().partition(b"\r\n\r\n")
    names = [each.split(b":")[0] for each in head.split(b"\r\n") if each[:1] not in b" \t"]
    assert sorted(names) == sorted(
        [
            b"From", b"To", b"Subject", b"Date", b"Message-ID", b"Auto-Submitted",
            b"X-Auto-Response-Suppress", b"Content-Language", b"List-Unsubscribe",
            b"List-Unsubscribe-Post", b"Content-Type", b"Content-Transfer-Encoding",
            b"MIME-Version",
        ]
    )  # fmt: skip
    assert made["To"].addresses[0].addr_spec == "ann@example.org"
    assert all(len(each) <= 998 for each in made.as_bytes().split(b"\r\n"))


@given(st.text(max_size=300))
def test_an_address_is_one_address_or_refused(text: str) -> None:
    try:
        found = parsed(text)
    except Bounced:
        return
    assert "\n" not in str(found)
    made = letter(MESSAGE, envelope(text))
    assert len(made["To"].addresses) == 1


@pytest.mark.parametrize(
    "text",
    ["ann@example.org, eve@evil.example", "ann@example.org\r\nBcc: eve@evil.example", "ann",
     "@example.org", "ann@", "<ann@example.org>", "a b@example.org", "ann@exa mple.org", ""],
)  # fmt: skip
def test_what_is_no_address_gets_no_mail(text: str) -> None:
    with pytest.raises(Bounced):
        letter(MESSAGE, envelope(text))


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


class misbehaving:  # noqa: N801 - it reads as a verb
    """A server that does to its one caller what it was told, then hangs up."""

    def __init__(self, does) -> None:
        self.does = does

    def __enter__(self) -> MailSettings:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()
        port = self.socket.getsockname()[1]
        return MailSettings(host="127.0.0.1", port=port, security="none", from_="a@bakery.example")

    def _serve(self) -> None:
        client, _ = self.socket.accept()
        with client, suppress(OSError):
            self.does(client)

    def __exit__(self, *_error: object) -> None:
        self.socket.close()
        self.thread.join(15)
