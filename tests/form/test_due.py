import pytest

from collector.brief import Clause, Condition, Page, Shape, Test
from collector.form import define, due
from collector.form.due import holds
from tests.form.clauses import ANSWERS, CASES
from tests.form.forms import WITH_A_FRIEND, form, question


@pytest.mark.parametrize(("clause", "met"), CASES)
def test_a_clause_is_met_by_answers(clause, met):
    assert holds(Condition((clause,)), ANSWERS) is met


def test_clauses_hold_together_or_one_for_all():
    met, unmet = Clause("come", Test.ANSWERED), Clause("why", Test.ANSWERED)
    assert holds(Condition((met, met)), ANSWERS)
    assert not holds(Condition((met, unmet)), ANSWERS)
    assert holds(Condition((met, unmet), every=False), ANSWERS)
    assert not holds(Condition((unmet, unmet), every=False), ANSWERS)


def test_without_a_condition_a_question_is_due():
    asked = form(question(Shape.ONE, "come"), question(Shape.TEXT, "who", condition=WITH_A_FRIEND))
    assert due(define(asked), {}) == {"come"}
    assert due(define(asked), {"come": "friend"}) == {"come", "who"}


def test_a_question_needs_its_pages_condition_and_its_own():
    own = Condition((Clause("scale", Test.ANSWERED),))
    page = Page((question(Shape.TEXT, "who", condition=own),), condition=WITH_A_FRIEND)
    definition = define(
        form(pages=(Page((question(Shape.ONE, "come"), question(Shape.SCALE))), page))
    )
    assert "who" not in due(definition, {"come": "friend"})
    assert "who" not in due(definition, {"scale": 3})
    assert "who" in due(definition, {"come": "friend", "scale": 3})


def test_what_was_answered_was_due_though_what_it_hung_on_is_erased():
    name = question(Shape.TEXT, "name", personal=True)
    hung = Condition((Clause("name", Test.ANSWERED),))
    asked = form(name, question(Shape.ONE, condition=hung), question(Shape.DATE, condition=hung))
    assert due(define(asked), {"name": "Ann"}) == {"name", "one", "date"}
    assert due(define(asked), {"one": "bern"}) == {"name", "one"}
    assert due(define(asked), {}) == {"name"}
