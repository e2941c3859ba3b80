from dataclasses import replace
from datetime import timedelta

import pytest

from collector.brief import Act, Brief, DatedPhase, FormKind, Phase, Results, Shape, Showing
from collector.published import results_shown, told_after_vote
from tests.form.forms import form, question
from tests.kept import AFTER, BEFORE, NOW, brief

POLL = form(question(Shape.ONE), name="poll", kind=FormKind.POLL)
IN = {
    Phase.UPCOMING: brief(POLL, opens=AFTER),
    Phase.OPEN: brief(POLL, opens=BEFORE, closes=AFTER),
    Phase.CLOSED: brief(POLL, closes=BEFORE),
}


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
    assert {phase for phase in Phase if told_after_vote(IN[phase], poll, NOW)} == phases


@pytest.mark.parametrize("results", Results)
@pytest.mark.parametrize("phase", Phase)
def test_what_stands_on_the_page_is_told_to_whoever_answered_too(results, phase):
    poll = replace(POLL, results=results)
    assert told_after_vote(IN[phase], poll, NOW) or not results_shown(IN[phase], poll, NOW)


@pytest.mark.parametrize("phase", Phase)
def test_an_idea_form_has_no_result(phase):
    ideas = replace(POLL, kind=FormKind.IDEA, results=Results.ALWAYS)
    assert not results_shown(IN[phase], ideas, NOW)
    assert not told_after_vote(IN[phase], ideas, NOW)


def in_a_phase_that_shows(*shows: Showing) -> Brief:
    phase = DatedPhase("Now", BEFORE, AFTER, shows=frozenset(shows))
    return brief(POLL, phases=(phase,), opens=BEFORE, closes=AFTER)


@pytest.mark.parametrize(
    ("results", "page", "sender"),
    [
        (Results.ALWAYS, False, False),
        (Results.AFTER_VOTE, False, True),
        (Results.AFTER_CLOSE, False, False),
        (Results.NEVER, False, False),
    ],
)
def test_a_phase_that_shows_no_results_keeps_back_all_but_what_senders_were_promised(
    results, page, sender
):
    challenge, poll = in_a_phase_that_shows(Showing.IDEAS), replace(POLL, results=results)
    assert results_shown(challenge, poll, NOW) is page
    assert told_after_vote(challenge, poll, NOW) is sender


@pytest.mark.parametrize("results", Results)
def test_a_phase_that_shows_results_tells_what_the_form_lets_it(results):
    challenge, poll = in_a_phase_that_shows(Showing.RESULTS), replace(POLL, results=results)
    assert results_shown(challenge, poll, NOW) is (results is Results.ALWAYS)
    assert results_shown(challenge, poll, AFTER + timedelta(days=1)) is (
        results is not Results.NEVER
    )


@pytest.mark.parametrize("results", [Results.AFTER_CLOSE, Results.AFTER_VOTE, Results.ALWAYS])
def test_what_waits_for_the_end_waits_until_nobody_can_answer_any_more(results):
    poll, middle = replace(POLL, results=results), BEFORE + (AFTER - BEFORE) / 2
    phases = (
        DatedPhase("Answer", BEFORE, middle, frozenset({Act.ANSWER})),
        DatedPhase("Look", middle, AFTER, shows=frozenset({Showing.RESULTS})),
    )
    challenge = brief(poll, phases=phases, opens=BEFORE, closes=AFTER)
    assert not results_shown(challenge, poll, middle - timedelta(seconds=1))
    assert results_shown(challenge, poll, middle)
