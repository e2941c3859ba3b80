"""An order as places 1, 2, 3 …, each once and without a gap."""

from collector.brief import Question
from collector.errors import Problem
from collector.form import numbers
from collector.form.columns import columns
from collector.form.hints import choose_reason
from collector.form.sent import Outcome, Sent


def bounds(question: Question) -> tuple[int, int]:
    """How many are put in order: least and most. Without `choose` all are."""
    return question.choose or (len(question.options), len(question.options))


def read_ranking(question: Question, sent: Sent) -> Outcome:
    """The place of each option that got one; what is wrong stands at the line, or at the whole."""
    most = bounds(question)[1]
    read: Outcome = {
        column: _place(texts[0], most) if len(texts) == 1 else Problem("answer-repeated")
        for column in columns(question)
        if (texts := sent.of(column))
    }
    if not read and not question.required:
        return {}
    wrong = {column: each for column, each in read.items() if isinstance(each, Problem)}
    places = {column: each for column, each in read.items() if isinstance(each, int)}
    wrong |= wrong or _twice(places) or _whole(question, sorted(places.values()))
    return {**places, **wrong}


def _place(text: str, most: int) -> int | Problem:
    place = numbers.read(text)
    if not isinstance(place, int) or not 1 <= place <= most:
        return Problem("answer-place", {"most": most})
    return place


def _twice(places: dict[str, int]) -> dict[str, Problem]:
    """Every column whose place an earlier one has."""
    first = {place: column for column, place in reversed(places.items())}
    return {
        column: Problem("answer-place-twice", {"place": place})
        for column, place in places.items()
        if first[place] != column
    }


def _whole(question: Question, places: list[int]) -> dict[str, Problem]:
    """What is wrong with places that differ: too few, or one left out."""
    least, most = bounds(question)
    if len(places) < least or not places:
        how_many, facts = choose_reason(least, most)
        return {question.id: Problem(f"answer-rank-{how_many}", facts)}
    gap = next((index for index, place in enumerate(places, 1) if place != index), 0)
    return {question.id: Problem("answer-place-gap", {"place": gap})} if gap else {}
