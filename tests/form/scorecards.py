"""Scorecards of a few criteria, and what jurors say by them."""

from datetime import UTC, datetime

from collector.brief import Form, FormKind, Page, Question, Scorecard, Shape
from collector.entries import Score, new_reference
from collector.form.scorecard import scales

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def criterion(
    name: str, weight: float = 1, low: int = 1, high: int = 5, *, required: bool = False
) -> Question:
    return Question(
        id=name,
        label=name.capitalize(),
        shape=Shape.SCALE,
        low=low,
        high=high,
        weight=weight,
        required=required,
    )


def scorecard(*criteria: Question) -> Scorecard:
    return Scorecard(Form("jury", FormKind.JURY, "How we choose", (Page(criteria),)))


def score(
    card: Scorecard,
    idea: str,
    juror: str,
    *left_out: str,
    conflict: bool = False,
    note: str = "",
    **values: int,
) -> Score:
    return Score(
        ref=new_reference(),
        challenge="bread",
        idea=idea,
        juror=juror,
        values=values,
        scales=scales(card),
        at=NOW,
        not_applicable=left_out,
        conflict=conflict,
        note=note,
    )
