"""What each column, measure, question, line and code of the figures means: their codebook."""

from collections.abc import Iterator, Mapping

from collector.analysis import QuestionResult
from collector.published.data import FormResult
from collector.published.figures import HEADER as COLUMNS
from collector.published.figures import figures
from collector.words import say

HEADER = ("what", "form", "question", "name", "meaning", "holds", "unit")


def meanings(results: Mapping[str, FormResult]) -> Iterator[tuple[str, ...]]:
    """Lines below HEADER, in the words that people read."""
    for column in COLUMNS:
        yield "column", "", "", column, say(f"figure-column-{column}"), "", ""
    told = list(figures(results))
    for measure in dict.fromkeys(each.measure for each in told):
        yield "measure", "", "", measure, say(f"figure-{measure}"), "", ""
    for name, result in results.items():
        yield "form", name, "", name, result.label, "", ""
        for question in result.questions:
            yield from _question(name, question)
    answers = ((each.form, each.question, each.code, each.answer) for each in told if each.answer)
    for form, question_id, code, answer in dict.fromkeys(answers):
        yield "answer", form, question_id, code, answer, "", ""


def _question(form: str, asked: QuestionResult) -> Iterator[tuple[str, ...]]:
    yield "question", form, asked.id, asked.id, asked.label, asked.shape.value, asked.unit
    for line in asked.matrix.rows if asked.matrix else ():
        yield "line", form, asked.id, line.code, line.label, "", ""
