"""A condition told to people, as on paper: Only if “Your link to us” is Supplier."""

from collector.brief import Clause, Condition, Form, Range, Test
from collector.form.columns import columns
from collector.form.labels import captions
from collector.form.numbers import written
from collector.form.prose import bare
from collector.words import say

TESTS: dict[Test, str] = {
    Test.ANSWERED: "form-test-answered",
    Test.NOT_ANSWERED: "form-test-not-answered",
    Test.AT_LEAST: "form-test-at-least",
    Test.AT_MOST: "form-test-at-most",
    Test.IS: "form-test-is",
    Test.IS_NOT: "form-test-is-not",
}


def tell_condition(form: Form, condition: Condition) -> str:
    """The condition in the words of its form, as plain text."""
    joined = say("form-if-and" if condition.every else "form-if-or")
    return say("form-if", {"clauses": joined.join(_clause(form, one) for one in condition.clauses)})


def _clause(form: Form, clause: Clause) -> str:
    facts = {
        "caption": captions(form).get(clause.column, clause.column),
        "test": say(TESTS[clause.test]),
        "values": say("form-if-or").join(_value(form, clause, each) for each in clause.values),
    }
    return say("form-if-values" if clause.values else "form-if-clause", facts)


def _value(form: Form, clause: Clause, value: str | Range) -> str:
    if isinstance(value, Range):
        ends = dict.fromkeys((written(value.low), written(value.high)))
        return "–".join(ends)
    for question in form.questions:
        if clause.column in columns(question):
            labels = {option.code: bare(option.label) for option in question.options}
            return labels.get(value, value)
    return value
