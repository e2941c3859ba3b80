import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis.agreement import Data, Level, alpha, kappa, level

NONE = 0
OBSERVERS = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, NONE, NONE, NONE),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NONE, 3),
    (NONE, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NONE),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NONE),
)
"""Four observers of twelve units, with marks that are missing."""
EXAMPLE_C = [[value for value in unit if value] for unit in zip(*OBSERVERS, strict=True)]

DIAGNOSES = (
    *("00060", "03003", "01401", "00006", "03030", "20400", "00402", "20310", "20040", "00006"),
    *("10050", "11040", "03300", "10050", "02031", "00501", "30012", "51000", "02040", "10203"),
    *("00006", "01050", "02013", "20040", "10041", "05010", "40002", "02040", "10500", "00006"),
)
"""How many of six psychiatrists put each of thirty patients under which of five diagnoses."""
FLEISS_1971 = [
    [code for code, count in enumerate(patient) for _ in range(int(count))] for patient in DIAGNOSES
]

marks = st.integers(1, 5)
units = st.lists(st.lists(marks, max_size=5), max_size=12)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (Data.NOMINAL, 0.743),
        (Data.ORDINAL, 0.815),
        (Data.INTERVAL, 0.849),
        (Data.RATIO, 0.797),
    ],
)
def test_example_c_of_krippendorff_computing_krippendorffs_alpha_reliability_2011(data, told):
    assert alpha(EXAMPLE_C, data) == pytest.approx(told, abs=0.0005)


def test_table_1_of_fleiss_psychological_bulletin_76_1971():
    columns = zip(*(map(int, patient) for patient in DIAGNOSES), strict=True)
    assert [sum(column) for column in columns] == [26, 26, 30, 55, 43]
    assert kappa(FLEISS_1971) == pytest.approx(0.430, abs=0.0005)


def test_the_limits_are_krippendorffs():
    assert (level(0.8), level(0.7), level(0.66)) == (Level.GOOD, Level.FAIR, Level.POOR)


@pytest.mark.parametrize("data", Data)
def test_who_always_agree_agree_wholly(data):
    assert alpha([[1, 1], [5, 5, 5], [3]], data) == 1
    assert kappa([[1, 1], [5, 5]]) == 1


@pytest.mark.parametrize("alone", [[], [[1], [2]], [[], []], [[3, 3], [3, 3, 3]]])
def test_what_nobody_judged_twice_or_never_varies_says_nothing(alone):
    assert alpha(alone, Data.INTERVAL) is None
    assert kappa(alone) is None


def test_kappa_takes_the_same_number_of_marks_for_everything():
    assert kappa([[1, 2], [1, 2, 3]]) is None


@given(units, st.sampled_from(Data), st.randoms())
def test_neither_the_order_of_units_nor_of_jurors_matters(units, data, random):
    found = alpha(units, data)
    mixed = [random.sample(unit, len(unit)) for unit in random.sample(units, len(units))]
    again = alpha(mixed, data)
    assert again == found or again == pytest.approx(found)


@given(units, st.sampled_from(Data))
def test_nobody_agrees_more_than_wholly(units, data):
    found = alpha(units, data)
    assert found is None or found <= 1 + 1e-9


@given(units, st.integers(1, 9), st.integers(-50, 50))
def test_on_an_interval_scale_neither_zero_nor_the_unit_matters(units, factor, shift):
    moved = [[factor * value + shift for value in unit] for unit in units]
    found = alpha(units, Data.INTERVAL)
    assert alpha(moved, Data.INTERVAL) == (found if found is None else pytest.approx(found))


@given(units)
def test_on_an_ordinal_scale_only_the_order_matters(units):
    stretched = [[value**3 for value in unit] for unit in units]
    assert alpha(stretched, Data.ORDINAL) == alpha(units, Data.ORDINAL)
