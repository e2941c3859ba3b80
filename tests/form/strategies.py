"""Any form, and anything that could be sent to it."""

from datetime import date
from itertools import pairwise

from hypothesis import strategies as st

from collector.brief import (
    BLANKS,
    Clause,
    Condition,
    Form,
    FormKind,
    Limits,
    Line,
    Option,
    Page,
    Question,
    Range,
    Shape,
    Test,
)
from collector.form import define
from collector.form.answers import steps
from collector.form.columns import (
    cell_column,
    columns,
    line_column,
    option_column,
    own_column,
)
from collector.form.ranking import bounds

words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
ids = st.from_regex(r"[a-zäж][a-z0-9]{0,5}", fullmatch=True)
codes = st.from_regex(r"[a-z0-9.+-]{1,4}", fullmatch=True)
NUMBERS = (Shape.NUMBER, Shape.AMOUNT)


@st.composite
def limits(draw, shape: Shape) -> Limits:
    if shape not in (*NUMBERS, Shape.TEXT, Shape.LONG):
        return Limits(from_today=shape is Shape.DATE and draw(st.booleans()))
    least = draw(st.none() | st.integers(0, 5))
    most = draw(st.none() | st.integers(5, 50))
    if shape not in NUMBERS:
        return Limits(least, most)
    unit = draw(st.sampled_from(["€", "m<sup>2", "%"])) if shape is Shape.AMOUNT else ""
    return Limits(least, most, whole=draw(st.booleans()), unit=unit)


@st.composite
def conditions(draw, earlier: list[Question]) -> Condition | None:
    known = [column for question in earlier for column in columns(question)]
    if not known or draw(st.booleans()):
        return None
    values = st.sampled_from(["a", "b", "yes", "2"]) | st.builds(
        Range, st.integers(0, 3), st.integers(3, 5)
    )
    clauses = st.builds(
        Clause,
        st.sampled_from(known),
        st.sampled_from(Test),
        st.lists(values, min_size=1, max_size=2).map(tuple),
    )
    numeric = (Test.AT_LEAST, Test.AT_MOST)
    sound = clauses.filter(
        lambda clause: (
            clause.test not in numeric or not any(isinstance(v, str) for v in clause.values)
        )
    )
    return Condition(tuple(draw(st.lists(sound, min_size=1, max_size=2))), draw(st.booleans()))


MATRICES = (Shape.MATRIX_ONE, Shape.MATRIX_SEVERAL, Shape.MATRIX_LINES)
OWN = (Shape.ONE, Shape.SEVERAL)
ALONE = (Shape.SEVERAL, Shape.MATRIX_SEVERAL)
CHOICES = (*OWN, *MATRICES, Shape.YES, Shape.RANKING)
TOTAL = 100


@st.composite
def options(draw, shape: Shape) -> tuple[Option, ...]:
    """Options of a choice, heads of a matrix."""
    if shape not in CHOICES:
        return ()
    held = st.builds(
        Option,
        codes,
        words,
        own=st.booleans() if shape in OWN else st.just(value=False),
        alone=st.booleans() if shape in ALONE else st.just(value=False),
        picture=st.sampled_from(["", "rye.jpg"]),
        alt=words,
    )
    return tuple(draw(st.lists(held, min_size=1, max_size=6, unique_by=lambda each: each.code)))


@st.composite
def lines(draw, shape: Shape) -> tuple[Line, ...]:
    """Lines of a list, rows of a matrix, parts of a total."""
    if shape not in (*MATRICES, Shape.LINES, Shape.SHARE):
        return ()
    if shape is Shape.SHARE:
        share = st.builds(Limits, st.just(0), st.just(TOTAL), st.booleans())
        held = st.builds(Line, codes, words, st.just(Shape.NUMBER), share)
    elif shape in (Shape.MATRIX_ONE, Shape.MATRIX_SEVERAL):
        held = st.builds(Line, codes, words)
    else:
        held = st.sampled_from(sorted(BLANKS)).flatmap(
            lambda each: st.builds(Line, codes, words, st.just(each), limits(each))
        )
    few = st.lists(held, min_size=1, max_size=3, unique_by=lambda each: each.code)
    return tuple(draw(few))


@st.composite
def questions(draw, name: str, earlier: list[Question]) -> Question:
    shape = draw(st.sampled_from(Shape))
    chosen = shape in (Shape.SEVERAL, Shape.RANKING)
    return Question(
        name,
        draw(words),
        shape,
        required=draw(st.booleans()),
        options=draw(options(shape)),
        lines=draw(lines(shape)),
        limits=draw(limits(shape)),
        choose=draw(st.none() | st.just((1, 2))) if chosen else None,
        low=draw(st.integers(0, 1)),
        high=draw(st.integers(2, 10)),
        step=draw(st.integers(1, 2)) if shape is Shape.SLIDER else 1,
        total=TOTAL if shape is Shape.SHARE else 0,
        public=draw(st.booleans()),
        personal=draw(st.booleans()),
        dropdown=shape is Shape.ONE and draw(st.booleans()),
        shuffle=draw(st.booleans()),
        condition=draw(conditions(earlier)),
        help=draw(words),
        note=draw(words),
    )


@st.composite
def forms(draw) -> Form:
    asked: list[Question] = []
    for name in draw(st.lists(ids, min_size=1, max_size=5, unique=True)):
        asked.append(draw(questions(name, asked)))
    cut = draw(st.integers(0, len(asked) - 1))
    pages = [Page(tuple(asked[cut:]), draw(words), draw(conditions(asked[:cut])))]
    if cut:
        pages.insert(0, Page(tuple(asked[:cut]), draw(words)))
    return Form("idea", draw(st.sampled_from(FormKind)), draw(words), tuple(pages))


@st.composite
def good_answers(draw, form: Form) -> dict[str, list[str]]:
    """What a careful visitor might send; also for questions that are not due."""
    sent: dict[str, list[str]] = {}
    for question in form.questions:
        if question.required or draw(st.booleans()):
            sent |= draw(GOOD_ANSWERS.get(question.shape, blank_answers)(question))
    return sent


def blank_answers(question: Question) -> st.SearchStrategy[dict[str, list[str]]]:
    return st.fixed_dictionaries({question.id: good_texts(question.shape, question.limits)})


def line_answers(question: Question) -> st.SearchStrategy[dict[str, list[str]]]:
    return st.fixed_dictionaries(
        {
            line_column(question, line): good_texts(line.shape, line.limits)
            for line in question.lines
        }
    )


@st.composite
def ticked_options(draw, question: Question, most: int) -> list[Option]:
    """Some options; one that stands alone without others."""
    some = st.lists(st.sampled_from(question.options), min_size=1, max_size=most, unique=True)
    ticked = draw(some)
    return next(([each] for each in ticked if each.alone), ticked)


@st.composite
def row_answers(draw, question: Question) -> dict[str, list[str]]:
    most = 1 if question.shape is Shape.MATRIX_ONE else 9
    return {
        line_column(question, line): [each.code for each in draw(ticked_options(question, most))]
        for line in question.lines
    }


@st.composite
def cell_answers(draw, question: Question) -> dict[str, list[str]]:
    return {
        cell_column(question, line, head): draw(good_texts(line.shape, line.limits))
        for line in question.lines
        for head in question.options
    }


@st.composite
def orders(draw, question: Question) -> dict[str, list[str]]:
    least, most = bounds(question)
    placed = draw(st.permutations(question.options))
    count = min(draw(st.integers(least, most)), len(placed))
    return {
        option_column(question, each): [str(place)] for place, each in enumerate(placed[:count], 1)
    }


@st.composite
def shares(draw, question: Question) -> dict[str, list[str]]:
    """Parts that add up; the last line gets what is left."""
    cuts = sorted(draw(st.integers(0, TOTAL)) for _ in question.lines[1:])
    parts = [high - low for low, high in pairwise([0, *cuts, TOTAL])]
    return {
        line_column(question, line): [str(part)]
        for line, part in zip(question.lines, parts, strict=True)
    }


@st.composite
def chosen_answers(draw, question: Question) -> dict[str, list[str]]:
    most = 1 if question.shape is Shape.ONE else (question.choose or (1, 9))[1]
    ticked = draw(ticked_options(question, most))
    own = {
        own_column(question, option): draw(good_texts(Shape.TEXT, Limits()))
        for option in ticked
        if option.own
    }
    return {question.id: [option.code for option in ticked], **own}


def step_answers(question: Question) -> st.SearchStrategy[dict[str, list[str]]]:
    return st.fixed_dictionaries(
        {question.id: st.sampled_from([[str(step)] for step in steps(question)])}
    )


GOOD_ANSWERS = {
    Shape.ONE: chosen_answers,
    Shape.SEVERAL: chosen_answers,
    Shape.YES: lambda question: st.just({question.id: ["yes"]}),
    Shape.SCALE: step_answers,
    Shape.STARS: step_answers,
    Shape.LINES: line_answers,
    Shape.FILE: lambda question: st.just({question.id: ["abcdefghjkmnpqrs"]}),
    Shape.RANKING: orders,
    Shape.MATRIX_ONE: row_answers,
    Shape.MATRIX_SEVERAL: row_answers,
    Shape.MATRIX_LINES: cell_answers,
    Shape.SLIDER: step_answers,
    Shape.SHARE: shares,
}


def good_texts(shape: Shape, limits: Limits) -> st.SearchStrategy[list[str]]:
    """One text that a blank takes."""
    if shape in (Shape.TEXT, Shape.LONG):
        least, most = int(limits.least or 1), int(limits.most or 50)
        texts = st.text("aé🥐<'", min_size=max(least, 1), max_size=most)
    elif shape in NUMBERS:
        least, most = int(limits.least or 0), int(50 if limits.most is None else limits.most)
        texts = st.integers(least, most).map(str)
        if not limits.whole:
            texts |= st.decimals(least, most, places=3).map(str)
    elif shape is Shape.DATE:
        texts = st.dates(min_value=TODAY).map(str)
    else:
        texts = st.sampled_from(OTHER_TEXTS[shape])
    return texts.map(lambda text: [text])


TODAY = date(2026, 11, 20)
OTHER_TEXTS = {
    Shape.EMAIL: ["ann@example.org"],
    Shape.PHONE: ["+41 44 123"],
    Shape.WEB: ["example.org", "http://example.org/'?"],
    Shape.TIME: ["00:00", "9.30", "23:59"],
}


anything = st.dictionaries(
    st.text(max_size=8) | ids,
    st.lists(st.text() | st.none() | st.integers(), max_size=3) | st.text() | st.none(),
)


def raw_for(form: Form) -> st.SearchStrategy[dict[str, object]]:
    """Anything at all, some of it under the form's own names."""
    own = st.dictionaries(
        st.sampled_from(define(form).columns), st.lists(st.text(max_size=400), max_size=3)
    )
    return st.builds(lambda first, second: {**first, **second}, anything, own)
