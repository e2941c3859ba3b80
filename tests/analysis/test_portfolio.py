from collections import Counter
from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from collector.analysis.portfolio import By, Holding, Line, crossed, portfolio, sums
from collector.entries import Benefit, Innovation, Progress, Sum

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)

UNITS = st.sampled_from(["€", "hours", "kg"])
NUMBERS = st.decimals(-1000, 1000, places=2).map(str)
BENEFITS = st.builds(
    Benefit,
    place=st.just("rye 1"),
    about=st.just("rye"),
    challenge=st.just("bread"),
    n=st.just(1),
    at=st.just(NOW),
    kind=st.none() | st.sampled_from(Innovation),
    goal=st.integers(0, 17),
    value=st.just("") | NUMBERS,
    value_unit=UNITS,
    cost=st.just("") | NUMBERS,
    cost_unit=UNITS,
)
HELD = st.lists(
    st.builds(
        Holding,
        challenge=st.just("bread"),
        ref=st.uuids().map(str),
        title=st.just("Rye"),
        received=st.just(date(2026, 11, 1)),
        progress=st.sampled_from(Progress),
        themes=st.lists(st.sampled_from(["warm", "Kids", "rye"]), unique=True).map(tuple),
        blocks=st.lists(st.sampled_from(["a/costs", "a/channels"]), unique=True).map(tuple),
        benefit=st.none() | BENEFITS,
    ),
    max_size=12,
)


def rye(**changes: object) -> Holding:
    benefit = Benefit.blank("rye", "bread", NOW)
    fields = {"value": "4.10", "value_unit": "€", **changes}
    told = Benefit(**{**vars(benefit), **fields})  # type: ignore[arg-type]
    return Holding("bread", "rye", "Rye", NOW.date(), Progress.DONE, benefit=told)


@given(HELD, st.sampled_from([By.KIND, By.STAGE, By.GOAL]))
def test_every_idea_is_in_one_line_and_every_sum_is_told_once(held: list[Holding], by: By) -> None:
    lines = portfolio(held, by)
    assert sum(line.ideas for line in lines) == len(held)
    assert sum(line.done for line in lines) == sum(each.is_done for each in held)
    for name in ("value", "cost"):
        parts = [told for line in lines for told in getattr(line, name)]
        assert sums(parts) == getattr(Line.of("", held), name)


@given(HELD, st.sampled_from([By.THEME, By.BLOCK]))
def test_an_idea_of_several_themes_is_in_each_of_them(held: list[Holding], by: By) -> None:
    expected = Counter(
        code for each in held for code in (each.themes if by is By.THEME else each.blocks) or ("",)
    )
    assert {line.code: line.ideas for line in portfolio(held, by)} == expected


@given(HELD)
def test_kinds_and_stages_crossed_add_up_to_both(held: list[Holding]) -> None:
    counts = crossed(held)
    kinds = {line.code: line.ideas for line in portfolio(held, By.KIND)}
    assert {code: sum(steps.values()) for code, steps in counts.items()} == kinds
    for line in portfolio(held, By.STAGE):
        assert sum(steps[Progress(line.code)] for steps in counts.values()) == line.ideas


def test_all_kinds_and_stages_are_told_and_of_goals_those_that_occur() -> None:
    held = [rye(goal=12), rye(goal=2)]
    assert [line.code for line in portfolio([], By.KIND)] == [*Innovation]
    assert [line.code for line in portfolio([], By.STAGE)] == [*Progress]
    assert [line.code for line in portfolio(held, By.GOAL)] == ["2", "12"]
    assert portfolio([], By.THEME) == ()


def test_units_are_never_mixed_and_capitals_make_no_other_unit() -> None:
    told = [Sum(Decimal("0.1"), "KG"), Sum(Decimal("0.2"), "kg"), None, Sum(Decimal(5), "€")]
    assert sums(told) == (Sum(Decimal("0.3"), "KG"), Sum(Decimal(5), "€"))


def test_only_what_is_done_brought_anything() -> None:
    begun = Holding("bread", "b", "B", NOW.date(), Progress.IN_PROGRESS, benefit=rye().benefit)
    line = Line.of("", [rye(), begun])
    assert (line.ideas, line.done, line.value) == (2, 1, (Sum(Decimal("4.10"), "€"),))
