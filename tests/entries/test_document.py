"""An entry survives being written down and read again."""

import json
from datetime import UTC, datetime

import pytest

from collector.entries import Idea, Job, JobKind, Progress, State, from_document, to_document

IDEA = Idea(
    ref="k3",
    challenge="bread",
    form="idea",
    form_hash="ab",
    answers={"title": "Rye", "days": ("mon", "sat"), "loaves": 3, "weight": 1.5, "agree": True},
    state=State.WAITING,
    received=datetime(2026, 3, 29, 1, 30, tzinfo=UTC),
    flags=("trap",),
    progress=Progress.UNDER_REVIEW,
)
JOB = Job(key="k", kind=JobKind.FILL, subject="bread", due=datetime(2026, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize("entry", [IDEA, JOB])
def test_an_entry_survives_json(entry: object) -> None:
    document = json.loads(json.dumps(to_document(entry)))
    assert from_document(type(entry), document) == entry


def test_what_a_newer_kit_wrote_beside_it_is_left_out() -> None:
    assert from_document(Idea, to_document(IDEA) | {"colour": "red"}) == IDEA
