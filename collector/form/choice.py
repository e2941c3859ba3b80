"""One option or several, by their codes."""

from collections.abc import Collection, Sequence

from collector.brief import Question
from collector.entries import Value
from collector.errors import Problem
from collector.form.hints import choose_reason


def codes_of(question: Question) -> tuple[str, ...]:
    """The codes of a choice, in order."""
    return tuple(option.code for option in question.options)


def chosen_of(question: Question, chosen: Sequence[str]) -> Value | Problem:
    """The one code that was chosen."""
    if len(chosen) > 1:
        return Problem("answer-repeated")
    return chosen[0] if chosen[0] in codes_of(question) else Problem("answer-unknown")


def several_of(question: Question, ticked: Collection[str]) -> Value | Problem:
    """The codes that were ticked, in order. One that stands alone rules the others out."""
    codes = codes_of(question)
    if not {*ticked} <= {*codes}:
        return Problem("answer-unknown")
    alone = {option.code for option in question.options if option.alone}
    if alone & {*ticked}:
        return tuple(ticked) if len({*ticked}) == 1 else Problem("answer-alone")
    if question.choose and not question.choose[0] <= len(ticked) <= question.choose[1]:
        how_many, facts = choose_reason(*question.choose)
        return Problem(f"answer-choose-{how_many}", facts)
    return tuple(code for code in codes if code in ticked)
