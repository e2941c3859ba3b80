"""Pictures beside a brief that is written at the desk."""

import io

import pytest
from PIL import Image

from collector.acts import brief_picture
from tests.web.desk.staff import Person
from tests.web.desk.writing import write
from tests.web.gardens import BREAD
from tests.web.visitor import Page


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 30)) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, "brown").save(file, kind)
    return file.getvalue()


def hands_in(owner: Person, content: bytes, name: str = "Our Oven!.PNG", alt="The oven") -> Page:
    fields = {"_csrf": owner.token(), "alt": alt, "picture": (io.BytesIO(content), name)}
    return owner.posts("/desk/write/bread/pictures/add", fields)


def test_a_picture_is_handed_in_shown_and_taken_away(owner, garden, anybody):
    page = hands_in(owner, picture())
    assert "![The oven](bread--our-oven.png)" in page.text
    with Image.open(garden.challenges / "bread--our-oven.png") as kept:
        assert kept.size == (40, 30)
    text = BREAD.replace("Our oven", "![The oven](bread--our-oven.png)\n\nOur oven")
    shown = owner.does("/desk/write/bread/preview", {"text": text})
    address = shown.parsed.css_first("img[alt='The oven']").attributes["src"]
    assert anybody.client.get(address, buffered=True).mimetype == "image/png"
    write(owner, "bread", "save", text, BREAD)
    remove = {"picture": "bread--our-oven.png"}
    assert owner.does("/desk/write/bread/pictures/remove", remove).status == 409
    write(owner, "bread", "save", BREAD, text)
    assert owner.does("/desk/write/bread/pictures/remove", remove).status == 303
    assert not (garden.challenges / "bread--our-oven.png").exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no JPG, PNG or WebP"),
        (b"<svg onload='x'/>", "no JPG, PNG or WebP"),
        (b"%PDF-1.4", "no JPG, PNG or WebP"),
        (picture()[:60], "damaged"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 2000, "larger than 0 MB"),
    ],
)
def test_what_is_no_picture_is_refused_and_leaves_nothing(
    owner, garden, content, said, monkeypatch
):
    monkeypatch.setattr(brief_picture, "LARGEST", 1000)
    before = sorted(garden.challenges.iterdir())
    page = hands_in(owner, content)
    assert page.status == 422
    assert said in page.text
    assert sorted(garden.challenges.iterdir()) == before


def test_pictures_of_other_challenges_are_not_taken_away(owner, garden):
    (garden.challenges / "bread--2--oven.png").write_bytes(picture())
    (garden.challenges / "club--oven.png").write_bytes(picture())
    for name in ("club--oven.png", "bread--2--oven.png", "../ideagarden.toml", "bread.md"):
        assert owner.does("/desk/write/bread/pictures/remove", {"picture": name}).status == 404
    assert (garden.challenges / "club--oven.png").exists()
