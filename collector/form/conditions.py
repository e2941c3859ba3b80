"""A condition told to people, as on paper: Only if “Your link to us” is Supplier."""

from collector.brief import Clause, Condition, Range, Test
from collector.form.labels import Words
from collector.form.numbers import told
from collector.words import say

TESTS: dict[Test, str] = {
    Test.ANSWERED: "form-test-answered",
    Test.NOT_ANSWERED: "form-test-not-answered",
    Test.AT_LEAST: "form-test-at-least",
    Test.AT_MOST: "form-test-at-most",
    Test.IS: "form-test-is",
    Test.IS_NOT: "form-test-is-not",
}


def tell_condition(condition: Condition, words: Words) -> str:
    """The condition in the words of its form, as plain text."""
    joined = say("form-if-and" if condition.every else "form-if-or")
    clauses = (_clause(each, words) for each in condition.clauses)
    return say("form-if", {"clauses": joined.join(clauses)})


def _clause(clause: Clause, words: Words) -> str:
    facts = {
        "caption": words.captions.get(clause.column, clause.column),
        "test": say(TESTS[clause.test]),
        "values": say("form-if-or").join(_value(each, clause, words) for each in clause.values),
    }
    return say("form-if-values" if clause.values else "form-if-clause", facts)


def _value(value: str | Range, clause: Clause, words: Words) -> str:
    if isinstance(value, Range):
        return "–".join(dict.fromkeys((told(value.low), told(value.high))))
    return words.options.get(clause.column, {}).get(value, value)
