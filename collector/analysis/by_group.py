"""Answers by group: how many of each group gave each answer, without what would tell of a few."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from collector.analysis.chi_square import Table
from collector.analysis.connection import Connection, connections
from collector.analysis.few import LEAST, TooFew
from collector.analysis.result import STEPPED
from collector.analysis.suppression import Shown, suppress
from collector.brief import Form, Group, Question, Shape
from collector.entries import Response, Value


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
            value = response.answers.get(question.id)
            if response.group and _is_answer(question, value):
                counts[question.id][response.group, str(value)] += 1
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


def _is_answer(question: Question, value: Value | None) -> bool:
    """Whether it answers the question as it is asked now; an older form may have asked for words,
    a tick or several answers.
    """
    if question.shape in STEPPED:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, str)


def _answers(question: Question, counts: Counter[tuple[str, str]]) -> dict[str, str]:
    """By code what the answers are called, in the form's order; those that are no more, behind.

    Of these none that a few gave: where an older form asked for words, it would be their own.
    """
    labels = {option.code: option.label for option in question.options}
    given = Counter[str]()
    for (_, code), count in counts.items():
        given[code] += count
    if question.shape in STEPPED:
        return {code: labels.get(code, code) for code in sorted(given, key=int)}
    gone = sorted(code for code, n in given.items() if code not in labels and n >= LEAST)
    return labels | {code: code for code in gone}


def _table(
    groups: Sequence[Group], heads: dict[str, str], counts: Counter[tuple[str, str]]
) -> Table:
    return [[counts[group.code, code] for code in heads] for group in groups]
