"""The texts of one question become its answers, or problems, by column. One reader a shape."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from collector.brief import BLANKS, Limits, Line, Option, Question, Shape
from collector.entries import Value
from collector.errors import Problem
from collector.form.blanks import Typed, read_blank
from collector.form.columns import line_column, own_column
from collector.form.hints import choose_reason
from collector.form.read_back import YES

Outcome: TypeAlias = dict[str, Value | Problem]


@dataclass(frozen=True)
class Sent:
    """Clean texts by column, none of them empty, and the day they came."""

    texts: Mapping[str, Sequence[str]]
    today: date

    def of(self, column: str) -> Sequence[str]:
        return self.texts.get(column, ())


def read_answers(question: Question, sent: Sent) -> Outcome:
    """What a question that is due got, by column."""
    return READERS[question.shape](question, sent)


def steps(question: Question) -> range:
    """The whole numbers of a scale or of stars."""
    low = 1 if question.shape is Shape.STARS else question.low
    return range(low, question.high + 1)


def _blank(question: Question, sent: Sent) -> Outcome:
    line = Line("", "", question.shape, question.limits)
    return _filled(question.id, line, question.required, sent)


def _lines(question: Question, sent: Sent) -> Outcome:
    outcome: Outcome = {}
    for line in question.lines:
        outcome |= _filled(line_column(question, line), line, question.required, sent)
    return outcome


def _filled(column: str, line: Line, required: bool, sent: Sent) -> Outcome:
    texts = sent.of(column)
    if not texts:
        return {column: Problem("answer-missing")} if required else {}
    if len(texts) > 1:
        return {column: Problem("answer-repeated")}
    return {column: read_blank(line.shape, Typed(texts[0], line.limits, sent.today))}


def _one(question: Question, sent: Sent) -> Outcome:
    chosen = sent.of(question.id)
    own = _own_words(question, chosen, sent)
    if not chosen:
        return own | _missing(question, "answer-not-chosen")
    if len(chosen) > 1:
        return own | {question.id: Problem("answer-repeated")}
    if chosen[0] not in _codes(question):
        return own | {question.id: Problem("answer-unknown")}
    return {question.id: chosen[0]} | own


def _several(question: Question, sent: Sent) -> Outcome:
    ticked = set(sent.of(question.id))
    own = _own_words(question, ticked, sent)
    if not ticked:
        return own | _missing(question, "answer-not-chosen")
    if not ticked <= set(_codes(question)):
        return own | {question.id: Problem("answer-unknown")}
    if question.choose and not question.choose[0] <= len(ticked) <= question.choose[1]:
        how_many, facts = choose_reason(*question.choose)
        return own | {question.id: Problem(f"answer-choose-{how_many}", facts)}
    return {question.id: tuple(code for code in _codes(question) if code in ticked)} | own


def _own_words(question: Question, chosen: Collection[str], sent: Sent) -> Outcome:
    outcome: Outcome = {}
    for option in question.options:
        column = own_column(question, option)
        if option.own and sent.of(column):
            outcome |= _own(column, option, chosen, sent)
    return outcome


def _own(column: str, option: Option, chosen: Collection[str], sent: Sent) -> Outcome:
    if option.code not in chosen:
        return {column: Problem("answer-own-unticked")}
    return _filled(column, Line(option.code, "", Shape.TEXT, Limits()), False, sent)


def _yes(question: Question, sent: Sent) -> Outcome:
    """Left empty is an answer too: whoever saw the box did not tick it."""
    ticked = set(sent.of(question.id))
    if not ticked and question.required:
        return {question.id: Problem("answer-not-ticked")}
    if not ticked <= {YES}:
        return {question.id: Problem("answer-unknown")}
    return {question.id: bool(ticked)}


def _step(question: Question, sent: Sent) -> Outcome:
    chosen = sent.of(question.id)
    if not chosen:
        return _missing(question, "answer-not-chosen")
    if len(chosen) > 1:
        return {question.id: Problem("answer-repeated")}
    number = next((step for step in steps(question) if str(step) == chosen[0]), None)
    return {question.id: Problem("answer-unknown") if number is None else number}


def _missing(question: Question, reason: str) -> Outcome:
    return {question.id: Problem(reason)} if question.required else {}


def _codes(question: Question) -> tuple[str, ...]:
    return tuple(option.code for option in question.options)


READERS: dict[Shape, Callable[[Question, Sent], Outcome]] = {
    **dict.fromkeys(BLANKS, _blank),
    Shape.ONE: _one,
    Shape.SEVERAL: _several,
    Shape.YES: _yes,
    Shape.SCALE: _step,
    Shape.STARS: _step,
    Shape.LINES: _lines,
}
