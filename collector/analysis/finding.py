"""A finding is what the counts of one question say, in the words of the form; shape by shape."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from collector.analysis.ballots import BallotBox
from collector.analysis.bins import bins
from collector.analysis.count import NOT_TICKED, TICKED, Count
from collector.analysis.description import describe
from collector.analysis.few import LEAST, TooFew
from collector.analysis.matrix import Matrix, matrix
from collector.analysis.parts import parts
from collector.analysis.ranking import rank
from collector.analysis.result import STEPPED, QuestionResult
from collector.analysis.sharing import Points
from collector.brief import BLANKS, Question, Shape
from collector.form.columns import line_column
from collector.words import say

Labels: TypeAlias = Mapping[str, Any]
"""A form's labels document, or its part for one question."""

Counts: TypeAlias = Mapping[str, Count | Points]
"""By the part's name."""

SPREAD = frozenset({Shape.NUMBER, Shape.AMOUNT, Shape.SLIDER})
"""Numbers of which there are too many to tell each."""


def findings(question: Question, counts: Counts, labels: Labels) -> Iterator[QuestionResult]:
    """The results of one question, one a line for lists of lines."""
    return FINDINGS[question.shape](question, counts, labels)


def _each(question: Question, counts: Counts, labels: Labels) -> Iterator[QuestionResult]:
    gone = labels.get("options", {})
    limits = {line_column(question, each): each.limits for each in question.lines}
    for part in parts(question):
        count = counts[part.name]
        if not isinstance(count, Count):
            continue
        known = ROWS[part.shape](question, labels)
        scale = (question.low, question.high) if part.shape in STEPPED else None
        described = describe(count.numbers, scale)
        spread = bins(count.numbers, LEAST) if part.shape in SPREAD else None
        yield QuestionResult(
            id=part.name,
            label=_label(question, part.name, labels),
            shape=part.shape,
            n=count.n,
            asked=count.asked,
            rows=count.rows(known, gone) if known else (),
            numbers=count.described(),
            score=count.score() if question.nps else None,
            description=None if isinstance(described, TooFew) else described,
            bins=None if isinstance(spread, TooFew) else spread,
            unit=limits.get(part.name, question.limits).unit,
        )


def _whole(
    question: Question, count: Count | Points, words: Labels, **found: Any
) -> Iterator[QuestionResult]:
    label = _label(question, question.id, words)
    yield QuestionResult(question.id, label, question.shape, count.n, count.asked, **found)


def _table(question: Question, counts: Counts, labels: Labels) -> Iterator[QuestionResult]:
    whole, *lines = parts(question)
    told = {part.name: counts[part.name] for part in lines}
    found = _matrix(question, told, labels)
    yield from _whole(question, counts[whole.name], labels, matrix=found)


def _matrix(question: Question, counts: Counts, labels: Labels) -> Matrix:
    by_line = {
        line.code: count
        for line in question.lines
        if isinstance(count := counts[line_column(question, line)], Count)
    }
    codes = [option.code for option in question.options]
    return matrix(
        {code: count.codes for code, count in by_line.items()},
        {code: count.n for code, count in by_line.items()},
        _lines(question, labels),
        _options(question, labels),
        question.shape is Shape.MATRIX_ONE and _are_steps(codes),
    )


def _are_steps(codes: list[str]) -> bool:
    """Whether the author numbered the answers, in order."""
    return all(code.isdecimal() for code in codes) and codes == sorted(codes, key=int)


def _order(question: Question, counts: Counts, labels: Labels) -> Iterator[QuestionResult]:
    count = counts[question.id]
    known = _options(question, labels)
    ballots = count.ballots if isinstance(count, BallotBox) else {}
    found = rank(ballots, [*known])
    ranking = None if isinstance(found, TooFew) else found
    yield from _whole(question, count, labels, ranking=ranking, labels=known)


def _shared(question: Question, counts: Counts, labels: Labels) -> Iterator[QuestionResult]:
    count = counts[question.id]
    known = _lines(question, labels)
    found = count.shared([*known], question.total) if isinstance(count, Points) else None
    facts = {"labels": known, "unit": question.limits.unit, "total": question.total}
    sharing = None if isinstance(found, TooFew) else found
    yield from _whole(question, count, labels, sharing=sharing, **facts)


def _label(question: Question, column: str, labels: Labels) -> str:
    label = str(labels.get("label", question.id))
    if column == question.id:
        return label
    lines, heads = labels.get("lines", {}), labels.get("options", {})
    codes = column.removeprefix(f"{question.id}__").split("__")
    line = lines.get(codes[0], codes[0])
    if len(codes) == 1:
        return say("row-line", {"question": label, "line": line})
    return say("row-cell", {"question": label, "line": line, "head": heads.get(codes[1], codes[1])})


def _none(_question: Question, _labels: Labels) -> dict[str, str]:
    return {}


def _options(question: Question, labels: Labels) -> dict[str, str]:
    words = labels.get("options", {})
    return {option.code: words.get(option.code, option.code) for option in question.options}


def _lines(question: Question, labels: Labels) -> dict[str, str]:
    words = labels.get("lines", {})
    return {line.code: words.get(line.code, line.code) for line in question.lines}


def _box(_question: Question, _labels: Labels) -> dict[str, str]:
    return {TICKED: say("row-ticked"), NOT_TICKED: say("row-not-ticked")}


def _points(question: Question, labels: Labels) -> dict[str, str]:
    words = labels.get("points", {})
    codes = [str(step) for step in range(question.low, question.high + 1)]
    return {
        code: say("row-point", {"step": code, "label": words[code]}) if words.get(code) else code
        for code in codes
    }


def _stars(question: Question, _labels: Labels) -> dict[str, str]:
    steps = range(1, question.high + 1)
    return {
        str(step): say("row-star" if step == 1 else "row-stars", {"step": step}) for step in steps
    }


ROWS: dict[Shape, Callable[[Question, Labels], dict[str, str]]] = {
    **dict.fromkeys(BLANKS, _none),
    Shape.FILE: _none,
    Shape.SLIDER: _none,
    Shape.ONE: _options,
    Shape.SEVERAL: _options,
    Shape.YES: _box,
    Shape.SCALE: _points,
    Shape.STARS: _stars,
}
"""What can be answered, code by code; what is answered in words or numbers has no rows."""

Finder: TypeAlias = Callable[[Question, Counts, Labels], Iterator[QuestionResult]]

FINDINGS: dict[Shape, Finder] = {
    **dict.fromkeys(ROWS, _each),
    Shape.LINES: _each,
    Shape.MATRIX_LINES: _each,
    Shape.MATRIX_ONE: _table,
    Shape.MATRIX_SEVERAL: _table,
    Shape.RANKING: _order,
    Shape.SHARE: _shared,
}
