"""One value a day: entered, corrected, taken away, brought in together; each a decision."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from collector.acts import measure
from collector.acts.measure import By, Measured
from collector.brief import Brief, Measure
from collector.errors import Conflict, Invalid, Unknown
from collector.store import Store, measurements, reads

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
ADA, BEN = By("ada", NOW), By("ben", NOW)
MONDAY, TUESDAY, FRIDAY = (date(2026, 11, day) for day in (23, 24, 27))
LESS = Measure("kg of plastic", 120, 40, date(2027, 6, 30))
BREAD = Brief(
    slug="bread", path=Path("bread.md"), title="Bread", summary="", sections=(), measure=LESS
)


def enters(store: Store, day: date, value: float, by: By = ADA, **how) -> None:
    measure.enter(store, BREAD, Measured(day, value), by, **how)


def kept(store: Store) -> dict[date, float]:
    return {each.day: each.value for each in measurements.of_challenge(store, "bread")}


def moves(store: Store) -> list[tuple[str, str, str, str]]:
    return [(each.move, each.before, each.after, each.by) for each in reads.decisions(store)]


def test_what_is_measured_is_kept_by_day_with_who_and_a_decision(store: Store) -> None:
    measure.enter(store, BREAD, Measured(TUESDAY, 112.5, "After the fair"), ADA)
    enters(store, MONDAY, 118)
    assert kept(store) == {MONDAY: 118, TUESDAY: 112.5}
    noted = measurements.on_day(store, "bread", TUESDAY)
    assert noted is not None
    assert (noted.note, noted.by, noted.at) == ("After the fair", "ada", NOW)
    assert moves(store) == [("measure", "", "112.5", "ada"), ("measure", "", "118", "ada")]
    assert [each.kind for each in reads.jobs(store)] == ["fill"]


def test_another_value_of_the_same_day_is_told_and_kept_only_instead_of_just_that_one(
    store: Store,
) -> None:
    enters(store, MONDAY, 118)
    with pytest.raises(Invalid) as refused:
        enters(store, MONDAY, 108, BEN)
    assert refused.value.problems["day"].facts == {"value": "118", "by": "ada"}
    with pytest.raises(Invalid):
        enters(store, MONDAY, 108, BEN, instead=99)
    assert kept(store) == {MONDAY: 118}
    enters(store, MONDAY, 108, BEN, instead=118)
    assert kept(store) == {MONDAY: 108}
    assert moves(store)[-1] == ("measure", "118", "108", "ben")


def test_the_same_value_again_is_no_conflict(store: Store) -> None:
    enters(store, MONDAY, 118)
    enters(store, MONDAY, 118, BEN)
    assert kept(store) == {MONDAY: 118}


def test_a_value_is_taken_away_if_it_is_the_one_that_was_seen(store: Store) -> None:
    enters(store, MONDAY, 118)
    with pytest.raises(Conflict):
        measure.forget(store, BREAD, MONDAY, 117, ADA)
    measure.forget(store, BREAD, MONDAY, 118, BEN)
    assert kept(store) == {}
    assert moves(store)[-1] == ("unmeasure", "118", "", "ben")
    with pytest.raises(Unknown):
        measure.forget(store, BREAD, MONDAY, 118, BEN)


def test_every_decision_can_be_taken_back_once_while_nothing_else_came(store: Store) -> None:
    enters(store, MONDAY, 118)
    enters(store, MONDAY, 108, BEN, instead=118)
    first, second = (each.ref for each in reads.decisions(store))
    with pytest.raises(Conflict):
        measure.undo(store, BREAD, first, ADA)
    measure.undo(store, BREAD, second, ADA)
    assert kept(store) == {MONDAY: 118}
    with pytest.raises(Conflict):
        measure.undo(store, BREAD, second, ADA)
    measure.undo(store, BREAD, first, ADA)
    assert kept(store) == {}
    assert moves(store)[-1] == ("undo-measure", "118", "", "ada")


def test_what_was_taken_away_comes_back(store: Store) -> None:
    enters(store, MONDAY, 118)
    measure.forget(store, BREAD, MONDAY, 118, ADA)
    measure.undo(store, BREAD, reads.decisions(store)[-1].ref, ADA)
    assert kept(store) == {MONDAY: 118}


def test_a_decision_of_another_kind_or_challenge_is_none_of_these(store: Store) -> None:
    enters(store, MONDAY, 118)
    other = Brief(**{**vars(BREAD), "slug": "cake"})
    for brief, ref in ((BREAD, "nothing"), (other, reads.decisions(store)[0].ref)):
        with pytest.raises(Unknown):
            measure.undo(store, brief, ref, ADA)


def test_a_table_is_brought_in_whole_and_what_is_known_is_not_kept_twice(store: Store) -> None:
    enters(store, MONDAY, 118)
    table = [Measured(MONDAY, 118), Measured(TUESDAY, 115), Measured(FRIDAY, 111)]
    found = measure.bring_in(store, BREAD, table, BEN)
    assert ([each.day for each in found.new], len(found.same)) == ([TUESDAY, FRIDAY], 1)
    assert kept(store) == {MONDAY: 118, TUESDAY: 115, FRIDAY: 111}
    batches = {each.batch for each in reads.decisions(store)[1:]}
    assert len(batches) == 1
    assert batches != {""}


def test_a_table_that_says_otherwise_changes_nothing_until_somebody_says_so(store: Store) -> None:
    enters(store, MONDAY, 118)
    table = [Measured(MONDAY, 100), Measured(TUESDAY, 115)]
    with pytest.raises(Conflict) as refused:
        measure.bring_in(store, BREAD, table, BEN)
    assert refused.value.facts["days"] == "2026-11-23"
    assert kept(store) == {MONDAY: 118}
    measure.bring_in(store, BREAD, table, BEN, instead=True)
    assert kept(store) == {MONDAY: 100, TUESDAY: 115}


def test_a_challenge_without_a_measure_measures_nothing(store: Store) -> None:
    idle = Brief(**{**vars(BREAD), "measure": None})
    for act in (
        lambda: measure.enter(store, idle, Measured(MONDAY, 1), ADA),
        lambda: measure.bring_in(store, idle, [Measured(MONDAY, 1)], ADA),
    ):
        with pytest.raises(Conflict):
            act()
