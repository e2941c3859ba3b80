"""What a trial says, and that it says nothing before all planned answers have come."""

from random import Random

import pytest

from collector.analysis import TrialTally, difference, from_document, needed, planned, to_document
from collector.analysis.trial import TrialResult
from collector.brief import Trial, Variant


def trial(*codes: str, detect: float = 0.1, base: float | None = None, **more: object) -> Trial:
    variants = tuple(Variant(code, code.upper(), "…") for code in codes or ("a", "b"))
    return Trial(variants, "buy", **{"goal": ("yes",), "detect": detect, "base": base, **more})


def answered(of: Trial, *counts: tuple[int, int], dealt: int = 0) -> TrialResult:
    """So many of so many said yes, by variant in order."""
    tally = TrialTally(of)
    for code, (yes, n) in zip(of.codes, counts, strict=True):
        for number in range(n):
            tally.add(code, {"buy": "yes" if number < yes else "no"})
    return tally.result({code: dealt or n for code, (_, n) in zip(of.codes, counts, strict=True)})


def test_fleiss_levin_paik_2003_formula_4_14_60_against_70_percent_takes_356_a_side() -> None:
    assert planned(trial(detect=0.1, base=0.6)) == 356


def test_how_many_it_takes_grows_with_what_is_compared_and_shrinks_with_what_is_seen() -> None:
    assert planned(trial(detect=0.25)) < planned(trial()) < planned(trial(detect=0.05))
    assert planned(trial("a", "b", "c")) == needed(0.45, 0.55, tests=2) > planned(trial())


def test_newcombe_1998_table_ii_56_of_70_less_48_of_80_is_0_20_from_0_0524_to_0_3339() -> None:
    result = answered(trial(detect=0.4), (48, 80), (56, 70))
    (contrast,) = result.contrasts
    found = contrast.difference
    assert (found.value, found.low, found.high) == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-5)
    assert contrast.adjusted == found.p


def test_nothing_is_compared_before_every_variant_has_its_answers() -> None:
    of = trial(detect=0.4)
    n = planned(of)
    early = answered(of, (0, n - 1), (n, n))
    assert (early.is_firm, early.contrasts, early.missing) == (False, (), {"a": 1})
    assert answered(of, (0, n), (n, n)).is_firm


def test_several_are_compared_with_the_first_and_paid_for_after_holm() -> None:
    result = answered(trial("a", "b", "c", detect=0.4), (20, 50), (30, 50), (21, 50))
    alone = difference((20, 50), (30, 50)).p
    assert [each.code for each in result.contrasts] == ["b", "c"]
    assert result.contrasts[0].adjusted == pytest.approx(2 * alone)


def test_what_counts_are_the_goals_codes_ticked_boxes_and_each_of_several() -> None:
    for goal, said in ((("yes", "perhaps"), "perhaps"), ((), True), (("rye",), ("rye", "oats"))):
        tally = TrialTally(trial(goal=goal))
        tally.add("a", {"buy": said})
        tally.add("a", {"buy": False if said is True else "never"})
        tally.add("", {"buy": said})
        tally.add("gone", {"buy": said})
        tally.add("b", {})
        arms = tally.result({}).arms
        assert [(each.answered, each.count) for each in arms] == [(2, 1), (0, 0)]


def test_that_fewer_answer_one_variant_is_told_once_it_is_hardly_chance() -> None:
    assert answered(trial(), (10, 90), (10, 50), dealt=100).uneven < 0.001
    assert answered(trial(), (10, 50), (10, 52), dealt=100).uneven > 0.5
    assert answered(trial(), (10, 50), (10, 52), dealt=40).uneven is None


def test_a_result_comes_back_from_its_document() -> None:
    for result in (
        answered(trial(), (1, 2), (0, 3)),
        answered(trial(detect=0.4), (9, 60), (9, 60)),
    ):
        assert from_document(TrialResult, to_document(result)) == result


LOOKS = 5
RUNS = 2000


def looked(chance: Random, n: int) -> list[bool]:
    """Of two variants that are alike, whether each of five looks finds a difference at 5 %."""
    counts, found = [0, 0], []
    for step in range(1, n + 1):
        for side in (0, 1):
            counts[side] += chance.random() < 0.5
        if step % (n // LOOKS) == 0:
            found.append(difference((counts[0], step), (counts[1], step)).p < 0.05)
    return found


def test_armitage_mcpherson_rowe_1969_five_looks_find_14_percent_by_chance_and_one_look_5() -> None:
    """Their table 2: .142 after five looks at the 5 % level. Simulated, 2000 trials of 2 × 200."""
    chance = Random(1969)
    runs = [looked(chance, 200) for _ in range(RUNS)]
    assert sum(any(each) for each in runs) / RUNS == pytest.approx(0.142, abs=0.025)
    assert sum(each[-1] for each in runs) / RUNS == pytest.approx(0.05, abs=0.015)


def test_a_difference_as_large_as_planned_for_is_seen_four_times_in_five() -> None:
    """Simulated: 1000 trials of 25 points, each with the planned number of answers."""
    of, chance = trial(detect=0.25), Random(25)
    low, high = of.expected
    n = planned(of)

    def seen() -> bool:
        counts = [sum(chance.random() < share for _ in range(n)) for share in (low, high)]
        return difference((counts[0], n), (counts[1], n)).p < 0.05

    assert sum(seen() for _ in range(1000)) / 1000 == pytest.approx(0.8, abs=0.04)
