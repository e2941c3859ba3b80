"""Results on their way to the public: a survey's move in steps, a poll's at once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from collector import published
from collector.brief import FormKind, Results, Shape
from collector.garden import Garden, Settings
from collector.jobs import publish_all
from collector.published import Counted, FormResult
from collector.store import Store, writes
from tests.form.forms import form, question
from tests.kept import NOW, brief, response

ASKED = question(Shape.ONE)
SURVEY = form(ASKED, name="survey", kind=FormKind.SURVEY, results=Results.ALWAYS)
POLL = replace(SURVEY, name="poll", kind=FormKind.POLL)
BRIEF = brief(SURVEY, POLL)


@pytest.fixture
def garden(tmp_path: Path) -> Garden:
    return Garden(tmp_path, Settings())


@pytest.fixture
def store(garden: Garden) -> Iterator[Store]:
    with Store.open(garden) as store:
        yield store


def answers(store: Store, *towns: str) -> None:
    """Somebody answers the survey and the poll alike, for each town."""
    for town in towns:
        for each in (SURVEY, POLL):
            writes.add(store, response(each, {"one": town}))


def shown(garden: Garden, store: Store, form: str) -> dict[str, int]:
    """The counts that are public after pages were filled."""
    publish_all(garden, store, {BRIEF.slug: BRIEF}, NOW)
    data = published.read(garden.published / "bread.json")
    (told,) = data.results[form].questions
    return {row.code: row.count for row in told.rows}


def test_a_survey_moves_once_five_people_changed_it_and_a_poll_at_once(
    garden: Garden, store: Store
) -> None:
    answers(store, *["bern"] * 6, *["basel"] * 6, *["other"] * 6)
    assert shown(garden, store, "survey") == {"bern": 6, "basel": 6, "other": 6}
    for more in range(1, 5):
        answers(store, "bern")
        assert shown(garden, store, "survey") == {"bern": 6, "basel": 6, "other": 6}
        assert shown(garden, store, "poll")["bern"] == 6 + more
    answers(store, "basel")
    assert shown(garden, store, "survey") == {"bern": 10, "basel": 7, "other": 6}


def test_what_is_told_to_whoever_answered_moves_in_the_same_steps(
    garden: Garden, store: Store
) -> None:
    answers(store, *["bern"] * 9, *["basel"] * 9, *["other"] * 9)
    before = shown(garden, store, "survey")
    answers(store, "bern")
    assert shown(garden, store, "survey") == before
    (told,) = Counted.read(garden.counted / "bread.json").results["survey"].questions
    assert {row.code: row.count for row in told.rows} == before


def test_what_an_older_version_told_openly_is_covered_now(garden: Garden, store: Store) -> None:
    answers(store, *["bern"] * 9, *["basel"] * 8, "other")
    publish_all(garden, store, {BRIEF.slug: BRIEF}, NOW)
    (poll,) = Counted.read(garden.counted / "bread.json").results["poll"].questions
    assert len(poll.rows) == 3
    open_then = Counted(NOW - timedelta(days=1), {"survey": FormResult("Share", 18, (poll,))})
    open_then.write(garden.counted / "bread.json")
    assert shown(garden, store, "survey") == {"bern": 9}


@pytest.mark.parametrize("content", [b"", b"[]", b'{"as_of": 1}'])
def test_where_the_last_step_can_not_be_read_results_begin_anew(
    garden: Garden, store: Store, content: bytes
) -> None:
    answers(store, *["bern"] * 6, *["basel"] * 6, *["other"] * 6)
    shown(garden, store, "survey")
    (garden.counted / "bread.json").write_bytes(content)
    answers(store, "bern")
    assert shown(garden, store, "survey")["bern"] == 7
