"""When the result of a form is told, to whom, and how many answers it takes."""

from dataclasses import replace
from datetime import datetime

from collector.analysis import (
    LEAST,
    STEPPED,
    Description,
    Matrix,
    QuestionResult,
    TrialResult,
    blurred,
    blurred_sharing,
    covered,
)
from collector.brief import (
    Act,
    Brief,
    CountsShown,
    Form,
    FormKind,
    Phase,
    Results,
    Shape,
    Showing,
)

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


def _phase(brief: Brief, form: Form, now: datetime) -> Phase:
    """Where the form stands: closed once no later phase lets anybody answer."""
    standing = brief.standing(form.act, now)
    is_over = standing.opens is None and standing.closes is not None and not standing.allowed
    return Phase.CLOSED if is_over else brief.phase(now)


def results_shown(brief: Brief, form: Form, now: datetime) -> bool:
    """Whether the form's result stands on the static page; dated phases must show it too."""
    told = form.kind is not FormKind.IDEA and _phase(brief, form, now) in ON_THE_PAGE[form.results]
    return told and brief.shows(Showing.RESULTS, now)


def told_after_vote(brief: Brief, form: Form, now: datetime) -> bool:
    """Whether the collector tells the form's result to whoever has answered it.

    `after-vote` promises that, whatever dated phases show to everybody.
    """
    if (
        form.kind is FormKind.IDEA
        or _phase(brief, form, now) not in TO_WHOEVER_ANSWERED[form.results]
    ):
        return False
    return form.results is Results.AFTER_VOTE or brief.shows(Showing.RESULTS, now)


def scores_shown(brief: Brief, now: datetime) -> bool:
    """Whether a jury's scores stand with the ideas: never, unless the brief says when."""
    if brief.scorecard is None:
        return False
    return brief.phase(now) in ON_THE_PAGE[brief.scorecard.results]


def votes_shown(brief: Brief, now: datetime) -> bool:
    """Whether the counts of votes stand on the static page, which everybody sees alike."""
    if brief.voting is None:
        return False
    standing = brief.standing(Act.VOTE, now)
    is_over = not standing.allowed and standing.opens is None
    told = brief.voting.counts is CountsShown.ALWAYS or is_over
    return told and brief.shows(Showing.COUNTS, now)


def votes_told(brief: Brief, now: datetime, voted: bool) -> bool:
    """Whether the collector tells an idea's count to somebody, who has `voted` on it or not."""
    if brief.voting is None or not brief.shows(Showing.COUNTS, now):
        return False
    after_vote = brief.voting.counts is CountsShown.AFTER_VOTE
    return votes_shown(brief, now) or (after_vote and voted)


def for_the_public(form: Form, result: QuestionResult) -> QuestionResult:
    """The result without what would tell a single answer.

    A poll's plain counts are never held back; a survey's wait for five answers, and are covered.
    Means, medians and scores wait in both. The least and the most of numbers are never told: each
    is somebody's answer.
    """
    poll = form.kind is FormKind.POLL
    if 0 < result.n < LEAST:
        return _of_few(result, told=poll)
    public = replace(
        result,
        numbers=result.numbers and replace(result.numbers, least=None, most=None),
        description=result.description and _description(result.shape, result.description),
        matrix=result.matrix and _matrix(result.matrix),
        sharing=result.sharing and blurred_sharing(result.sharing),
    )
    return covered(public) if result.n and not poll else public


def _description(shape: Shape, told: Description) -> Description:
    """Of the steps of a scale each is counted; other numbers must not be told one by one."""
    return replace(told, deviation=None) if shape in STEPPED else blurred(told)


def _of_few(result: QuestionResult, told: bool) -> QuestionResult:
    """Only plain counts, and those only if they are `told`."""
    matrix = result.matrix and _matrix(result.matrix) if told else None
    rows = result.rows if told else ()
    waits = (result.numbers, result.ranking, result.sharing) != (None, None, None)
    return replace(
        result,
        rows=rows,
        matrix=matrix,
        hidden=(),
        held_back=not told or (waits and not rows),
        numbers=None,
        description=None,
        score=None,
        bins=None,
        ranking=None,
        sharing=None,
    )


def without_few(result: TrialResult) -> TrialResult:
    """The trial's result without counts of so few that they would tell of single people."""
    if all(arm.answered == 0 or arm.answered >= LEAST for arm in result.arms):
        return result
    arms = tuple(replace(arm, count=None) for arm in result.arms)
    return replace(result, arms=arms, contrasts=())


def _matrix(matrix: Matrix) -> Matrix:
    """Its lines' means wait for five answers as well."""
    rows = (replace(each, mean=each.mean if each.n >= LEAST else None) for each in matrix.rows)
    return replace(matrix, rows=tuple(rows))
