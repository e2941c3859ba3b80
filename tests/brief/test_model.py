from datetime import UTC, datetime, timedelta

import pytest

from collector.brief import Phase

OPENS = datetime(2026, 11, 30, 23, tzinfo=UTC)
CLOSES = datetime(2026, 12, 15, 23, tzinfo=UTC)
BEFORE = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("now", "phase"),
    [
        (OPENS - BEFORE, Phase.UPCOMING),
        (OPENS, Phase.OPEN),
        (CLOSES - BEFORE, Phase.OPEN),
        (CLOSES, Phase.CLOSED),
    ],
)
def test_open_is_from_the_start_up_to_the_end_which_is_not_part_of_it(author, now, phase):
    brief = author.sets("opens: 2026-12-01\ncloses: 2026-12-15")
    assert brief.phase(now) is phase


def test_a_challenge_without_dates_is_always_open(author):
    assert author.sets("prize: A loaf").phase(OPENS) is Phase.OPEN


def test_answers_to_surveys_are_never_shown(author):
    form = author.makes_form("### One {#text}\n____\n")
    assert not form.shown(form.questions[0])


def test_a_form_is_found_by_its_name(author):
    brief = author.publishes("---\ncloses: never\n---\n# B\n\n## A {.poll #a}\n\n### One\n____\n")
    assert brief.form("a") == brief.forms[0]
    assert brief.form("b") is None
