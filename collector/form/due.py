"""Which questions were due: a condition is decided from the answers that came before it."""

from collections.abc import Mapping

from collector.brief import Clause, Condition, Page, Question, Range, Test
from collector.entries import Value
from collector.form.columns import columns
from collector.form.definition import Definition

Answers = Mapping[str, Value]


def due(definition: Definition, answers: Answers) -> frozenset[str]:
    """The ids of the questions that checked answers made due.

    What was answered was due, though the answer that it hung on may have been erased since.
    """
    if not definition.conditional:
        return definition.unconditional
    met = (
        each
        for page, each in definition.conditional
        if is_due(page, each, answers) or not answers.keys().isdisjoint(columns(each))
    )
    return definition.unconditional.union(question.id for question in met)


def is_due(page: Page, question: Question, answers: Answers) -> bool:
    """Whether the page's condition and the question's own hold for the answers so far."""
    return holds(page.condition, answers) and holds(question.condition, answers)


def holds(condition: Condition | None, answers: Answers) -> bool:
    """Whether a condition is met; no condition always is.

    "is not" holds wherever "is" does not: also where nothing was answered.
    """
    if condition is None:
        return True
    join = all if condition.every else any
    return join(is_met(clause, answers) for clause in condition.clauses)


def is_met(clause: Clause, answers: Answers) -> bool:
    """Whether one test holds, also where nothing was answered."""
    value = answers.get(clause.column, False)
    answered = value is not False
    match clause.test:
        case Test.ANSWERED:
            return answered
        case Test.NOT_ANSWERED:
            return not answered
        case Test.IS:
            return answered and _is_any(value, clause.values)
        case Test.IS_NOT:
            return not (answered and _is_any(value, clause.values))
        case Test.AT_LEAST:
            return answered and any(_number(value) >= _bound(each) for each in clause.values)
        case Test.AT_MOST:
            return answered and any(_number(value) <= _bound(each) for each in clause.values)


def _is_any(value: Value, wanted: tuple[str | Range, ...]) -> bool:
    return any(_is(value, each) for each in wanted)


def _is(value: Value, wanted: str | Range) -> bool:
    if isinstance(wanted, Range):
        return wanted.low <= _number(value) <= wanted.high
    if value is True:
        return True  # a check box has a single answer, and its code is what was asked for
    if isinstance(value, tuple):
        return wanted in value
    return str(value) == wanted


def _number(value: Value) -> float:
    """A number to compare; what is none compares with nothing."""
    return value if isinstance(value, int | float) else float("nan")


def _bound(wanted: str | Range) -> float:
    return wanted.low if isinstance(wanted, Range) else float(wanted)
