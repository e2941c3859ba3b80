"""Votes counted over ideas that were merged: each voter once, with what they said last."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from collector.analysis import VoteCount, of_set
from collector.entries import Vote

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
ORDER = ("up", "down")


def vote(voter: str, value: str, idea: str = "rye", apart: str = "") -> Vote:
    return Vote(
        ref="",
        challenge="bread",
        round="1",
        idea=idea,
        voter=voter,
        value=value,
        at=NOW,
        apart=apart,
    )


def test_what_was_said_last_counts() -> None:
    cast = [vote("ada", "up"), vote("ben", "up"), vote("ada", "down", "spelt")]
    assert of_set(cast, ORDER) == VoteCount({"up": 1, "down": 1})
    assert list(of_set(cast, ORDER).values) == ["up", "down"]


def test_a_voter_counts_with_a_vote_that_counts_if_there_is_one() -> None:
    cast = [
        vote("ada", "up"),
        vote("ada", "down", "spelt", "too fast"),
        vote("x", "up", apart="no"),
    ]
    assert of_set(cast, ORDER) == VoteCount({"up": 1}, apart=1)


@given(
    st.lists(
        st.tuples(st.sampled_from("abcd"), st.sampled_from(ORDER), st.sampled_from(["", "trap"]))
    )
)
def test_every_voter_is_counted_or_counted_apart(cast: list[tuple[str, str, str]]) -> None:
    count = of_set([vote(voter, value, apart=apart) for voter, value, apart in cast], ORDER)
    assert count.n + count.apart == len({voter for voter, _, _ in cast})
    assert count.n == len({voter for voter, _, apart in cast if not apart})
