"""Uploads that are too large, break off, or meet a full disk: told in words, nothing lies about."""

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from collector.garden import Garden
from collector.web import create_app
from tests.faults.crowd import SETTINGS, Talk
from tests.faults.disks import fill_up, make_room, small_disk
from tests.gardens import lay_out
from tests.html import Page
from tests.served import Served, serving
from tests.web.gardens import NOW, copy
from tests.web.public import files
from tests.web.public.files import BOUNDARY, KIND, PATH, PHOTO, PHOTOS, body, filled, plant_photos
from tests.web.visitor import Clock, Visitor

PATIENCE = 10.0


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("uploads")
    lay_out(folder, {"photos": PHOTOS}, SETTINGS)
    with serving(folder) as server:
        yield server
        assert "Traceback" not in server.printed


def lies_about(served: Served) -> list[str]:
    """What is in the folder once everybody had time to clear up."""
    folder, end = Garden.find(served.folder).files, time.monotonic() + PATIENCE
    while (found := [each.name for each in folder.glob("*")]) and time.monotonic() < end:
        time.sleep(0.05)
    return found


@pytest.mark.parametrize("megabytes", [3, 40])
def test_a_film_is_refused_at_its_field_and_no_word_is_lost(served: Served, megabytes: int) -> None:
    film = ("film.jpg", b"\xff\xd8\xff" + b"\0" * megabytes * 1024 * 1024)
    sent = body([("title", "Rye at home"), ("_form", "")], [("photo", film)])
    status, _, html = Talk(served).ask("POST", PATH, sent, Content_Type=KIND)
    page = Page(status, PATH, html)
    assert status in (409, 422)
    assert 'value="Rye at home"' in html
    assert page.form(PATH)
    assert lies_about(served) == []


def test_what_is_larger_than_anybody_reads_is_refused(served: Served) -> None:
    with socket.create_connection(_place(served)) as wire:
        wire.sendall(_head(served, 2**40))
        assert b" 413 " in wire.recv(100)


def test_an_upload_that_breaks_off_leaves_nothing(served: Served) -> None:
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\n'
    with socket.create_connection(_place(served)) as wire:
        wire.sendall(_head(served, 900_000) + head.encode() + b"\xff" * 300_000)
        time.sleep(0.3)
    assert lies_about(served) == []


def test_where_the_disk_is_full_no_word_is_lost(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    garden = copy(plant_photos(tmp_path_factory.mktemp("full") / "garden"), tmp_path / "garden")
    with small_disk(garden.files, 1):
        app = create_app(garden, clock=Clock(NOW))
        visitor = Visitor(app, Clock(NOW))
        fill_up(garden.files)
        page = files.hands_in(visitor, {"photo": PHOTO})
        assert page.status == 503
        assert filled(page)["title"] == "Rye"
        make_room(garden.files)
        assert files.hands_in(visitor, {"photo": PHOTO}).status == 200
        app.extensions["garden"].store.close()


def _place(served: Served) -> tuple[str, int]:
    host, _, port = served.address.removeprefix("http://").partition(":")
    return host, int(port)


def _head(served: Served, length: int) -> bytes:
    host, port = _place(served)
    return (
        f"POST {PATH} HTTP/1.1\r\nHost: {host}:{port}\r\nContent-Type: {KIND}\r\n"
        f"Content-Length: {length}\r\n\r\n"
    ).encode()
