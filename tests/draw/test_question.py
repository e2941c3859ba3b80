from dataclasses import replace

import pytest

from collector.analysis import Hidden, QuestionResult, covered, find
from collector.brief import FormKind, Shape
from collector.draw import question as drawn
from collector.form import define, labels
from tests.draw.test_bars import told, tree
from tests.form.forms import form, question
from tests.kept import response

ANSWERS = {
    "ranking__bern": 1,
    "ranking__basel": 2,
    "matrix-one__staff": "bern",
    "matrix-one__hours": "basel",
    "matrix-several__staff": ("bern", "basel"),
    "slider": 120,
    "share__staff": 30,
    "share__hours": 70,
    "scale": 4,
    "one": "bern",
    "file": "abcdefghjkmnpqrs",
}


def found(shape: Shape, times: int = 9) -> QuestionResult:
    asked = form(question(shape), kind=FormKind.POLL)
    return next(iter(find(define(asked), labels(asked), [response(asked, ANSWERS)] * times)))


@pytest.mark.parametrize(
    ("shape", "kind"),
    [
        (Shape.ONE, "bars"),
        (Shape.SCALE, "bars"),
        (Shape.RANKING, "ranks"),
        (Shape.SHARE, "bars"),
        (Shape.SLIDER, "histogram"),
        (Shape.MATRIX_ONE, "likert"),
    ],
)
def test_each_shape_has_its_chart(shape, kind):
    (svg,) = (each for each in tree(drawn(found(shape))).iter("svg") if each.get("role"))
    assert svg.get("class") == f"ig-{kind}"


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("times", [0, 1, 9])
def test_every_shape_can_be_drawn_whatever_came(shape, times):
    for result in (found(shape, times), covered(found(shape, times))):
        html = drawn(result)
        assert result.label in told(tree(html))
        assert "abcdefghjkmnpqrs" not in html


def test_a_table_of_ticks_is_drawn_as_a_table():
    html = told(tree(drawn(found(Shape.MATRIX_SEVERAL))))
    assert "Our staff" in html
    assert "9 · 100 %" in html


def test_a_line_with_hidden_cells_says_so():
    html = told(tree(drawn(covered(found(Shape.MATRIX_ONE)))))
    assert "hidden" in html
    assert "so that nobody can be told apart" in html


def test_a_line_with_hidden_cells_stands_in_the_table_below_the_chart_of_the_others():
    asked = form(question(Shape.MATRIX_ONE), kind=FormKind.POLL)
    sent = [
        {"matrix-one__staff": town, "matrix-one__hours": "bern"}
        for town in ["bern"] * 9 + ["basel"] * 7
    ]
    (result,) = find(define(asked), labels(asked), [response(asked, each) for each in sent])
    html = drawn(covered(result))
    (svg,) = (each for each in tree(html).iter("svg") if each.get("role"))
    assert "Our staff" in told(svg)
    assert "Our hours" not in told(svg)
    assert "Only in the table: Our hours." in told(tree(html))
    (row,) = (each for each in tree(html).iter("tr") if "Our hours" in told(each))
    assert told(row).split() == ["Our", "hours", "16", "hidden", "hidden", "–", "–"]


def test_hidden_answers_are_named_below_the_chart_and_in_the_table():
    hidden = replace(found(Shape.ONE), hidden=(Hidden("zug", "From <Zug>"),))
    assert "Not told: From <Zug>." in told(tree(drawn(hidden)))
    (row,) = (each for each in tree(drawn(hidden)).iter("tr") if "Zug" in told(each))
    assert "hidden" in told(row)


def test_files_are_only_said_to_be_there():
    assert "Files came with the answers" in drawn(found(Shape.FILE))


def test_what_is_not_told_at_all_says_why():
    untold = replace(found(Shape.SLIDER, 0), held_back=True)
    assert "how many were asked this would give away" in drawn(untold)
