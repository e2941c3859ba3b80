"""Answers by group: how many of each group gave each answer, without what would tell of a few."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from collector.analysis.chi_square import Table
from collector.analysis.connection import Connection, connections
from collector.analysis.few import TooFew
from collector.analysis.result import STEPPED
from collector.analysis.suppression import Shown, suppress
from collector.brief import Form, Group, Question, Shape
from collector.entries import Response


@dataclass(frozen=True)
class ByGroup:
    """One question. `shown` has a row for each of the `names`, a column for each of `answers`."""

    question: Question
    names: tuple[str, ...]
    answers: tuple[str, ...]
    shown: Shown
    found: Connection | TooFew


def by_group(form: Form, groups: Sequence[Group], responses: Iterable[Response]) -> list[ByGroup]:
    """Of each question with one answer out of a few; whoever belongs to no group is left out.

    Totals may stand elsewhere for other people than these, so that they hide like any count.
    """
    asked = [each for each in form.questions if _has_one_answer(each)]
    counts: dict[str, Counter[tuple[str, str]]] = {each.id: Counter() for each in asked}
    for response in responses:
        for question in asked:
            if response.group and question.id in response.answers:
                counts[question.id][response.group, str(response.answers[question.id])] += 1
    heads = {each.id: _answers(each, counts[each.id]) for each in asked}
    tables = {each.id: _table(groups, heads[each.id], counts[each.id]) for each in asked}
    found = connections(tables)
    names = tuple(group.label for group in groups)
    return [
        ByGroup(
            each,
            names,
            tuple(heads[each.id].values()),
            suppress(tables[each.id], told=False),
            found[each.id],
        )
        for each in asked
        if heads[each.id]
    ]


def _has_one_answer(question: Question) -> bool:
    return not question.identifies and (question.shape is Shape.ONE or question.shape in STEPPED)


def _answers(question: Question, counts: Counter[tuple[str, str]]) -> dict[str, str]:
    """By code what the answers are called, in the form's order; those that are no more, behind."""
    labels = {option.code: option.label for option in question.options}
    given = {code for _, code in counts}
    if question.shape in STEPPED:
        return {code: labels.get(code, code) for code in sorted(given, key=float)}
    return labels | {code: code for code in sorted(given - labels.keys())}


def _table(
    groups: Sequence[Group], heads: dict[str, str], counts: Counter[tuple[str, str]]
) -> Table:
    return [[counts[group.code, code] for code in heads] for group in groups]
