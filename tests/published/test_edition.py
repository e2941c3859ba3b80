from dataclasses import replace
from pathlib import Path

import pytest

from collector import published
from collector.brief import Form, FormKind, Question, Results, Shape
from collector.words import speaking
from tests.form.forms import form, question
from tests.kept import NOW, brief, response

SHAPES = (
    Shape.ONE,
    Shape.SCALE,
    Shape.RANKING,
    Shape.SHARE,
    Shape.MATRIX_ONE,
    Shape.MATRIX_SEVERAL,
    Shape.LINES,
)
FORM = form(*map(question, SHAPES), name="hall", label="Our hall", results=Results.ALWAYS)
ANSWERS = {
    "one": "bern",
    "ranking__bern": 1,
    "ranking__basel": 2,
    "share__staff": 30,
    "share__hours": 70,
    "matrix-one__staff": "bern",
    "matrix-several__hours": ("basel",),
    "lines__street": "Mill Lane",
}


def marked(asked: Question) -> Question:
    """The question with every word of it marked, as if it were another language."""
    options = tuple(replace(each, label=f"¡{each.label}") for each in asked.options)
    lines = tuple(replace(each, label=f"¡{each.label}") for each in asked.lines)
    return replace(asked, label=f"¡{asked.label}", options=options, lines=lines)


def translated(asked: Form) -> Form:
    (page,) = asked.pages
    questions = tuple(map(marked, page.questions))
    return replace(asked, label=f"¡{asked.label}", pages=(replace(page, questions=questions),))


@pytest.mark.parametrize("kind", [FormKind.POLL, FormKind.SURVEY])
def test_every_label_of_a_result_is_told_in_the_words_of_a_translation(kind):
    asked = replace(FORM, kind=kind)
    own, other = (
        brief(asked),
        brief(translated(asked), language="de", path=Path("challenges/bread.de.md")),
    )
    sent = [response(asked, ANSWERS | {"scale": each % 4 + 1}) for each in range(17)]
    data = published.make(own, {}, {}, published.Kept(), published.count(own, {}, {}, sent), NOW)
    with speaking("de"):
        told = published.in_words_of(other, own, data).results["hall"]
    assert told.label == "¡Our hall"
    for result, before in zip(told.questions, data.results["hall"].questions, strict=True):
        assert result.label.startswith("¡")
        assert (result.n, len(result.rows)) == (before.n, len(before.rows))
        assert all(label.startswith("¡") for label in result.labels.values())
        for each in (*result.rows, *result.hidden):
            assert "¡" in each.label or each.code.isdecimal()
        if result.matrix:
            assert all(label.startswith("¡") for label in result.matrix.columns)
            assert all(line.label.startswith("¡") for line in result.matrix.rows)


def test_steps_that_are_told_together_are_called_in_its_words_too():
    asked = replace(FORM, kind=FormKind.SURVEY)
    own, other = brief(asked), brief(translated(asked), language="de")
    sent = [response(asked, {"scale": step}) for step in (1, 2, 2, 3, 3, *[4] * 7, *[5] * 7)]
    data = published.make(own, {}, {}, published.Kept(), published.count(own, {}, {}, sent), NOW)
    with speaking("de"):
        told = published.in_words_of(other, own, data).results["hall"].questions
    (scale,) = (each for each in told if each.id == "scale")
    assert scale.rows[0].code == "1..3"
    assert "¡Bad" in scale.rows[0].label
    assert "¡Good" in scale.rows[-1].label
