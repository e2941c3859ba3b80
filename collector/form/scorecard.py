"""What a juror sends of a scorecard is read and checked, and what of a score still counts.

The inputs are named by criterion, `mark:impact`; their values are steps, or `-` for a criterion
that does not apply.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from collector.brief import Question, Scorecard
from collector.entries import Score
from collector.errors import Invalid, Problem

MARK = "mark:"
NOT_APPLICABLE = "-"
LONGEST_NOTE = 2000
"""Characters."""


@dataclass(frozen=True)
class Marks:
    """What was marked: a step by criterion, and the criteria that do not apply."""

    values: Mapping[str, int]
    not_applicable: tuple[str, ...] = ()


def check_marks(card: Scorecard, raw: Mapping[str, str]) -> Marks:
    """The marks of a sent scorecard; what is left empty has none. Raises Invalid by input."""
    problems: dict[str, Problem] = {}
    values: dict[str, int] = {}
    left_out = []
    for each in card.criteria:
        sent = raw.get(MARK + each.id, "")
        if sent == NOT_APPLICABLE and not each.required:
            left_out.append(each.id)
        elif sent in map(str, steps(each)):
            values[each.id] = int(sent)
        elif sent:
            facts = {"low": each.low, "high": each.high}
            problems[MARK + each.id] = Problem("score-step", facts)
    if problems:
        raise Invalid(problems)
    return Marks(values, tuple(left_out))


def steps(criterion: Question) -> range:
    """The marks that the criterion takes, the worst first."""
    return range(criterion.low, criterion.high + 1)


def scale_of(criterion: Question) -> str:
    """Its steps, as a score keeps them."""
    return f"{criterion.low}-{criterion.high}"


def scales(card: Scorecard) -> dict[str, str]:
    """The steps of all criteria."""
    return {each.id: scale_of(each) for each in card.criteria}


def card_hash(card: Scorecard) -> str:
    """Another one for each change that makes ideas be judged again."""
    told = "\n".join(f"{name} {scale}" for name, scale in sorted(scales(card).items()))
    return sha256(told.encode()).hexdigest()[:16]


def still(card: Scorecard, score: Score) -> Marks:
    """What of the score the scorecard still asks, with the steps that it was marked on."""
    asked = scales(card)
    standing = {each for each, scale in score.scales.items() if asked.get(each) == scale}
    values = {each: value for each, value in score.values.items() if each in standing}
    return Marks(values, tuple(each for each in score.not_applicable if each in standing))


def missing(card: Scorecard, score: Score) -> tuple[Question, ...]:
    """The criteria that the score says nothing of, as the scorecard now is."""
    if score.conflict:
        return ()
    marks = still(card, score)
    said = {*marks.values, *marks.not_applicable}
    return tuple(each for each in card.criteria if each.id not in said)


def is_in(card: Scorecard, score: Score) -> bool:
    """Whether the juror is done with the idea: all is marked, or there is a conflict."""
    return not missing(card, score)
