"""Every kind of question, in a real browser: answered, shown among the results, taken home."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from playwright.sync_api import Browser, Page, expect

from collector import export, form
from collector.acts import visit
from collector.brief import Shape
from collector.entries import Response, Value
from collector.export import Choices
from collector.form.made import made
from collector.jobs import refresh
from collector.pages import live
from collector.store import reads
from tests.chromium.gardens import Planted, planted
from tests.chromium.people import SOON, Visitor, has_focus, tabs_until

pytestmark = pytest.mark.chromium

SLUG = "everything"
PAGE = f"/challenges/{SLUG}/"
PHONE = {"width": 390, "height": 844}
MOST_TABS = 400

BRIEF = """\
---
closes: never
---

# Everything

One question of each kind.

## Your answers {.survey #all results=always}

### Word {#word}
____ (at most 40 characters)

### Story {#story}
____ (long)

### E-mail {#mail}
____ (e-mail)

### Phone {#phone}
____ (phone)

### Web {#web}
____ (web address)

### Number {#number}
____ (number)

### Amount {#amount}
____ (amount 0–500 €)

### Day {#day}
____ (date)

### Time {#time}
____ (time)

### One {#one}
- (a) Apple
- (b) Pear
- ( ) Other: ____

### Several {#several}
- [x1] Oats
- [x2] Rye
- [none!] None of them

### News {#news}
- [ ] Send me news

### Scale {#scale}
(1) Bad … (5) Good

### Recommend {#nps .nps}
(0) No … (10) Yes

### Stars {#stars}
☆☆☆☆☆

### Town {#town .dropdown}
- (bath) Bath
- (bristol) Bristol

### Lines {#lines}
- [adults] Adults: ____ (whole number)
- [pet] Pet: ____

---

### Order {#order}
1. [taste] Taste
2. [price] Price
3. [near] Near

### Table {#table}

| | (bad) Bad | (good) Good |
|---|---|---|
| [staff] Staff | ( ) | ( ) |
| [queue] Queue | ( ) | ( ) |

### Ticks {#ticks}

| | (early) Early | (late) Late |
|---|---|---|
| [bread] Bread | [ ] | [ ] |
| [cake] Cake | [ ] | [ ] |

### Cells {#cells}

| | (loaves) Loaves | (rolls) Rolls |
|---|---|---|
| [week] Week | ____ (whole number) | ____ |

### Slider {#slider}
(0 €) Little … (100 €) Much, steps of 10

### Share {#share}
- [oven] Oven: ____
- [seats] Seats: ____
- = 100 points

### File {#file}
____ (file: png, pdf)
"""

ANSWERS: Mapping[str, Value] = {
    "word": "Seed crust",
    "story": "Baked at two.",
    "mail": "maja@home.example",
    "phone": "0171 234567",
    "web": "https://maja.example",
    "number": 12.5,
    "amount": 20,
    "day": "2027-05-31",
    "time": "14:30",
    "one": "b",
    "several": ("x1", "x2"),
    "news": True,
    "scale": 4,
    "nps": 9,
    "stars": 5,
    "town": "bristol",
    "lines__adults": 2,
    "lines__pet": "Rex",
    "order__taste": 2,
    "order__price": 1,
    "order__near": 3,
    "table__staff": "good",
    "table__queue": "bad",
    "ticks__bread": ("early", "late"),
    "ticks__cake": ("late",),
    "cells__week__loaves": 3,
    "cells__week__rolls": 4,
    "slider": 30,
    "share__oven": 70,
    "share__seats": 30,
}
"""All but the file, whose name is nobody's to choose."""

TYPED = {**ANSWERS, "web": "maja.example", "day": "2027-05-31"}
CLOCKED = {"day": " 00:00:00", "time": ":00"}
"""What a date or time of the workbook tells beyond what was typed."""


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planted]:
    with planted(tmp_path_factory.mktemp("shapes"), more={SLUG: BRIEF}) as garden:
        yield garden


def texts(value: Value) -> list[str]:
    """What is typed or chosen for an answer."""
    if isinstance(value, tuple):
        return list(value)
    return ["yes"] if value is True else [str(value)]


@dataclass
class Writer:
    """Fills in a form, each field by its name."""

    page: Page
    pdf: Path

    def fills_in(self) -> None:
        for name, value in TYPED.items():
            for text in texts(value):
                self._fills(name, text)
        self.page.locator("input[type=file]").set_input_files(self.pdf)

    def _fills(self, name: str, text: str) -> None:
        field = self.page.locator(f'form [name="{name}"]')
        kind = field.first.evaluate("each => each.type")
        if kind in ("radio", "checkbox"):
            self.page.locator(f'form [name="{name}"][value="{text}"]').check()
        elif kind == "select-one":
            field.select_option(text)
        else:
            field.fill(text)


@dataclass
class Typist:
    """Fills in a form by keyboard alone, Tab by Tab; a file is handed over by the browser."""

    page: Page
    pdf: Path

    def fills_in_and_sends(self, button: str) -> None:
        done: set[str] = set()
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            name, kind, value, words = self._focused()
            if kind == "file":
                self.page.locator("input[type=file]").set_input_files(self.pdf)
            elif kind == "checkbox" and value in texts(TYPED.get(name, "")):
                self.page.keyboard.press("Space")
            elif kind == "radio" and name not in done:
                self._chooses(name, str(TYPED[name]))
            elif name in TYPED and name not in done and kind != "checkbox":
                self._types(kind, str(TYPED[name]))
            elif kind in ("submit", "button") and words in ("Next", "Check your answers", button):
                self.page.keyboard.press("Enter")
                done.add(words)
            done.add(name)
            if button in done:
                return
        raise AssertionError(f"no button {button!r} was met; filled in: {sorted(done)}")

    def _focused(self) -> list[str]:
        told: list[str] = self.page.evaluate(
            "() => { const at = document.activeElement; return [at.getAttribute('name') || '',"
            " at.type || '', at.value || '', at.textContent.trim()]; }"
        )
        return told

    def _chooses(self, name: str, wanted: str) -> None:
        self.page.keyboard.press("Space")
        for _ in range(12):
            if self._focused()[2] == wanted:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{name} has no {wanted}")

    def _types(self, kind: str, text: str) -> None:
        if kind == "date":
            year, month, day = text.split("-")
            text = f"{month}{day}{year}"
        elif kind == "time":
            text = "0230PM"
        elif kind == "select-one":
            text = text[:3].capitalize()
        self.page.keyboard.type(text)


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "recipe.pdf"
    path.write_bytes(b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
    return path


def newest(garden: Planted, known: set[str]) -> Response:
    [kept] = [each for each in reads.responses(garden.store, SLUG) if each.ref not in known]
    return kept


def says_yes_if_asked(visitor: Visitor) -> None:
    """A form with a file may be left to the browser, which asks before anything is kept."""
    asked = visitor.heading("Is this right?")
    expect(asked.or_(visitor.heading("Thank you"))).to_be_visible(timeout=SOON)
    if asked.is_visible():
        visitor.reads()
        yes = visitor.button("Yes, send it")
        tabs_until(visitor.page, lambda: has_focus(yes))
        visitor.page.keyboard.press("Enter")


def is_what_was_typed(response: Response) -> None:
    answers = dict(response.answers)
    assert answers.pop("file")
    assert answers == ANSWERS


def test_a_form_of_every_shape_is_filled_in_without_scripts(
    browser: Browser, garden: Planted, pdf: Path
) -> None:
    known = {each.ref for each in reads.responses(garden.store, SLUG)}
    with browser.new_context(java_script_enabled=False) as context:
        visitor = Visitor(context.new_page(), garden.address, scripts=False, patient=True)
        visitor.opens(PAGE)
        Writer(visitor.page, pdf).fills_in()
        visitor.sends("Send my answers")
    is_what_was_typed(newest(garden, known))


def test_a_form_of_every_shape_is_filled_in_by_keyboard_alone_on_a_phone(
    browser: Browser, garden: Planted, pdf: Path
) -> None:
    known = {each.ref for each in reads.responses(garden.store, SLUG)}
    with browser.new_context(viewport=PHONE, locale="en-US") as context:
        visitor = Visitor(context.new_page(), garden.address, patient=True)
        visitor.opens(PAGE)
        visitor.reads()
        Typist(visitor.page, pdf).fills_in_and_sends("Send my answers")
        says_yes_if_asked(visitor)
        visitor.is_thanked()
    is_what_was_typed(newest(garden, known))


def rows_of(sheet: ReadOnlyWorksheet) -> list[dict[str, object]]:
    rows = sheet.iter_rows(values_only=True)
    header = [str(each) for each in next(rows)]
    return [dict(zip(header, row, strict=True)) for row in rows]


def in_codes(name: str, value: Value) -> str:
    """How a cell of the sheet of codes reads."""
    if value is True:
        return "1"
    if isinstance(value, tuple):
        return "; ".join(value)
    return f"{value}{CLOCKED.get(name, '')}"


def answered_by_many(garden: Planted) -> None:
    """Enough made-up answers for small counts to be told."""
    site = live(garden.garden)
    assert site is not None
    brief = site.briefs[SLUG]
    asked = brief.forms[0]
    definition = form.define(asked)
    for turn in range(12):
        raw: dict[str, list[str]] = {}
        for question in definition.questions:
            if question.shape is not Shape.FILE:
                raw |= made(question, turn=turn)
        checked = form.check(definition, raw, today=datetime.now(UTC).date())
        submission = visit.Submission(
            brief=brief,
            form=asked,
            form_hash=definition.hash,
            answers=checked.answers,
            digest=f"made {turn}",
            code_hash=f"made {turn}",
            source="sample",
        )
        visit.send(garden.store, submission, datetime.now(UTC) + timedelta(seconds=turn))
    refresh(garden.garden, garden.store, brief, datetime.now(UTC))


def test_every_shape_stands_on_the_results_page_and_in_the_workbook(
    browser: Browser, garden: Planted, tmp_path: Path
) -> None:
    answered_by_many(garden)
    site = live(garden.garden)
    assert site is not None
    brief = site.briefs[SLUG]
    with browser.new_context(viewport=PHONE) as context:
        page = context.new_page()
        page.goto(f"{garden.address}{PAGE}results/")
        for question in brief.forms[0].questions:
            if not question.identifies:
                expect(page.locator("main")).to_contain_text(question.label, timeout=SOON)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    path = tmp_path / "everything.xlsx"
    material = export.gather(garden.store, brief)
    export.export(path, material, datetime.now(UTC), Choices(form="all"))
    book = openpyxl.load_workbook(path, read_only=True)
    kept, told = rows_of(book["Codes"]), rows_of(book["Responses"])
    typed = [each for each in kept if each["word"] == ANSWERS["word"]]
    assert len(kept) == sum(1 for _ in reads.responses(garden.store, SLUG))
    assert [each["file"] for each in told if each["word"] == ANSWERS["word"]] == ["recipe.pdf"] * 2
    for name, value in ANSWERS.items():
        assert {str(each[name]) for each in typed} == {in_codes(name, value)}
