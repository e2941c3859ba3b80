"""A variant is dealt: evenly however few come, counted by day, and of whom nothing is kept."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from collector.acts import deal
from collector.acts.deal import Deck, drawn
from collector.brief import Form, FormKind, Option, Page, Question, Shape, Trial, Variant
from collector.errors import Closed, Unknown
from collector.form import define
from collector.store import Store, exposures
from tests.kept import AFTER, BEFORE, NOW, brief

ASKED = Question("buy", "Would you?", Shape.ONE, options=(Option("yes", ""), Option("no", "")))
TODAY = date(2026, 11, 30)


def split(*codes: str) -> Form:
    variants = tuple(Variant(code, code, f"It costs {code}.") for code in codes)
    trial = Trial(variants, "buy", ("yes",))
    return Form("box", FormKind.POLL, "A box", (Page((ASKED,)),), trial=trial)


def dealt(store: Store, form: Form) -> Counter[str]:
    return Counter(exposures.dealt(store, "bread", form.name, define(form).hash))


@given(some.integers(2, 4), some.integers(0, 60), some.integers())
def test_no_two_variants_are_ever_more_than_one_apart(k: int, people: int, seed: int) -> None:
    codes, counts, chance = "abcd"[:k], Counter[str](), Random(seed)
    for _ in range(people):
        counts[drawn(codes, counts, chance)] += 1
        assert max(counts[code] for code in codes) - min(counts[code] for code in codes) <= 1


def test_which_comes_first_is_chance_alone() -> None:
    """Simulated: of 4000 trials about half begin with each; within four standard deviations."""
    chance = Random(7)
    first = sum(drawn("ab", {}, chance) == "a" for _ in range(4000))
    assert abs(first - 2000) < 4 * (4000 * 0.25) ** 0.5


def test_half_are_dealt_each_variant_and_counted_by_day(store: Store) -> None:
    form = split("cheap", "dear")
    deck = Deck(brief(form), form)
    for day in (0, 0, 0, 1, 1, 1, 1):
        deal.deal(store, deck, NOW, TODAY + timedelta(days=day))
    assert sorted(dealt(store, form).values()) == [3, 4]
    kept = list(exposures.of(store, "bread", "box"))
    by_day = Counter[str]()
    for each in kept:
        by_day[each.day] += each.count
    assert by_day == {"2026-11-30": 3, "2026-12-01": 4}
    assert {*vars(kept[0])} == {"challenge", "form", "form_hash", "variant", "day", "count"}


def test_whoever_come_at_once_are_dealt_evenly_too(store: Store) -> None:
    form = split("a", "b", "c")
    deck = Deck(brief(form), form)
    with ThreadPoolExecutor(8) as pool:
        for each in [pool.submit(deal.deal, store, deck, NOW, TODAY) for _ in range(30)]:
            each.result()
    assert dealt(store, form) == {"a": 10, "b": 10, "c": 10}


def test_other_variants_begin_to_be_counted_anew(store: Store) -> None:
    """Else one that is added later would be dealt to everybody until it has caught up."""
    before, after = split("a", "b"), split("a", "b", "c")
    for _ in range(10):
        deal.deal(store, Deck(brief(before), before), NOW, TODAY)
    for _ in range(6):
        deal.deal(store, Deck(brief(after), after), NOW, TODAY)
    assert dealt(store, after) == {"a": 2, "b": 2, "c": 2}
    assert exposures.by_form(store, "bread") == {"box": {"a": 7, "b": 7, "c": 2}}


def test_nothing_is_dealt_while_nobody_can_answer(store: Store) -> None:
    form = split("a", "b")
    of = brief(form, opens=BEFORE, closes=AFTER)
    with pytest.raises(Closed):
        deal.deal(store, Deck(of, form), AFTER, TODAY)
    assert not dealt(store, form)


def test_a_poll_that_is_not_split_deals_nothing(store: Store) -> None:
    form = Form("box", FormKind.POLL, "A box", (Page((ASKED,)),))
    with pytest.raises(Unknown):
        deal.deal(store, Deck(brief(form), form), NOW, TODAY)
