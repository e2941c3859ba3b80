"""When the result of a form is told, to whom, and how many answers it takes."""

from dataclasses import replace

from collector.analysis import QuestionResult
from collector.brief import Form, FormKind, Phase, Results

LEAST = 5
"""Fewer answers than this could be told apart: a survey's counts, and any mean, wait for more."""

ON_THE_PAGE: dict[Results, frozenset[Phase]] = {
    Results.NEVER: frozenset(),
    Results.AFTER_VOTE: frozenset({Phase.CLOSED}),
    Results.AFTER_CLOSE: frozenset({Phase.CLOSED}),
    Results.ALWAYS: frozenset({Phase.OPEN, Phase.CLOSED}),
}
"""A public file can't be shown to some, so that "after vote" is on the page once all is over."""

TO_WHOEVER_ANSWERED: dict[Results, frozenset[Phase]] = {
    **ON_THE_PAGE,
    Results.AFTER_VOTE: frozenset({Phase.OPEN, Phase.CLOSED}),
}


def results_shown(form: Form, phase: Phase) -> bool:
    """Whether the form's result stands on the static page."""
    return form.kind is not FormKind.IDEA and phase in ON_THE_PAGE[form.results]


def told_after_vote(form: Form, phase: Phase) -> bool:
    """Whether the collector tells the form's result to whoever has answered it."""
    return form.kind is not FormKind.IDEA and phase in TO_WHOEVER_ANSWERED[form.results]


def for_the_public(form: Form, result: QuestionResult) -> QuestionResult:
    """The result without what would tell a single answer.

    A poll's counts are never held back. The least and the most of numbers always are: each is
    somebody's answer.
    """
    few = 0 < result.n < LEAST
    numbers = result.numbers
    return replace(
        result,
        rows=() if few and form.kind is not FormKind.POLL else result.rows,
        numbers=None if few or numbers is None else replace(numbers, least=None, most=None),
        score=None if few else result.score,
        held_back=few and form.kind is not FormKind.POLL,
    )
