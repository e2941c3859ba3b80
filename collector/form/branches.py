"""A branch is one of the ways an answer can go that matters to a later condition.

All answers to a question fall into few kinds: those for which the conditions that link it come out
alike. One answer of each kind stands for all, so that every path through a form can be walked.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, product

from collector.brief import Clause, Condition, Question, Shape
from collector.entries import Value
from collector.errors import Problem
from collector.form.answers import read_answers
from collector.form.columns import columns
from collector.form.definition import Definition
from collector.form.due import is_met
from collector.form.made import Raw, made
from collector.form.sent import Sent
from collector.form.tries import tries

MOST_TRIED = 4_096
"""Of one question's answers; past that its branches are not all known."""
DAY = date(2099, 1, 1)
"""The day on which made-up answers come: dates from today on are asked for in some briefs."""


@dataclass(frozen=True)
class Branch:
    """What is sent for a question, and what it reads as."""

    sent: Mapping[str, Sequence[str]]
    answers: Mapping[str, Value]


@dataclass(frozen=True)
class Branches:
    """The branches of one question; `whole` unless there were too many answers to try."""

    of: tuple[Branch, ...]
    whole: bool = True


UNKNOWN = Branches((Branch({}, {}),), whole=False)
"""Of a question whose answers can't be made up."""


def clauses_of(definition: Definition) -> dict[str, list[Clause]]:
    """Everything that a form's conditions ask, by column."""
    asked: dict[str, list[Clause]] = {}
    for page in definition.pages:
        conditions = [page.condition, *(question.condition for question in page.questions)]
        for condition in filter(None, conditions):
            _note(condition, asked)
    return asked


def branches(question: Question, asked: Mapping[str, Sequence[Clause]]) -> Branches:
    """One branch for each way in which the clauses that link the question can come out."""
    linked = [column for column in columns(question) if column in asked]
    tests = [clause for column in linked for clause in asked[column]]
    tried = [[*tries(question, column, asked[column]), []] for column in linked]
    found: dict[tuple[bool, ...], Branch] = {}
    wanted = [*islice(_wanted(linked, tried), MOST_TRIED)]
    for branch in filter(None, (_branch(question, each) for each in wanted)):
        found.setdefault(tuple(is_met(each, branch.answers) for each in tests), branch)
    whole = len(wanted) < MOST_TRIED and not (question.shape is Shape.SHARE and len(linked) > 1)
    return Branches(tuple(found.values()), whole) if found else UNKNOWN


def _note(condition: Condition, asked: dict[str, list[Clause]]) -> None:
    for clause in condition.clauses:
        clauses = asked.setdefault(clause.column, [])
        if clause not in clauses:
            clauses.append(clause)


def _wanted(linked: Sequence[str], tried: Sequence[Sequence[list[str]]]) -> Iterator[Raw | None]:
    """Every combination of what to try; at the end nothing at all."""
    for texts in product(*tried):
        yield dict(zip(linked, texts, strict=True))
    yield None


def _branch(question: Question, wanted: Raw | None) -> Branch | None:
    """The branch that this takes; None if the question refuses it."""
    sent = made(question, wanted) if wanted is not None else {}
    outcome = read_answers(question, Sent(sent, DAY))
    answers = {name: value for name, value in outcome.items() if not isinstance(value, Problem)}
    return Branch(sent, answers) if len(answers) == len(outcome) else None
