"""The order in which shuffled options stood before somebody, as the drawn form tells it.

role:staff,customer;apps:till,web   ⇄   {"role": ("staff", "customer"), "apps": ("till", "web")}
"""

from collector.brief import Question
from collector.form.definition import Definition


def read_order(definition: Definition, text: str) -> dict[str, tuple[str, ...]]:
    """By question's id the codes in order; questions and codes that the form has not are left out.

    Whether a form shuffles is no part of its definition: the order changes no answer.
    """
    asked = {each.id: _codes(each) for each in definition.questions}
    order: dict[str, tuple[str, ...]] = {}
    for part in text.split(";"):
        name, _, codes = part.partition(":")
        known = asked.get(name, frozenset())
        shown = tuple(dict.fromkeys(code for code in codes.split(",") if code in known))
        if shown:
            order[name] = shown
    return order


def _codes(question: Question) -> frozenset[str]:
    lines = {each.code for each in question.lines}
    return frozenset({each.code for each in question.options} | lines)
