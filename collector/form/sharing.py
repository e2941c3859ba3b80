"""A total that is shared out between lines; a line left empty got nothing."""

from math import fsum

from collector.brief import Line, Question
from collector.entries import Value
from collector.errors import Problem
from collector.form.columns import line_column
from collector.form.numbers import told
from collector.form.sent import Outcome, Sent, read_line

DECIMALS = 6
"""As many as a number that is typed can have."""


def read_share(question: Question, sent: Sent) -> Outcome:
    """What each line was given; a sum that is not the total is said at the whole question."""
    typed: Outcome = {}
    for line in question.lines:
        typed |= read_line(line_column(question, line), line, False, sent)
    if not typed:
        return {question.id: Problem("answer-missing")} if question.required else {}
    read = {
        column: typed.get(column, _nothing(line))
        for line in question.lines
        if (column := line_column(question, line))
    }
    shares = [each for each in read.values() if isinstance(each, int | float)]
    if len(shares) == len(read) and (problem := _difference(question, shares)):
        return {**read, question.id: problem}
    return read


def _nothing(line: Line) -> Value | Problem:
    least = line.limits.least or 0
    return Problem("answer-too-small", {"least": told(least)}) if least > 0 else 0


def _difference(question: Question, shares: list[int | float]) -> Problem | None:
    """By how much the shares miss the total."""
    total = round(fsum(shares), DECIMALS)
    left = round(question.total - total, DECIMALS)
    if not left:
        return None
    reason = "answer-share-short" if left > 0 else "answer-share-over"
    facts = {"sum": total, "total": question.total, "left": abs(left)}
    return Problem(reason, {name: told(each) for name, each in facts.items()})
