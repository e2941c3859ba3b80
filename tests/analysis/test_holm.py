import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis.holm import holm

# Y. Benjamini and Y. Hochberg (1995), "Controlling the false discovery rate", JRSS B 57, 289-300,
# section 3.2: fifteen hypotheses of one trial.
TRIAL = [
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459),
    *(0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000),
]

chances = st.lists(st.floats(0, 1), max_size=20)


def test_benjamini_and_hochberg_1995_of_fifteen_three_stand_after_correction():
    adjusted = holm(TRIAL)
    assert sum(each <= 0.05 for each in adjusted) == 3
    assert adjusted[:4] == pytest.approx([0.0015, 0.0056, 0.0247, 0.1140])


def test_the_smallest_is_multiplied_by_all_the_next_by_one_less():
    # The example of Pingouin's documentation.
    adjusted = holm([0.50, 0.003, 0.32, 0.054, 0.0003])
    assert adjusted == pytest.approx([0.64, 0.012, 0.64, 0.162, 0.0015])


def test_one_test_alone_and_none_need_no_correction():
    assert holm([0.03]) == [0.03]
    assert holm([]) == []


def sequentially_rejective(chances, level):
    """Holm's own words: reject while p <= level / (how many are left)."""
    rejected = set()
    for step, place in enumerate(sorted(range(len(chances)), key=chances.__getitem__)):
        if chances[place] * (len(chances) - step) > level:
            break
        rejected.add(place)
    return rejected


@given(chances, st.floats(0.001, 0.5))
def test_an_adjusted_p_below_the_level_is_a_rejected_hypothesis(sent, level):
    adjusted = holm(sent)
    assert {place for place, each in enumerate(adjusted) if each <= level} == (
        sequentially_rejective(sent, level)
    )


@given(chances)
def test_no_p_gets_smaller_and_their_order_stays(sent):
    adjusted = holm(sent)
    assert all(p <= each <= 1 for p, each in zip(sent, adjusted, strict=True))
    by_size = [each for _, each in sorted(zip(sent, adjusted, strict=True))]
    assert by_size == sorted(by_size)
