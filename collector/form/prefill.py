"""What an address brings along is filled into the form, for whoever follows the link to check.

An address stays in histories and logs and may come from anybody. So it fills in nothing that tells
who somebody is, no file, and no consent.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from collector.brief import Question, Shape
from collector.form.check import check_softly
from collector.form.columns import columns
from collector.form.definition import Definition
from collector.form.read_back import read_back


def prefill(
    definition: Definition, brought: Mapping[str, Sequence[str]], *, today: date
) -> dict[str, list[str]]:
    """By column the texts that the form takes; codes that it does not know are left out."""
    free = {
        column
        for question in definition.questions
        if fills(question)
        for column in columns(question)
    }
    taken = {name: texts for name, texts in brought.items() if name in free}
    return read_back(check_softly(definition, taken, today=today))


def fills(question: Question) -> bool:
    """Whether an address may answer the question."""
    consent = question.shape is Shape.YES and question.required
    return not (question.identifies or consent or question.shape is Shape.FILE)
