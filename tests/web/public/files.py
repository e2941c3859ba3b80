"""Files that visitors hand in, a form that asks for them, and a browser that sends them."""

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from PIL import Image

from collector.entries import Idea
from collector.garden import Garden
from collector.jobs import Runner
from collector.store import Store, reads
from tests.web.gardens import plant
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
BOUNDARY = "crumbs"
KIND = f"multipart/form-data; boundary={BOUNDARY}"
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"

Handed = tuple[str, bytes]
"""What a file is called, and what it holds."""


def picture(kind: str = "JPEG", size: tuple[int, int] = (40, 30), **options: object) -> bytes:
    """A picture of one colour."""
    file = io.BytesIO()
    Image.new("RGB", size, "orange").save(file, kind, **options)
    return file.getvalue()


PHOTO: Handed = ("my loaf.jpg", picture())


def plant_photos(folder: Path) -> Garden:
    """The small garden with a challenge that asks for files, too."""
    return plant(folder, {"photos": PHOTOS})


def body(texts: Sequence[tuple[str, str]], files: Sequence[tuple[str, Handed]]) -> bytes:
    """What a browser sends."""
    parts = [(f'name="{name}"', text.encode()) for name, text in texts]
    parts += [
        (f'name="{name}"; filename="{_quoted(called)}"', held) for name, (called, held) in files
    ]
    told = (
        b"--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n"
        % (BOUNDARY.encode(), head.encode("utf-8", "surrogatepass"), content)
        for head, content in parts
    )
    return b"".join(told) + f"--{BOUNDARY}--\r\n".encode()


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return escaped.replace("\r", "%0D").replace("\n", "%0A")


def posts(
    visitor: Visitor,
    texts: Sequence[tuple[str, str]],
    files: Sequence[tuple[str, Handed]],
    path: str = PATH,
    **headers: str,
) -> Page:
    """One post with files."""
    sent = body(texts, files)
    return Page(visitor.client.post(path, data=sent, content_type=KIND, headers=headers))


def hands_in(visitor: Visitor, files: Mapping[str, Handed], **answers: str) -> Page:
    """The first step, with files by column."""
    texts = {"_form": visitor.form_hash("photos"), "title": "Rye", **answers}
    return posts(visitor, [*texts.items()], [*files.items()])


def sends(visitor: Visitor, files: Mapping[str, Handed], **answers: str) -> str:
    """Both steps; the receipt's code."""
    page = visitor.confirms(hands_in(visitor, files, **answers), PATH)
    return visitor.thanks(page).receipt()


def filled(page: Page, button: str = "Send my idea") -> dict[str, str]:
    """What the form on the page would send in texts."""
    inputs = {each.attributes["name"] for each in page.parsed.css("input[type=file]")}
    return {name: text for name, text in page.fields(button) if text or name not in inputs}


def problem(page: Page, column: str = "photo") -> str:
    """What stands at the field."""
    assert page.status == 422, page.text
    found = page.parsed.css_first(f"#idea--{column}--error")
    assert found is not None, page.html
    return " ".join(found.text().split())


def the_idea(store: Store) -> Idea:
    (idea,) = reads.ideas(store, "photos")
    return idea


def lying(garden: Garden) -> list[str]:
    """All that lies in the folder, drafts too."""
    return sorted(each.name for each in garden.files.iterdir()) if garden.files.exists() else []


def works(garden: Garden, store: Store, clock: Clock) -> None:
    """Do all jobs that are due."""
    runner = Runner(garden, store, clock)
    while runner.once():
        pass
