"""The idea of a month is what the rule says: the most, enough of it, and ties are told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis.honour import Candidate, standings
from collector.garden import Rule

RULE = Rule.read("most votes among ideas shown this month, at least 5 votes")
NOVEMBER = date(2026, 11, 30)


def idea(ref: str, votes: int | None = 0, shown: date = NOVEMBER, **facts: object) -> Candidate:
    return Candidate(ref, "bread", ref.capitalize(), shown, votes=votes, **facts)  # type: ignore[arg-type]


def first(rule: Rule, *ideas: Candidate, month: str = "2026-11") -> list[str]:
    return [each.candidate.ref for each in standings(rule, month, ideas).first]


def test_the_idea_with_most_votes_is_first() -> None:
    assert first(RULE, idea("rye", 5), idea("spelt", 9)) == ["spelt"]


def test_below_what_the_rule_asks_there_is_none() -> None:
    assert first(RULE, idea("rye", 4)) == []


def test_ideas_that_are_level_are_all_named_and_none_is_chosen() -> None:
    assert first(RULE, idea("rye", 7), idea("oat", 7), idea("spelt", 6)) == ["oat", "rye"]


def test_only_ideas_of_the_month_can_be_its() -> None:
    ideas = idea("rye", 5), idea("spelt", 9, date(2026, 10, 31)), idea("oat", 9, date(2026, 12, 1))
    assert first(RULE, *ideas) == ["rye"]
    assert first(RULE, *ideas, month="2026-10") == ["spelt"]
    everything = Rule.read("most votes among all ideas")
    assert first(everything, *ideas) == ["spelt"], "what came later was not there yet"


def test_of_what_was_done_the_day_counts_on_which_it_was() -> None:
    rule = Rule.read("most votes among ideas done this month")
    old = idea("rye", 3, date(2025, 1, 1), done=NOVEMBER)
    assert first(rule, old, idea("spelt", 9)) == ["rye"]


def test_comments_count_where_the_rule_says_so() -> None:
    rule = Rule.read("most comments among all ideas")
    assert first(rule, idea("rye", 9, comments=1), idea("spelt", None, comments=2)) == ["spelt"]


def test_votes_that_are_not_told_yet_make_nobody_first_and_are_counted() -> None:
    found = standings(RULE, "2026-11", [idea("rye", None), idea("spelt", 5)])
    assert [each.candidate.ref for each in found.first] == ["spelt"]
    assert found.secret == 1


@given(st.lists(st.integers(0, 12), max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_ideas_makes_no_difference(votes: list[int], lot) -> None:
    ideas = [idea(f"n{number}", each) for number, each in enumerate(votes)]
    found = standings(RULE, "2026-11", ideas)
    lot.shuffle(ideas)
    assert standings(RULE, "2026-11", ideas) == found
    most = max((each for each in votes if each >= 5), default=0)
    assert {each.count for each in found.first} == ({most} if most else set())
    assert len(found.first) == votes.count(most) * bool(most)


@pytest.mark.parametrize("month", ["2026-09", "2027-11"])
def test_a_month_without_ideas_has_none(month: str) -> None:
    assert first(RULE, idea("rye", 9), month=month) == []
