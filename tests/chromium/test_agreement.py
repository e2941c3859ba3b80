"""The site's script and the collector read the same answers and decide the same."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from collector import kit
from collector.brief import Condition, Form, Shape
from collector.errors import Problem
from collector.form import define, draw
from collector.form.answers import read_answers
from collector.form.definition import plain
from collector.form.sent import Sent
from collector.form.texts import clean
from collector.words import say
from tests.form.clauses import ANSWERS, CASES
from tests.form.forms import GOOD, context, form, form_of_every_shape, question

pytestmark = pytest.mark.chromium

PARTS = Path(str(kit.THEME)) / "assets" / "garden"
NAMES = ("elements", "answers", "sharing", "conditions", "prefill")
TODAY = date(2026, 12, 1)

TYPED = {
    Shape.TEXT: ["ab", "abc", " a\u00a0 b ", "\u200b", "x" * 80, "x" * 81, "Zoe\u0308"],
    Shape.LONG: ["a\r\nb", "  ", "ü" * 2000, "𝄞" * 2001],
    Shape.EMAIL: ["maja", "maja@home", "maja@home.example", "a b@home.example"],
    Shape.NUMBER: ["12", "12,5", "12.50", "−3", "51", "-21", "1e3", "1.000,5", "x", "٣", "007"],
    Shape.AMOUNT: ["12 €", "€12", "12,5€", "501", "-1", "€", "12 $"],
    Shape.SCALE: ["", "4"],
    Shape.ONE: ["", "bern"],
    Shape.SEVERAL: ["", "basel"],
    Shape.YES: ["", "yes"],
    Shape.SLIDER: ["", "120", "121", "-10", "510"],
    Shape.RANKING: ["", "7"],
    Shape.MATRIX_ONE: ["", "bern"],
    Shape.MATRIX_LINES: ["", "25"],
    Shape.SHARE: ["", "101", "50", "20.5"],
}
"""What is put into every control of a shape; empty: nothing is chosen."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def ask(page: Page, expression: str, *facts: object) -> Any:
    """What the script's own parts say."""
    parts = "".join((PARTS / f"{name}.js").read_text("utf-8") for name in NAMES)
    return page.evaluate(f"(facts) => {{ {parts}; return ({expression})(...facts); }}", facts)


def test_a_condition_holds_for_both_or_for_neither(page: Page) -> None:
    clauses = [plain(Condition((clause,))) for clause, _ in CASES]
    said = ask(page, HOLD, clauses, json.loads(json.dumps(ANSWERS)))
    assert said == [met for _, met in CASES]


@pytest.mark.parametrize("every", [True, False], ids=["and", "or"])
def test_clauses_are_joined_alike(page: Page, every: bool) -> None:
    met, unmet = (
        next(each for each, holds in CASES if holds is wanted) for wanted in (True, False)
    )
    pairs = [(met, met), (met, unmet), (unmet, unmet)]
    conditions = [plain(Condition(pair, every)) for pair in pairs]
    said = ask(page, HOLD, conditions, json.loads(json.dumps(ANSWERS)))
    assert said == [True, not every, False]


def test_good_answers_are_read_alike(page: Page) -> None:
    asked = form_of_every_shape()
    page.set_content(draw(asked, context()))
    for shape, texts in GOOD.items():
        if shape is not Shape.FILE:
            assert by_script(page, texts) == by_collector(asked, texts), shape


def test_the_script_says_what_the_collector_says_and_is_never_stricter(page: Page) -> None:
    asked = form(*(question(shape, required=True) for shape in TYPED))
    page.set_content(draw(asked, context()))
    columns = {each.id: each.shape for each in asked.questions}
    agreed = 0
    for number in range(max(map(len, TYPED.values()))):
        texts = {
            column: [typed[number % len(typed)]]
            for column in define(asked).columns
            if (typed := TYPED[columns[column.split("_")[0]]]) and not column.endswith("_other")
        }
        script, collector = by_script(page, texts), by_collector(asked, texts)
        assert script == {column: collector.get(column) for column in script}, texts
        agreed += len(script)
    assert agreed > 150


HOLD = "(all, answers) => all.map((each) => holds(each, answers))"
READ = """(texts) => {
    const form = document.querySelector("form");
    put(form, texts, true);
    const read = fieldsOf(form).map(readField);
    return [Object.assign({}, ...read.map((each) => each.answers)),
            Object.assign({}, ...read.map((each) => each.problems))];
}"""


def by_script(page: Page, texts: Mapping[str, list[str]]) -> dict[str, object]:
    """By column the value, or what is said to be wrong."""
    answers, problems = ask(page, READ, texts)
    return {**answers, **{column: say(*problem) for column, problem in problems.items()}}


def by_collector(asked: Form, texts: Mapping[str, list[str]]) -> dict[str, object]:
    """The same; a box that was left empty is no answer to decide by."""
    cleaned = {column: list(filter(None, map(clean, each))) for column, each in texts.items()}
    told: dict[str, object] = {}
    for each in asked.questions:
        for column, read in read_answers(each, Sent(cleaned, TODAY)).items():
            told[column] = say(read.reason, read.facts) if isinstance(read, Problem) else read
    return json.loads(
        json.dumps({column: each for column, each in told.items() if each is not False})
    )  # type: ignore[no-any-return]
