"""A survey of thirty questions, and any number of answers to it."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from collector.brief import Form, read
from collector.entries import Response, State, Value, new_reference
from collector.form import define
from collector.garden import Settings

SLUG = "survey"
OPTIONS = ("bread", "rolls", "cake", "coffee", "none")
ONE, SEVERAL, SCALES, NUMBERS, DAYS, WORDS = 10, 5, 8, 3, 2, 2
"""Questions of each kind; thirty in all."""
TEXT = "The rolls were still warm at four, and somebody had kept the last loaf for us. "


def brief_text() -> str:
    """The brief as an owner would write it."""
    return "\n".join(
        (
            "---\ncloses: never\n---\n\n# What matters to you?\n\nThirty questions.\n",
            "## Your answers {.survey results=always}\n",
            *(_question("one", each, _list("( )")) for each in range(ONE)),
            *(_question("several", each, _list("[ ]")) for each in range(SEVERAL)),
            *(_question("scale", each, "(1) Bad … (5) Good") for each in range(SCALES)),
            *(_question("number", each, "____ (number 0–500)") for each in range(NUMBERS)),
            *(_question("day", each, "____ (date)") for each in range(DAYS)),
            *(_question("words", each, "____ (long)") for each in range(WORDS)),
        )
    )


def asked() -> Form:
    """The survey, read from its brief."""
    brief = read(Path(f"{SLUG}.md"), Settings(), text=brief_text()).brief
    if brief is None:
        raise RuntimeError("the brief of the measurement does not read")
    return brief.forms[0]


def responses(form: Form, size: int) -> Iterator[Response]:
    """So many different responses."""
    chance = random.Random(size)  # figures, no secrets
    begin = datetime(2026, 5, 1, tzinfo=UTC)
    form_hash = define(form).hash
    for number in range(size):
        yield Response(
            ref=new_reference(),
            challenge=SLUG,
            form=form.name,
            form_hash=form_hash,
            answers=_answers(chance, number),
            state=State.APPROVED,
            received=begin + timedelta(hours=number % 5000),
        )


def _question(kind: str, number: int, answer: str) -> str:
    return f"### {kind.capitalize()} {number} {{#{kind}{number}}}\n\n{answer}\n"


def _list(mark: str) -> str:
    brackets = [mark.replace(" ", code) for code in OPTIONS]
    return "\n".join(
        f"- {bracket} {code.capitalize()}" for bracket, code in zip(brackets, OPTIONS, strict=True)
    )


def _answers(chance: random.Random, number: int) -> dict[str, Value]:
    return {
        **{f"one{each}": chance.choice(OPTIONS) for each in range(ONE)},
        **{f"several{each}": tuple(chance.sample(OPTIONS, 2)) for each in range(SEVERAL)},
        **{f"scale{each}": chance.randint(1, 5) for each in range(SCALES)},
        **{f"number{each}": chance.randint(0, 500) for each in range(NUMBERS)},
        **{f"day{each}": f"2026-{chance.randint(1, 12):02}-01" for each in range(DAYS)},
        **{f"words{each}": f"{TEXT * chance.randint(1, 3)}({number})" for each in range(WORDS)},
    }
