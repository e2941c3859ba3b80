"""What a juror sends is checked; a score outlives changes of the scorecard as far as it fits."""

import pytest

from collector.errors import Invalid
from collector.form.scorecard import Marks, card_hash, check_marks, is_in, missing, still
from tests.form.scorecards import criterion, score, scorecard

CARD = scorecard(criterion("impact", 3), criterion("ease"), criterion("fit", 0, required=True))


def test_marks_are_steps_or_say_that_a_criterion_does_not_apply():
    sent = {"mark:impact": "5", "mark:ease": "-", "mark:fit": "", "else": "1"}
    assert check_marks(CARD, sent) == Marks({"impact": 5}, ("ease",))


@pytest.mark.parametrize("sent", ["0", "6", "3.0", "three", "٣", " 3", "-1", "1-5"])
def test_what_is_no_step_is_refused_at_its_input(sent):
    with pytest.raises(Invalid) as error:
        check_marks(CARD, {"mark:impact": sent, "mark:ease": "2"})
    assert {name: each.reason for name, each in error.value.problems.items()} == {
        "mark:impact": "score-step"
    }


def test_what_must_be_judged_always_applies():
    with pytest.raises(Invalid):
        check_marks(CARD, {"mark:fit": "-"})


def test_a_score_is_in_once_every_criterion_has_something():
    begun = score(CARD, "rye", "dora", "ease", impact=5)
    assert [each.id for each in missing(CARD, begun)] == ["fit"]
    assert is_in(CARD, score(CARD, "rye", "dora", "ease", impact=5, fit=1))
    assert is_in(CARD, score(CARD, "rye", "dora", conflict=True))


WHOLE = score(CARD, "rye", "dora", "ease", impact=5, fit=1)


@pytest.mark.parametrize(
    ("changed", "left"),
    [
        (scorecard(criterion("impact", 9), criterion("ease", 0), criterion("fit")), []),
        (scorecard(criterion("impact")), []),
        (scorecard(criterion("impact"), criterion("ease"), criterion("price")), ["price"]),
        (scorecard(criterion("impact", high=10), criterion("ease", low=0)), ["impact", "ease"]),
    ],
)
def test_a_changed_scorecard_asks_again_only_what_it_asks_otherwise(changed, left):
    """Weights and words may change; another criterion, or other steps, must be judged anew."""
    assert [each.id for each in missing(changed, WHOLE)] == left
    assert (card_hash(changed) == card_hash(CARD)) is (
        {each.id for each in changed.criteria} == {"impact", "ease", "fit"}
    )
    assert "impact" not in still(scorecard(criterion("impact", high=10)), WHOLE).values
