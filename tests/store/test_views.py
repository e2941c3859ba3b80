"""How often pages are asked for, by day and challenge."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

from collector.store import Store, views

MONDAY, TUESDAY = date(2026, 11, 30), date(2026, 12, 1)


def test_counts_of_one_day_and_challenge_add_up(store: Store) -> None:
    views.add(store, {("bread", MONDAY): 2, ("cake", MONDAY): 1})
    views.add(store, {("bread", MONDAY): 3, ("bread", TUESDAY): 1})
    assert views.by_day(store, ["bread", "cake", "rye"]) == {
        "bread": {MONDAY: 5, TUESDAY: 1},
        "cake": {MONDAY: 1},
        "rye": {},
    }
    assert len(store.table("views")) == 3


def test_what_is_asked_for_is_told_alone(store: Store) -> None:
    views.add(store, {("bread", MONDAY): 2, ("cake", MONDAY): 1})
    assert views.by_day(store, ["cake"]) == {"cake": {MONDAY: 1}}


def test_many_add_at_once_and_nothing_is_lost(store: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        for each in [pool.submit(views.add, store, {("bread", MONDAY): 1}) for _ in range(40)]:
            each.result()
    assert views.by_day(store, ["bread"]) == {"bread": {MONDAY: 40}}
