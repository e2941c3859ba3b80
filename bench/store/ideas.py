"""Ideas as visitors send them: documents of about 400 bytes, and whole submissions."""

import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from bench.garden import BRIEF, TEXT
from collector import form
from collector.acts.visit import Submission, content_digest
from collector.brief import Brief, read
from collector.entries import Document, Idea, State, new_reference, to_document
from collector.garden import Settings

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
CHALLENGES = 10
RARE = 20
"""So many ideas of any store are spam: what a query on an index brings back at every size."""

BREAD = cast("Brief", read(Path("bread.md"), Settings(), text=BRIEF).brief)
ANSWERS = {"title": "Soft rolls", "text": TEXT[:75], "role": "customer"}
_IDEA = Idea(
    ref="",
    challenge="bread",
    form="idea",
    form_hash=form.define(BREAD.forms[0]).hash,
    answers=ANSWERS,
    state=State.WAITING,
    received=NOW,
)
_SUBMISSION = Submission(
    brief=BREAD,
    form=BREAD.forms[0],
    form_hash=_IDEA.form_hash,
    answers=ANSWERS,
    digest=content_digest("bread", "idea", ANSWERS),
    code_hash="",
)


def document() -> Document:
    """One idea, like no other."""
    return {**to_document(_IDEA), "ref": new_reference()}


def submission() -> Submission:
    """A submission that was not sent before."""
    return replace(_SUBMISSION, code_hash=secrets.token_hex(32))


def documents(count: int) -> Iterator[Document]:
    """So many ideas of several challenges; nearly all are approved, and `RARE` of them spam."""
    step = count // RARE
    rare = range(0, RARE * step, step)
    for number in range(count):
        state = State.SPAM if number in rare else State.APPROVED
        yield {
            **document(),
            "challenge": f"challenge-{number % CHALLENGES}",
            "state": state.value,
            "answers": {**ANSWERS, "title": f"Soft rolls number {number}"},
        }
