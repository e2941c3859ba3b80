"""What the tests of pages build: briefs, published data, a folder with both."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from collector import published
from collector.analysis import QuestionResult, Row
from collector.brief import Phase, Shape
from collector.entries import Progress
from collector.garden import Garden
from collector.published import (
    Counts,
    FormResult,
    PublishedAnswer,
    PublishedData,
    PublishedIdea,
    PublishedReply,
)

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)

SETTINGS = """\
name = "Corner Bakery"
timezone = "Europe/Berlin"
contact = "hello@bakery.example"

[site]
url = "https://ideas.bakery.example"
"""

MKDOCS = """\
site_name: Corner Bakery
docs_dir: site/pages
site_dir: build/site
theme:
  name: material
plugins:
  - ideagarden
"""

BREAD = """\
---
closes: 2026-12-15 18:00
image: oven.svg, An oven at dawn
---

# What should we bake next?

Our oven stands idle on *weekday* afternoons, `{.poll}` and all.

## Share your idea {.idea}

### Give it a name * {#title}
____ (3–80 characters)

### Tell us more * {#text}
____ (long)

### How are you linked to us? {#role}
- (customer) Customer
- ( ) Other: ____

## A quick question {.poll #hours}

### When would you come? {#when}
- (early) Before 10
- (late) After 10
"""

TABLES = """\
---
closes: 2026-11-01
---

# Which tables?

We bought new ones.

## Your choice {.poll}

### Round or square? {#shape}
- (round) Round
- (square) Square
"""

BOXES = """\
---
opens: 2026-12-01
closes: never
---

# Christmas boxes

Soon.

## Your box {.idea}

### Its name * {#title}
____
"""

PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path d="M0 0h16v9H0z"/></svg>\n'
)


def lay_out(root: Path) -> Garden:
    """A folder with three challenges and one page of the owner's."""
    for place, text in {
        "ideagarden.toml": SETTINGS,
        "mkdocs.yml": MKDOCS,
        "challenges/bread.md": BREAD,
        "challenges/tables.md": TABLES,
        "challenges/boxes.md": BOXES,
        "challenges/oven.svg": PICTURE,
        "site/pages/about.md": "# About us\n\nWe bake.\n",
    }.items():
        path = root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Garden.find(root)


def idea(number: int = 1, **changes: object) -> PublishedIdea:
    """An idea of the bread challenge."""
    first = PublishedIdea(
        ref=f"idea{number:04}",
        title=f"Rolls number {number}",
        received=date(2026, 11, 20),
        progress=Progress.OPEN,
        answers=(PublishedAnswer("text", "Tell us more", f"Soft, warm, number {number}."),),
    )
    return replace(first, **changes)  # type: ignore[arg-type]


ANSWERED = (PublishedReply("We bake them on Friday.", date(2026, 11, 21)),)

RESULT = FormResult(
    "Your choice",
    10,
    (
        QuestionResult(
            "shape",
            "Round or square?",
            Shape.ONE,
            10,
            10,
            (
                Row("round", "Round", 7, 0.7, 0.4, 0.89),
                Row("square", "Square", 3, 0.3, 0.11, 0.6),
            ),
        ),
    ),
)


def data(*ideas: PublishedIdea, slug: str = "bread", phase: Phase = Phase.OPEN) -> PublishedData:
    """What is published of a challenge with these ideas."""
    counts = Counts(len(ideas), {"hours": 4} if slug == "bread" else {})
    return PublishedData(slug, slug, NOW, phase, ideas=ideas, counts=counts)


def publish(garden: Garden, told: PublishedData) -> None:
    """Put it where pages are filled from."""
    published.write(garden.published / f"{told.challenge}.json", told, force=True)
