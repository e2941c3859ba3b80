"""The ring in one test: a brief asks, a visitor answers, the owner decides, the page tells."""

from pathlib import Path

import openpyxl

from collector.acts import desk
from collector.cli import main
from collector.moderation import Move
from collector.store import reads
from tests.actors import lay_out, settle

BRIEF = """\
---
closes: 2026-06-15
---

# What should we bake next?

Our oven stands idle on weekday afternoons.

## Share your idea {.idea}

### Give it a name * {#title}
____ (3–80 characters)

### Where can we reach you? {#email}
____ (e-mail)

## A quick question {.poll #hours results=always}

### When would you come? {#when}
- (early) Before 10
- (late) After 3
"""


def test_an_idea_and_a_poll_go_round_the_ring(tmp_path: Path) -> None:
    # brief → form → page
    place = settle(lay_out(tmp_path, {"bread": BRIEF}, 'name = "Corner Bakery"'))
    visitor = place.visitor()
    assert "Our oven stands idle" in visitor.opens("/challenges/bread/").text

    # page → act → entry, in two steps, without scripts
    confirmation = visitor.fills_in("bread", "idea", title="Rye & walnut", email="maja@home.example")
    assert "Rye & walnut" in confirmation.text
    code = visitor.submits("bread", "idea", title="Rye & walnut", email="maja@home.example")
    visitor.submits("bread", "hours", when="late")
    assert "waiting for us" in visitor.looks_up(code).text
    assert "Rye" not in visitor.opens("/challenges/bread/").text

    # entry → decision
    [idea] = reads.waiting(place.store)
    desk.decide(place.store, Move.APPROVE, [idea.ref], by="maja", now=place.clock())
    desk.reply(place.store, idea.ref, "We try it on Friday.", by="maja", now=place.clock())

    # decision → published → page
    place.works()
    page = visitor.opens("/challenges/bread/")
    assert "Rye & walnut" in page.text
    assert "After 3" in page.text
    assert "100" in page.main.css_first(".ig-result, .ig-results, figure").text()
    own = visitor.opens(f"/challenges/bread/ideas/{idea.ref}/")
    assert "We try it on Friday." in own.text
    assert "We try it on Friday." in visitor.looks_up(code).text

    # nobody's address is in any public byte
    public = [*(tmp_path / "build").rglob("*"), *(tmp_path / "var" / "published").rglob("*")]
    assert not [each for each in public if each.is_file() and b"maja@home" in each.read_bytes()]

    # entry → spreadsheet
    sheet = tmp_path / "bread.xlsx"
    assert main(["--garden", str(tmp_path), "export", "bread", "--to", str(sheet)]) == 0
    book = openpyxl.load_workbook(sheet)
    cells = {cell.value for each in book for row in each for cell in row}
    assert {"Rye & walnut", "maja@home.example", "After 3"} <= cells
