"""How an owner writes a challenge in a browser without scripts."""

from tests.web.desk.staff import Person
from tests.web.visitor import Page

ASKED = """\
---
closes: never
objective: Something to sip
---
# What shall we brew?

Tell us.

## Your idea {.idea}

### Its name * {#title}

____ (3–80 characters)
"""


def text_on(page: Page, name: str = "text") -> str:
    return page.parsed.css_first(f"textarea[name={name}], #{name}").text().removeprefix("\n")


def told(page: Page) -> str:
    return " ".join(page.parsed.css_first("#told").text().split())


def findings(page: Page) -> list[str]:
    return [each.text() for each in page.parsed.css(".ig-write-finding")]


def write(owner: Person, slug: str, do: str, text: str, began: str, **more: str) -> Page:
    fields = {"text": text, "began": began, "do": do, **more}
    return owner.follows(owner.does(f"/desk/write/{slug}/", fields))


def begin(owner: Person, title: str = "What shall we brew?", slug: str = "", start="nothing"):
    fields = {"title": title, "slug": slug, "from": start}
    return owner.follows(owner.does("/desk/write/", fields))
