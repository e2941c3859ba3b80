"""A file goes the whole way: chosen, staged, confirmed, kept, taken home at the desk."""

import io

import pytest
from flask import Flask
from PIL import Image

from collector.entries import Role
from collector.garden import Garden
from collector.jobs import rebuild
from collector.store import Store, reads
from tests.web.desk.staff import let_in
from tests.web.gardens import NOW, plant
from tests.web.public.files import picture
from tests.web.visitor import Clock, Page, Visitor

PHOTOS = """\
---
closes: never
---

# Your best loaf

Show it to us.

## Share it {.idea}

### Give it a name * {#title}
____ (3–80 characters)

### A photo * {#photo}
____ (file: jpg, png, at most 1 MB)

### Your recipe {#recipe}
____ (file: pdf, at most 1 MB)
"""
PATH = "/collect/photos/idea"


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    garden = plant(tmp_path_factory.mktemp("photos") / "garden")
    (garden.challenges / "photos.md").write_text(PHOTOS, "utf-8")
    with Store.open(garden) as store:
        rebuild(garden, store, NOW)
    return garden


def hands_in(visitor: Visitor, files: dict[str, tuple[str, bytes]], **answers: str) -> Page:
    """The first step, with files by column: what each is called and holds."""
    fields = {"_form": visitor.form_hash("photos"), "title": "Rye", **answers}
    sent = {column: (io.BytesIO(held), name) for column, (name, held) in files.items()}
    return Page(visitor.client.post(PATH, data={**fields, **sent}))


def test_a_photo_is_kept_with_its_idea(
    visitor: Visitor, store: Store, garden: Garden, clock: Clock
) -> None:
    page = hands_in(visitor, {"photo": ("my loaf.jpg", picture())})
    assert "my loaf.jpg" in page.text
    visitor.thanks(visitor.confirms(page, PATH))
    (idea,) = reads.ideas(store, "photos")
    (file,) = reads.files(store, about=idea.ref)
    assert idea.answers["photo"] == file.ref
    assert (file.name, file.type) == ("my loaf.jpg", "jpg")
    with Image.open(garden.files / file.ref) as kept:
        assert kept.size == (40, 30)


def test_the_owner_takes_it_home(visitor: Visitor, app: Flask, store: Store) -> None:
    visitor.thanks(visitor.confirms(hands_in(visitor, {"photo": ("my loaf.jpg", picture())}), PATH))
    (idea,) = reads.ideas(store, "photos")
    owner = let_in(app, "ada", Role.OWNER)
    page = owner.gets(f"/desk/entries/{idea.ref}")
    link = page.parsed.css_first(".ig-desk-files a")
    assert link.text() == "my loaf.jpg (0.1 MB)"
    with owner.client.get(link.attributes["href"] or "", buffered=True) as answer:
        assert answer.data.startswith(b"\xff\xd8\xff")
        assert answer.headers["Content-Disposition"] == 'attachment; filename="my loaf.jpg"'
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cache-Control"] == "no-store"
