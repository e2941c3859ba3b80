"""A file is handed in with a real browser, with scripts and without, and taken home at the desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from collector.entries import File
from collector.store import reads
from tests.chromium.gardens import Planted, planted
from tests.chromium.people import SOON, Owner, Visitor
from tests.standing.test_walk import WIDTHS, faults_by_axe
from tests.web.public.files import PHOTOS, picture

pytestmark = pytest.mark.chromium

PAGE = "/challenges/photos/"


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planted]:
    with planted(tmp_path_factory.mktemp("files"), more={"photos": PHOTOS}) as garden:
        yield garden


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    (tmp_path / "my loaf.jpg").write_bytes(picture(size=(800, 600)))
    return tmp_path / "my loaf.jpg"


def kept(garden: Planted, title: str) -> list[File]:
    ideas = reads.ideas(garden.store, "photos")
    (ref,) = [each.ref for each in ideas if each.answers["title"] == title]
    return reads.files(garden.store, about=ref)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts on", "scripts off"])
def test_a_photo_survives_a_mistake_and_is_sent(
    browser: Browser, garden: Planted, photo: Path, scripts: bool
) -> None:
    title = f"Loaf, scripts {scripts}"
    with browser.new_context(java_script_enabled=scripts, viewport=WIDTHS["phone"]) as context:
        visitor = Visitor(context.new_page(), garden.address, scripts, patient=True)
        visitor.opens(PAGE)
        visitor.writes("Give it a name", title)
        visitor.page.get_by_label("A photo").set_input_files(photo)
        visitor.page.get_by_label("Your recipe").set_input_files(photo)
        visitor.presses("Send my idea")
        visitor.sees("choose one of these: PDF")
        expect(visitor.page.get_by_label("Send “my loaf.jpg")).to_be_checked(timeout=SOON)
        assert not scripts or faults_by_axe(visitor.page) == []
        visitor.sends()
    (file,) = kept(garden, title)
    assert (file.name, file.column) == ("my loaf.jpg", "photo")


def test_with_scripts_a_file_that_is_too_large_is_told_before_it_is_sent(
    browser: Browser, garden: Planted, tmp_path: Path
) -> None:
    (tmp_path / "film.jpg").write_bytes(b"\xff\xd8\xff" + b"\0" * 1024 * 1024)
    with browser.new_context() as context:
        visitor = Visitor(context.new_page(), garden.address)
        visitor.opens(PAGE)
        visitor.writes("Give it a name", "A film")
        visitor.page.get_by_label("A photo").set_input_files(tmp_path / "film.jpg")
        visitor.presses("Send my idea")
        visitor.sees("This file is larger than 1 MB")
        assert visitor.page.url.endswith(PAGE)


def test_the_owner_downloads_it(
    browser: Browser, garden: Planted, photo: Path, tmp_path: Path
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        visitor = Visitor(context.new_page(), garden.address, scripts=False)
        visitor.opens(PAGE)
        visitor.writes("Give it a name", "For the owner")
        visitor.page.get_by_label("A photo").set_input_files(photo)
        visitor.sends()
    (file,) = kept(garden, "For the owner")
    with browser.new_context() as context:
        owner = Owner(context.new_page(), garden.address)
        owner.logs_in(garden.served.printed)
        owner.page.goto(f"{garden.address}/desk/entries/{file.about}")
        assert faults_by_axe(owner.page) == []
        with owner.page.expect_download() as coming:
            owner.page.get_by_role("link", name="my loaf.jpg").click()
        assert coming.value.suggested_filename == "my loaf.jpg"
        coming.value.save_as(tmp_path / "home.jpg")
    assert (tmp_path / "home.jpg").stat().st_size == file.size
