"""Any form with any answers, as hypothesis makes them up: two versions of it, and what came."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from collector.brief import (
    BLANKS,
    Clause,
    Condition,
    Form,
    FormKind,
    Line,
    Option,
    Question,
    Shape,
    Test,
)
from collector.brief.model import CONTACTS
from collector.entries import Response
from tests.form.forms import form
from tests.kept import response

CODES = st.sampled_from(["a", "b", "1", "01", "x_y", "ä", "7-10", "0.5"])
SIGNS = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp"))
TEXTS = st.one_of(
    st.sampled_from(["=1+1", "+49 171", "0171", "42", "-77", "two\nlines", " a  b ", "<&>", "'x"]),
    st.text(SIGNS, min_size=1, max_size=9),
)
NUMBERS = st.integers(-40, 80).map(lambda half: half // 2 if half % 2 == 0 else half / 2)
DAYS = st.dates(min_value=date(1890, 1, 1)).map(str)
HOURS = st.times().map(lambda each: f"{each:%H:%M}")

BLANK: dict[Shape, st.SearchStrategy[Any]] = {
    **dict.fromkeys(BLANKS, TEXTS),
    Shape.NUMBER: NUMBERS,
    Shape.AMOUNT: NUMBERS,
    Shape.DATE: DAYS,
    Shape.TIME: HOURS,
}
LINED = (Shape.LINES, Shape.MATRIX_ONE, Shape.MATRIX_SEVERAL, Shape.MATRIX_LINES, Shape.SHARE)

PUBLIC = [shape for shape in Shape if shape not in {*CONTACTS, Shape.FILE}]

Answers = dict[str, Any]
Draw = Callable[[st.SearchStrategy[Any]], Any]


@st.composite
def questions(draw: Draw, name: str, shape: Shape) -> Question:
    codes = draw(st.lists(CODES, min_size=2, max_size=4, unique=True))
    own = draw(st.booleans()) if shape in (Shape.ONE, Shape.SEVERAL) else False
    facts: dict[str, Any] = {}
    if shape in LINED:
        kind = (
            st.just(Shape.NUMBER)
            if shape is Shape.SHARE
            else st.sampled_from(sorted(BLANKS - CONTACTS))
        )
        facts["lines"] = tuple(Line(f"r{n}", f"Row {n}", draw(kind)) for n in range(2))
    if shape in (Shape.ONE, Shape.SEVERAL, Shape.RANKING) or shape.startswith("matrix"):
        last = len(codes) - 1
        facts["options"] = tuple(
            Option(code, f"={code}", own=own and n == last) for n, code in enumerate(codes)
        )
    if shape in (Shape.SCALE, Shape.STARS, Shape.SLIDER):
        facts |= {"low": 1, "high": 6}
    return Question(id=name, label=f"Question {name}", shape=shape, total=10, **facts)


@st.composite
def forms(draw: Draw, shapes: list[Shape]) -> Form:
    """A poll of these; what a question asks may hang on the first one."""
    asked = [draw(questions(f"q{n}", shape)) for n, shape in enumerate(shapes)]
    first = Condition((Clause("q0", Test.ANSWERED),))
    later = [replace(each, condition=first) if draw(st.booleans()) else each for each in asked[1:]]
    return form(asked[0], *later, name="poll", kind=FormKind.POLL)


@st.composite
def answered(draw: Draw, asked: Form) -> Answers:
    """What somebody answers to what they see."""
    told: Answers = {}
    for question in asked.questions:
        if (question.condition is None or "q0" in told) and draw(st.booleans()):
            told |= ANSWERS.get(question.shape, _blank)(draw, question)
    return told


def _blank(draw: Draw, question: Question) -> Answers:
    return {question.id: draw(BLANK[question.shape])}


def _one(draw: Draw, question: Question) -> Answers:
    chosen = draw(st.sampled_from(question.options))
    return {question.id: chosen.code, **_own(draw, question, (chosen.code,))}


def _several(draw: Draw, question: Question) -> Answers:
    chosen = _some(draw, question)
    return {question.id: chosen, **_own(draw, question, chosen)}


def _some(draw: Draw, question: Question) -> tuple[str, ...]:
    codes = [option.code for option in question.options]
    chosen = draw(st.sets(st.sampled_from(codes), min_size=1))
    return tuple(code for code in codes if code in chosen)


def _own(draw: Draw, question: Question, chosen: tuple[str, ...]) -> Answers:
    own = (option.code for option in question.options if option.own and option.code in chosen)
    return {f"{question.id}_{code}": draw(TEXTS) for code in own}


def _ranking(draw: Draw, question: Question) -> Answers:
    order = draw(st.permutations(_some(draw, question)))
    return {f"{question.id}__{code}": place for place, code in enumerate(order, 1)}


def _lines(draw: Draw, question: Question) -> Answers:
    return {f"{question.id}__{each.code}": draw(BLANK[each.shape]) for each in question.lines}


def _rows(draw: Draw, question: Question) -> Answers:
    codes = [option.code for option in question.options]
    return {f"{question.id}__{row.code}": draw(st.sampled_from(codes)) for row in question.lines}


def _several_rows(draw: Draw, question: Question) -> Answers:
    return {f"{question.id}__{row.code}": _some(draw, question) for row in question.lines}


def _cells(draw: Draw, question: Question) -> Answers:
    return {
        f"{question.id}__{row.code}__{head.code}": draw(BLANK[row.shape])
        for row in question.lines
        for head in question.options
    }


def _share(draw: Draw, question: Question) -> Answers:
    first = draw(st.integers(0, 10))
    names = [f"{question.id}__{line.code}" for line in question.lines]
    return dict(zip(names, (first, 10 - first), strict=True))


def _step(draw: Draw, question: Question) -> Answers:
    return {question.id: draw(st.integers(question.low, question.high))}


ANSWERS: dict[Shape, Callable[[Draw, Question], Answers]] = {
    Shape.ONE: _one,
    Shape.SEVERAL: _several,
    Shape.YES: lambda draw, question: {question.id: draw(st.booleans())},
    Shape.SCALE: _step,
    Shape.STARS: _step,
    Shape.SLIDER: _step,
    Shape.LINES: _lines,
    Shape.FILE: lambda _draw, question: {question.id: "f4"},
    Shape.RANKING: _ranking,
    Shape.MATRIX_ONE: _rows,
    Shape.MATRIX_SEVERAL: _several_rows,
    Shape.MATRIX_LINES: _cells,
    Shape.SHARE: _share,
}


@st.composite
def histories(draw: Draw, steady: bool = False) -> tuple[Form, Form, list[Response]]:
    """An older form, today's, and responses to either.

    `steady`: no question became one of another shape, and none asks who somebody is.
    """
    shapes = st.lists(st.sampled_from(PUBLIC if steady else Shape), min_size=1, max_size=4)
    before, now = draw(shapes), draw(shapes)
    older = draw(forms(before))
    today = draw(forms(before[: len(now)] if steady else now))
    sent = []
    for _ in range(draw(st.integers(0, 5))):
        asked = draw(st.sampled_from((older, today)))
        sent.append(response(asked, draw(answered(asked))))
    return older, today, sent
