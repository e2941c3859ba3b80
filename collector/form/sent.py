"""What was sent to one form, fit to be read, and what reading it gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from collector.brief import Limits, Line, Shape
from collector.entries import Value
from collector.errors import Problem
from collector.form.blanks import Typed, read_blank

Outcome: TypeAlias = dict[str, Value | Problem]
"""By column. What is wrong with a question as a whole stands under its id."""


@dataclass(frozen=True)
class Sent:
    """Clean texts by column, none of them empty, and the day they came."""

    texts: Mapping[str, Sequence[str]]
    today: date

    def of(self, column: str) -> Sequence[str]:
        return self.texts.get(column, ())


def read_line(column: str, line: Line, required: bool, sent: Sent) -> Outcome:
    """What was typed into one blank."""
    texts = sent.of(column)
    if not texts:
        return {column: Problem("answer-missing")} if required else {}
    if len(texts) > 1:
        return {column: Problem("answer-repeated")}
    return {column: read_blank(line.shape, Typed(texts[0], line.limits, sent.today))}


def read_own(column: str, sent: Sent) -> Outcome:
    """The words of an option that has a blank of its own."""
    return read_line(column, Line("", "", Shape.TEXT, Limits()), False, sent)
