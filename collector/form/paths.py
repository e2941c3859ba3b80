"""A path is one way through a form: what conditions ask was answered so, and no other way."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from collector.brief import Form, Page, Question
from collector.entries import Value
from collector.form.branches import Branches, branches, clauses_of
from collector.form.columns import columns
from collector.form.definition import Definition, define
from collector.form.due import is_due
from collector.form.made import Raw, made

MOST_PATHS = 10_000
MOST_ASKED = 300_000
"""Paths are walked up to so many, and questions on all of them together: half a minute."""
FIRST_LOOK = 20
"""So many paths show most of the questions that can be met."""
MOST_SOUGHT = 2_000
"""So many are walked to find one that leads to a question."""


@dataclass(frozen=True)
class Path:
    """What was sent and read at the questions that conditions link, as far as they were met."""

    sent: Mapping[str, Sequence[str]]
    answers: Mapping[str, Value]


@dataclass(frozen=True)
class Map:
    """A form with the branches of its questions. Only questions that conditions link have some."""

    definition: Definition

    @cached_property
    def places(self) -> tuple[tuple[Page, Question], ...]:
        """Every question with its page, in order."""
        return tuple((page, each) for page in self.definition.pages for each in page.questions)

    @cached_property
    def branches(self) -> dict[str, Branches]:
        """By question's id."""
        asked = clauses_of(self.definition)
        linked = (each for each in self.definition.questions if {*columns(each)} & asked.keys())
        return {each.id: branches(each, asked) for each in linked}

    @property
    def whole(self) -> bool:
        """Whether every branch of every question is known."""
        return all(each.whole for each in self.branches.values())

    def paths(self, among: Collection[str] | None = None) -> Iterator[Path]:
        """All paths, or those through the questions `among` which alone matter to somebody."""
        stops = [
            (page, question, self.branches[question.id].of)
            for page, question in self.places
            if question.id in self.branches and (among is None or question.id in among)
        ]
        open_ends = [(0, Path({}, {}))]
        while open_ends:
            index, path = open_ends.pop()
            if index == len(stops):
                yield path
                continue
            page, question, ways = stops[index]
            if not is_due(page, question, path.answers):
                open_ends.append((index + 1, path))
                continue
            open_ends += (
                (index + 1, Path({**path.sent, **way.sent}, {**path.answers, **way.answers}))
                for way in reversed(ways)
            )

    def sent_on(self, path: Path, turn: int) -> Raw:
        """Everything sent on this path; what it leaves open is made up, each turn anew."""
        sent = {column: [*texts] for column, texts in path.sent.items()}
        for page, question in self.places:
            if question.id not in self.branches and is_due(page, question, path.answers):
                sent |= made(question, turn=turn)
        return sent

    def met_on(self, path: Path) -> frozenset[str]:
        """The ids of the questions that are asked on this path."""
        met = (each.id for page, each in self.places if is_due(page, each, path.answers))
        return frozenset(met)

    def behind(self, page: Page, question: Question) -> frozenset[str]:
        """The ids of all questions that its condition hangs on, and theirs."""
        found: set[str] = set()
        ahead = [(page, question)]
        while ahead:
            asked = (self._asking[column] for column in _asked(*ahead.pop()))
            new = [place for place in asked if place[1].id not in found]
            found |= {each.id for _, each in new}
            ahead += new
        return frozenset(found)

    @cached_property
    def _asking(self) -> dict[str, tuple[Page, Question]]:
        """By column the question that fills it, with its page."""
        return {column: place for place in self.places for column in columns(place[1])}


def most_paths(form: Form) -> int:
    """How many paths of a form are walked; past that it is said that there are more."""
    return min(MOST_PATHS, MOST_ASKED // max(1, len(form.questions)) + 1)


def unreachable(form: Form) -> list[Question]:
    """The questions that no answers make due. Where there is too much to try none is named."""
    chart = Map(define(form))
    if not chart.definition.conditional:
        return []
    met = {name for path in islice(chart.paths(), FIRST_LOOK) for name in chart.met_on(path)}
    left = ((page, each) for page, each in chart.definition.conditional if each.id not in met)
    never = {each.id for page, each in left if _is_never(chart, page, each)}
    return [question for question in form.questions if question.id in never]


def _is_never(chart: Map, page: Page, question: Question) -> bool:
    behind = chart.behind(page, question)
    if not all(chart.branches[each].whole for each in behind):
        return False
    sought = enumerate(chart.paths(behind), 1)
    return all(
        tried < MOST_SOUGHT and not is_due(page, question, path.answers) for tried, path in sought
    )


def _asked(page: Page, question: Question) -> set[str]:
    """The columns that a question's condition and its page's link."""
    conditions = filter(None, (page.condition, question.condition))
    return {clause.column for condition in conditions for clause in condition.clauses}
