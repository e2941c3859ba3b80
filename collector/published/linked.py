"""Links between questions: how many were asked the one tells what they answered to another.

    Who are you?                      customer 31   supplier and press hidden, 20 in all
    *Only if you are a supplier.*     17 were asked        ─►  so 3 were from the press

So a survey does not tell how many were asked where that would give away what is covered.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from collector.analysis import LEAST, STEPPED, QuestionResult
from collector.analysis.parts import parts
from collector.brief import BLANKS, Clause, Page, Question, Shape, Test
from collector.form import Definition, columns

OPEN = frozenset({Test.ANSWERED, Test.NOT_ANSWERED})
"""How many answered a question is told with it."""

BY_CLASSES = BLANKS | {Shape.SLIDER, Shape.RANKING, Shape.SHARE}
"""What is told in classes, if at all: a condition cuts them elsewhere."""


def unlinked(
    definition: Definition, n: int, results: Iterable[QuestionResult]
) -> tuple[QuestionResult, ...]:
    """The results of a survey with `n` responses, without what would tell of each other's.

    Of what is left out not even the number of answers is told.
    """
    told = {each.id: each for each in results}
    holders = {
        column: question for question in definition.questions for column in columns(question)
    }
    for page, question in definition.conditional:
        own = [part.name for part in parts(question) if part.name in told]
        open_to_see = all(
            name in told and _is_open(told[name], clause)  # what is personal is not there
            for clause in _clauses(page, question)
            for name in _names(holders.get(clause.column), clause.column)
        )
        for name in own:
            few = told[name].asked < LEAST or 0 < n - told[name].asked < LEAST
            if few or not open_to_see:
                told[name] = _left_out(told[name])
    return tuple(told.values())


def _clauses(page: Page, question: Question) -> Iterator[Clause]:
    for condition in (page.condition, question.condition):
        yield from condition.clauses if condition else ()


def _names(question: Question | None, column: str) -> list[str]:
    """The results that tell what a column brought."""
    if question is None:
        return []
    several = question.shape in (Shape.LINES, Shape.MATRIX_LINES)
    return [column] if several else [question.id]


def _is_open(source: QuestionResult, clause: Clause) -> bool:
    """Whether everything that the clause asks about is told anyway."""
    if clause.test in OPEN:
        return not source.is_untold
    if source.held_back or source.hidden or source.shape in BY_CLASSES:
        return False
    if source.matrix is not None:
        return not any(line.hidden for line in source.matrix.rows)
    return source.shape not in STEPPED or all(each.code.isdecimal() for each in source.rows)


def _left_out(result: QuestionResult) -> QuestionResult:
    return replace(
        result,
        n=0,
        asked=0,
        rows=(),
        hidden=(),
        numbers=None,
        description=None,
        score=None,
        bins=None,
        matrix=None,
        ranking=None,
        sharing=None,
        held_back=True,
    )
