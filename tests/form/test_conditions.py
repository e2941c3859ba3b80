import pytest

from collector.brief import Clause, Condition, Range, Shape, Test
from collector.form.conditions import tell_condition
from collector.form.labels import words_of
from tests.form.forms import form, question

WORDS = words_of(
    form(question(Shape.ONE, "town", label="Your *town*?"), question(Shape.NUMBER, "age"))
)
TOWN = Clause("town", Test.IS, ("bern", "basel"))
AGE = Clause("age", Test.AT_LEAST, (Range(18, 18),))


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        (Condition((TOWN,)), "Only if “Your town?” is Bern or Basel."),
        (
            Condition((TOWN, AGE)),
            "Only if “Your town?” is Bern or Basel and “A number” is at least 18.",
        ),
        (
            Condition((Clause("town", Test.NOT_ANSWERED), AGE), every=False),
            "Only if “Your town?” is not answered or “A number” is at least 18.",
        ),
        (
            Condition((Clause("age", Test.IS_NOT, (Range(18, 39.5),)),)),
            "Only if “A number” is not 18–39.5.",
        ),
        (
            Condition((Clause("town_other", Test.IS, ("Chur",)),)),
            "Only if “Your town? – Other” is Chur.",
        ),
        (Condition((Clause("gone", Test.ANSWERED),)), "Only if “gone” is answered."),
    ],
)
def test_a_condition_is_told_as_it_would_stand_on_paper(condition, told):
    assert tell_condition(condition, WORDS) == told


def test_a_part_of_a_question_is_told_by_its_words():
    words = words_of(form(question(Shape.MATRIX_ONE, label="How do we do?")))
    condition = Condition((Clause("matrix-one__staff", Test.IS, ("bern",)),))
    assert tell_condition(condition, words) == "Only if “How do we do? – Our staff” is Bern."
