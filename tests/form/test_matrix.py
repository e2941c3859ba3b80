import pytest

from collector.brief import Clause, Condition, Option, Page, Range, Shape, Test
from collector.errors import Invalid
from collector.form import check, define
from tests.form.forms import TOWNS, form, question

ALONE = (*TOWNS[:2], Option("none", "None of them", alone=True))


@pytest.fixture
def sends(today):
    """What is read of raw texts, or the reasons of the problems."""

    def sends(raw, *questions, **facts):
        try:
            answers = check(define(form(*questions, **facts)), raw, today=today).answers
        except Invalid as refusal:
            return {column: each.reason for column, each in refusal.problems.items()}
        return dict(answers)

    return sends


def test_a_row_may_be_passed_over_unless_it_is_required(sends):
    raw = {"matrix-one__staff": ["bern"]}
    assert sends(raw, question(Shape.MATRIX_ONE)) == {"matrix-one__staff": "bern"}
    required = question(Shape.MATRIX_ONE, required=True)
    assert sends(raw, required) == {"matrix-one__hours": "answer-row"}


def test_a_row_takes_one_code_that_is_known(sends):
    raw = {"matrix-one__staff": ["chur"], "matrix-one__hours": ["bern", "basel"]}
    assert sends(raw, question(Shape.MATRIX_ONE)) == {
        "matrix-one__staff": "answer-unknown",
        "matrix-one__hours": "answer-repeated",
    }


def test_a_row_of_boxes_keeps_the_order_of_its_heads(sends):
    raw = {"matrix-several__staff": ["basel", "bern", "bern"]}
    asked = question(Shape.MATRIX_SEVERAL)
    assert sends(raw, asked) == {"matrix-several__staff": ("bern", "basel")}
    required = question(Shape.MATRIX_SEVERAL, required=True)
    assert sends(raw, required) == {"matrix-several__hours": "answer-row"}
    assert sends({"matrix-several__staff": ["chur"]}, asked) == {
        "matrix-several__staff": "answer-unknown"
    }


def test_a_head_that_stands_alone_rules_out_the_others_of_its_row(sends):
    asked = question(Shape.MATRIX_SEVERAL, options=ALONE)
    raw = {"matrix-several__staff": ["none", "bern"], "matrix-several__hours": ["none"]}
    assert sends(raw, asked) == {"matrix-several__staff": "answer-alone"}


def test_every_cell_is_a_blank_of_its_row(sends):
    asked = question(Shape.MATRIX_LINES)
    raw = {"matrix-lines__staff__bern": ["Ann"], "matrix-lines__hours__bern": ["25"]}
    assert sends(raw, asked) == {"matrix-lines__hours__bern": "answer-too-big"}
    required = question(Shape.MATRIX_LINES, required=True)
    assert sends({"matrix-lines__staff__bern": ["Ann"]}, required) == dict.fromkeys(
        ["matrix-lines__staff__basel", "matrix-lines__hours__bern", "matrix-lines__hours__basel"],
        "answer-missing",
    )


def test_an_option_that_stands_alone_is_ticked_without_others(sends):
    asked = question(Shape.SEVERAL, options=ALONE, choose=(2, 2))
    assert sends({"several": ["none"]}, asked) == {"several": ("none",)}
    assert sends({"several": ["none", "bern"]}, asked) == {"several": "answer-alone"}
    assert sends({"several": ["bern"]}, asked) == {"several": "answer-choose-exactly"}


@pytest.mark.parametrize(("text", "read"), [("0", 0), ("500", 500), ("120 €", 120), ("50.0", 50)])
def test_a_slider_takes_the_numbers_of_its_steps(sends, text, read):
    assert sends({"slider": [text]}, question(Shape.SLIDER)) == {"slider": read}


@pytest.mark.parametrize("text", ["-10", "510", "15", "10.5", "much", "1e2"])
def test_a_slider_takes_nothing_between_or_beyond(sends, text):
    assert sends({"slider": [text]}, question(Shape.SLIDER)) == {"slider": "answer-steps"}
    whole = question(Shape.SLIDER, step=1, high=4)
    assert sends({"slider": ["5"]}, whole) == {"slider": "answer-step"}


def test_a_long_slider_is_read_at_once(sends):
    asked = question(Shape.SLIDER, high=999_999_990)
    assert sends({"slider": ["999999990"]}, asked) == {"slider": 999_999_990}


@pytest.mark.parametrize(
    ("clause", "raw"),
    [
        (Clause("matrix-one__staff", Test.IS, ("bern",)), {"matrix-one__staff": ["bern"]}),
        (
            Clause("matrix-several__hours", Test.IS, ("basel",)),
            {"matrix-several__hours": ["bern", "basel"]},
        ),
        (
            Clause("ranking__bern", Test.IS, (Range(1, 1),)),
            {"ranking__bern": ["1"], "ranking__basel": ["2"]},
        ),
        (Clause("share__staff", Test.AT_LEAST, (Range(50, 50),)), {"share__staff": ["100"]}),
        (Clause("slider", Test.AT_MOST, (Range(90, 90),)), {"slider": ["80"]}),
        (
            Clause("matrix-lines__hours__bern", Test.IS, (Range(2, 9),)),
            {"matrix-lines__hours__bern": ["8"]},
        ),
    ],
)
def test_conditions_look_at_parts_of_a_question(sends, clause, raw):
    """What is due is kept; what is not due is dropped."""
    shapes = (Shape.MATRIX_ONE, Shape.MATRIX_SEVERAL, Shape.RANKING, Shape.SHARE, Shape.SLIDER)
    before = (*map(question, shapes), question(Shape.MATRIX_LINES))
    after = question(Shape.TEXT, "why", condition=Condition((clause,)))
    pages = (Page((*before, after, question(Shape.TEXT))),)
    why = {"why": ["Because"], "text": ["Rye"]}
    assert sends({**raw, **why}, pages=pages)["why"] == "Because"
    assert "why" not in sends(why, pages=pages)
