from collector.brief import Shape
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
