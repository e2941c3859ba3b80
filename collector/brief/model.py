"""What stands in a brief, as plain frozen values; the reader makes them, all others only read.

sections ── Prose | FormSection(form) | Scorecard(form) | Slot(ideas | results)
Form ── pages ── questions ── shape, options | lines | limits | steps
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from collector.brief.rules import Act
from collector.brief.trial import Trial


class Shape(StrEnum):
    """The forms an answer can take. Every room keeps one table keyed by it."""

    TEXT = "text"
    """A line of text."""
    LONG = "long"
    EMAIL = "email"
    PHONE = "phone"
    WEB = "web"
    NUMBER = "number"
    AMOUNT = "amount"
    """A number with a unit."""
    DATE = "date"
    TIME = "time"
    ONE = "one"
    """One of several options."""
    SEVERAL = "several"
    YES = "yes"
    """A single check box; required: consent."""
    SCALE = "scale"
    """Whole numbers from `low` to `high`."""
    STARS = "stars"
    LINES = "lines"
    """A list whose every item is a blank of its own."""
    FILE = "file"
    RANKING = "ranking"
    """Options put in order, or the first few of them."""
    MATRIX_ONE = "matrix-one"
    """A table of lines by options: one option a line."""
    MATRIX_SEVERAL = "matrix-several"
    MATRIX_LINES = "matrix-lines"
    """A table whose every cell is a blank of its own."""
    SLIDER = "slider"
    """Whole numbers from `low` to `high` in steps."""
    SHARE = "share"
    """A total that is shared out between lines."""


BLANKS = frozenset(
    {
        Shape.TEXT,
        Shape.LONG,
        Shape.EMAIL,
        Shape.PHONE,
        Shape.WEB,
        Shape.NUMBER,
        Shape.AMOUNT,
        Shape.DATE,
        Shape.TIME,
    }
)
"""Shapes that `____ (…)` writes; a line of a list takes the same."""

CONTACTS = frozenset({Shape.EMAIL, Shape.PHONE, Shape.FILE})
"""Shapes whose answers are never published, whatever a brief says."""


class FormKind(StrEnum):
    """What an entry of the form becomes."""

    IDEA = "idea"
    SURVEY = "survey"
    POLL = "poll"
    COMMENT = "comment"
    """The kit's own: what is said about an idea."""
    REPORT = "report"
    """The kit's own: that an idea or comment should not stand on a page."""
    BALLOT = "ballot"
    """The kit's own: all ideas that are shown, to be put in order or paid for."""
    JURY = "jury"
    """The scorecard: jurors fill it in at the desk, once for each idea; visitors only read it."""


SECTIONS = (FormKind.IDEA, FormKind.SURVEY, FormKind.POLL)
"""Kinds of forms that a brief writes."""

ACTS: Mapping[FormKind, Act] = {
    FormKind.IDEA: Act.SUBMIT,
    FormKind.SURVEY: Act.ANSWER,
    FormKind.POLL: Act.ANSWER,
    FormKind.COMMENT: Act.COMMENT,
    FormKind.REPORT: Act.COMMENT,
    FormKind.BALLOT: Act.VOTE,
}


class Results(StrEnum):
    """When the counts of a form are told."""

    NEVER = "never"
    AFTER_VOTE = "after-vote"
    AFTER_CLOSE = "after-close"
    ALWAYS = "always"


@dataclass(frozen=True)
class Limits:
    """What a blank accepts. For texts `least` and `most` are characters, for numbers values."""

    least: float | None = None
    most: float | None = None
    whole: bool = False
    unit: str = ""
    from_today: bool = False
    types: tuple[str, ...] = ()
    """Of files: the endings taken, as `pdf`."""
    megabytes: float | None = None
    """Of files: the most that one may hold."""


@dataclass(frozen=True)
class Option:
    """One answer of a choice, or one labelled point of a scale. `own`: it has a blank for words."""

    code: str
    label: str
    own: bool = False
    alone: bool = False
    """Whoever ticks it ticks no other."""
    picture: str = ""
    """A file beside the brief that is shown with the label."""
    alt: str = ""
    """What the picture shows, where the label does not say it."""


@dataclass(frozen=True)
class Line:
    """One line of a list, of a matrix or of what is shared out; its column begins with
    `<question>__<code>`."""

    code: str
    label: str
    shape: Shape = Shape.TEXT
    limits: Limits = Limits()


class Test(StrEnum):
    """What a condition asks of an answer."""

    __test__ = False
    ANSWERED = "is answered"
    NOT_ANSWERED = "is not answered"
    AT_LEAST = "is at least"
    AT_MOST = "is at most"
    IS = "is"
    IS_NOT = "is not"


@dataclass(frozen=True)
class Range:
    """From `low` to `high`, both included; a single number has both alike."""

    low: float
    high: float


@dataclass(frozen=True)
class Clause:
    """One test of one column. `values` are codes, texts or ranges; any of them suffices."""

    column: str
    test: Test
    values: tuple[str | Range, ...] = ()


@dataclass(frozen=True)
class Condition:
    """Clauses joined by "and" (`every`) or by "or"."""

    clauses: tuple[Clause, ...]
    every: bool = True


@dataclass(frozen=True)
class Question:
    """One heading of a form with its answer shape. `help` and `note` are Markdown."""

    id: str
    label: str
    shape: Shape
    required: bool = False
    options: tuple[Option, ...] = ()
    """Of a choice; or the labelled points of a scale, their codes being numbers."""
    lines: tuple[Line, ...] = ()
    limits: Limits = Limits()
    choose: tuple[int, int] | None = None
    """How many of several may be ticked, or put in order: least and most."""
    low: int = 0
    high: int = 0
    step: int = 1
    """Between the values of a slider; its unit is in `limits`."""
    total: float = 0
    """What the lines of a share-out add up to; its unit is in `limits`."""
    public: bool = False
    personal: bool = False
    nps: bool = False
    dropdown: bool = False
    shuffle: bool = False
    """Options in random order; own texts and those that stand alone last."""
    weight: float = 1
    """Of a scorecard's criterion: how much it counts beside the others; 0: not at all."""
    condition: Condition | None = None
    help: str = ""
    note: str = ""
    line: int = 0

    @property
    def identifies(self) -> bool:
        """Whether the answer tells who somebody is: never published, erased by retention."""
        contact = CONTACTS & {self.shape, *(line.shape for line in self.lines)}
        return self.personal or bool(contact)


@dataclass(frozen=True)
class Page:
    """A stretch of a form between two `---`; `introduction` is Markdown."""

    questions: tuple[Question, ...]
    introduction: str = ""
    condition: Condition | None = None


@dataclass(frozen=True)
class Thanks:
    """What is said after a form was sent, in place of the usual title; `text` is Markdown."""

    label: str
    text: str


@dataclass(frozen=True)
class Form:
    """A section that people fill in."""

    name: str
    kind: FormKind
    label: str
    pages: tuple[Page, ...]
    results: Results = Results.NEVER
    private: bool = False
    thanks: Thanks | None = None
    trial: Trial | None = None
    """Of a poll that is split."""
    line: int = 0

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for page in self.pages for question in page.questions)

    @property
    def act(self) -> Act:
        """What whoever fills it in does."""
        return ACTS[self.kind]

    @property
    def always(self) -> bool:
        """Whether it may be sent at any time: what is wrong may always be reported."""
        return self.kind is FormKind.REPORT

    def shown(self, question: Question) -> bool:
        """Whether the answer is published with its idea or comment; others never are."""
        if self.kind not in (FormKind.IDEA, FormKind.COMMENT) or self.private:
            return False
        if question.identifies:
            return False
        return question.public or question.id in ("title", "text")


@dataclass(frozen=True)
class Prose:
    """Markdown that stands on the page as it is, headings included."""

    text: str


@dataclass(frozen=True)
class FormSection:
    """Where a form stands on the page."""

    form: Form


@dataclass(frozen=True)
class Scorecard:
    """What jurors judge each idea by: scales and stars, of which more is better."""

    form: Form
    matrix: tuple[str, str] | None = None
    """The criteria that are drawn against each other: what an idea brings, how easy it is."""

    @property
    def criteria(self) -> tuple[Question, ...]:
        return self.form.questions

    @property
    def results(self) -> Results:
        """When the public is told scores: never, unless the brief says so."""
        return self.form.results

    def share(self, criterion: Question) -> float:
        """What part of an idea's score the criterion makes up."""
        return criterion.weight / sum(each.weight for each in self.criteria)


class SlotKind(StrEnum):
    """What is poured into the page later."""

    IDEAS = "ideas"
    RESULTS = "results"


@dataclass(frozen=True)
class Slot:
    """Where published ideas or results stand; `introduction` is the section's own prose."""

    kind: SlotKind
    label: str
    introduction: str = ""


Section: TypeAlias = Prose | FormSection | Scorecard | Slot
