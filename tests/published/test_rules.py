from dataclasses import replace

import pytest

from collector.brief import FormKind, Phase, Results, Shape
from collector.published import results_shown, told_after_vote
from tests.form.forms import form, question

POLL = form(question(Shape.ONE), name="poll", kind=FormKind.POLL)


@pytest.mark.parametrize(
    ("results", "phases"),
    [
        (Results.ALWAYS, {Phase.OPEN, Phase.CLOSED}),
        (Results.AFTER_VOTE, {Phase.OPEN, Phase.CLOSED}),
        (Results.AFTER_CLOSE, {Phase.CLOSED}),
        (Results.NEVER, set()),
    ],
)
def test_whoever_answered_is_told_when_the_brief_says(results, phases):
    poll = replace(POLL, results=results)
    assert {phase for phase in Phase if told_after_vote(poll, phase)} == phases


@pytest.mark.parametrize("results", Results)
@pytest.mark.parametrize("phase", Phase)
def test_what_stands_on_the_page_is_told_to_whoever_answered_too(results, phase):
    poll = replace(POLL, results=results)
    assert told_after_vote(poll, phase) or not results_shown(poll, phase)


@pytest.mark.parametrize("phase", Phase)
def test_an_idea_form_has_no_result(phase):
    ideas = replace(POLL, kind=FormKind.IDEA, results=Results.ALWAYS)
    assert not results_shown(ideas, phase)
    assert not told_after_vote(ideas, phase)
