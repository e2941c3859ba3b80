"""The one way in: whatever was sent is read by a definition, or refused with its problems."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from collector.entries import Value
from collector.errors import Invalid, Problem
from collector.form.answers import read_answers
from collector.form.columns import columns
from collector.form.definition import Definition
from collector.form.due import is_due
from collector.form.sent import Sent
from collector.form.texts import clean, is_broken, mended

UNKNOWN_TOLD = 10
"""Of columns that no question has, so many are named; a flood of them is no long page."""


@dataclass(frozen=True)
class Checked:
    """Answers by column, in the form's order; `dropped` counts texts that were not due."""

    answers: dict[str, Value]
    dropped: int


def check(definition: Definition, raw: Mapping[str, Sequence[str]], *, today: date) -> Checked:
    """Read what was sent: by input name, the texts in order.

    Names that begin with `_` are the kit's own and passed over; any other name that is no column
    is a problem. What was due is decided in order from the answers before: a question that was not
    due is never missing, and what was sent for it is dropped. Raises Invalid, by column.
    """
    problems = _unknown(definition, raw)
    sent = Sent(_readable(definition, raw, problems), today)
    checked = _walked(definition, sent, problems)
    if not problems and all(value is False for value in checked.answers.values()):
        problems[next(iter(definition.columns), "")] = Problem("answer-nothing")
    if problems:
        raise Invalid(problems)
    return checked


def check_softly(
    definition: Definition, raw: Mapping[str, Sequence[str]], *, today: date
) -> dict[str, Value]:
    """What reads of a form that is not finished: nothing is missing, and nothing is a problem.

    What can't be read is left out, and so are boxes that were not ticked: nobody may have been
    there yet.
    """
    sent = Sent(_readable(definition, raw, {}), today)
    return {
        column: value
        for question in definition.questions
        for column, value in read_answers(question, sent).items()
        if not isinstance(value, Problem) and value is not False
    }


def _readable(
    definition: Definition, raw: Mapping[str, Sequence[str]], problems: dict[str, Problem]
) -> dict[str, list[str]]:
    """Clean texts by column, none of them empty; adds what can't be read to `problems`."""
    texts: dict[str, list[str]] = {}
    for column in definition.columns:
        found = _texts(raw.get(column, ()))
        if isinstance(found, Problem):
            problems[column] = found
        elif found:
            texts[column] = found
    return texts


def _walked(definition: Definition, sent: Sent, problems: dict[str, Problem]) -> Checked:
    """Questions in order, each by the answers before it; adds what is wrong to `problems`."""
    answers: dict[str, Value] = {}
    dropped = 0
    for page in definition.pages:
        for question in page.questions:
            if not is_due(page, question, answers):
                dropped += sum(1 for column in columns(question) if sent.of(column))
                continue
            for column, value in read_answers(question, sent).items():
                if isinstance(value, Problem):
                    problems.setdefault(column, value)
                else:
                    answers[column] = value
    return Checked(answers, dropped)


def _texts(sent: Sequence[str]) -> list[str] | Problem:
    if not isinstance(sent, list | tuple):
        return Problem("answer-not-text")
    texts = []
    for text in sent:
        if not isinstance(text, str):
            return Problem("answer-not-text")
        if is_broken(text):
            return Problem("answer-broken")
        texts.append(clean(text))
    return list(filter(None, texts))


def _unknown(definition: Definition, raw: Mapping[str, Sequence[str]]) -> dict[str, Problem]:
    known = {*definition.columns}
    strange = (str(name) for name in raw if name not in known and not str(name).startswith("_"))
    named = (mended(name)[:80] for name in islice(strange, UNKNOWN_TOLD))
    return {name: Problem("answer-no-question", {"column": name}) for name in named}
