from collector.brief import Option, Shape
from collector.form import labels
from collector.form.labels import words_of
from tests.form.forms import form, question


def test_labels_are_kept_by_question_and_code():
    asked = form(
        question(Shape.TEXT, label="Give it a *name*"),
        question(Shape.ONE),
        question(Shape.SCALE),
        question(Shape.LINES),
        label="Share **your** idea",
    )
    assert labels(asked) == {
        "label": "Share your idea",
        "questions": {
            "text": {"label": "Give it a name"},
            "one": {
                "label": "A one",
                "options": {"bern": "Bern", "basel": "Basel", "other": "Other"},
            },
            "scale": {"label": "A scale", "points": {"1": "Bad", "5": "Good"}},
            "lines": {"label": "A lines", "lines": {"street": "Street", "guests": "Guests"}},
        },
    }


def test_every_column_is_called_something():
    words = words_of(form(question(Shape.SEVERAL), question(Shape.LINES)))
    assert words.captions == {
        "several": "A several",
        "several_other": "A several – Other",
        "lines__street": "A lines – Street",
        "lines__guests": "A lines – Guests",
    }


def test_rows_heads_and_points_are_kept_apart():
    ends = (Option("0", "Nothing"), Option("500", "Much"))
    asked = form(
        question(Shape.MATRIX_ONE), question(Shape.SHARE), question(Shape.SLIDER, options=ends)
    )
    rows, heads = (
        {"staff": "Our staff", "hours": "Our hours"},
        {"bern": "Bern", "basel": "Basel"},
    )
    assert labels(asked)["questions"] == {
        "matrix-one": {"label": "A matrix-one", "options": heads, "lines": rows},
        "share": {"label": "A share", "lines": rows},
        "slider": {"label": "A slider", "points": {"0": "Nothing", "500": "Much"}},
    }


def test_every_part_is_called_by_its_question_and_its_own_words():
    words = words_of(form(question(Shape.RANKING), question(Shape.MATRIX_LINES)))
    assert words.captions == {
        "ranking__bern": "A ranking – Bern",
        "ranking__basel": "A ranking – Basel",
        "matrix-lines__staff__bern": "A matrix-lines – Our staff – Bern",
        "matrix-lines__staff__basel": "A matrix-lines – Our staff – Basel",
        "matrix-lines__hours__bern": "A matrix-lines – Our hours – Bern",
        "matrix-lines__hours__basel": "A matrix-lines – Our hours – Basel",
    }
