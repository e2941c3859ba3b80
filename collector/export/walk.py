"""A walk takes every path through a form: answers are made up, checked, laid out and read back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from collector.brief import Brief, Form
from collector.errors import Invalid
from collector.export.proof import Answers, shifted
from collector.form import Map, Path, check, define, most_paths
from collector.form.branches import DAY


@dataclass(frozen=True)
class Walk:
    """What came of it. Each tuple names questions, or columns, in the form's order."""

    form: str
    paths: int
    more: bool
    """Whether there are paths that were not walked."""
    met: tuple[str, ...]
    never: tuple[str, ...]
    refused: tuple[str, ...]
    """Columns whose made-up answers were not accepted."""
    shifted: tuple[str, ...]
    """Columns that did not come back as they were answered."""

    @property
    def sound(self) -> bool:
        return not self.refused and not self.shifted


def walk(brief: Brief, form: Form, now: datetime, most: int = 0) -> Walk:
    """Walk at most so many paths, by default as many as take no longer than half a minute.

    What is never met is sure only if there are no more.
    """
    chart, most = Map(define(form)), most or most_paths(form)
    found = [*islice(chart.paths(), most + 1)]
    paths, more = found[:most], len(found) > most or not chart.whole
    met = {each for path in paths for each in chart.met_on(path)}
    refused: set[str] = set()
    answers = [*_answers(chart, paths, refused)]
    questions = [question.id for question in form.questions]
    return Walk(
        form=form.name,
        paths=len(paths),
        more=more,
        met=tuple(each for each in questions if each in met),
        never=tuple(each for each in questions if each not in met),
        refused=tuple(each for each in chart.definition.columns if each in refused),
        shifted=tuple(shifted(brief, form, answers, now)) if answers else (),
    )


def _answers(chart: Map, paths: Iterable[Path], refused: set[str]) -> Iterator[Answers]:
    """What is read on each path; adds columns that are not accepted to `refused`."""
    for turn, path in enumerate(paths):
        sent = chart.sent_on(path, turn)
        try:
            checked = check(chart.definition, sent, today=DAY)
        except Invalid as invalid:
            refused |= {each for each in invalid.problems if sent}
            continue
        refused |= {each for each in sent if each not in checked.answers}
        yield checked.answers
