"""What groups did is told in steps of five: no count that grows by one tells of one person."""

from hypothesis import given
from hypothesis import strategies as st

from collector.published.engagement import engagement


def test_what_is_told_is_a_multiple_of_five_and_few_are_not_told():
    told = engagement({"staff": {"ideas": 4, "answers": 5, "votes": 14, "comments": None}})
    assert told == {"staff": {"answers": 5, "votes": 10}}


def test_a_group_that_did_nothing_is_like_one_of_which_few_did_anything():
    assert engagement({"staff": {"ideas": 0}}) == engagement({"staff": {"ideas": 4}})


@given(st.integers(0, 1000))
def test_one_person_more_is_hardly_ever_seen(count):
    before, after = (engagement({"a": {"ideas": n}})["a"] for n in (count, count + 1))
    assert (before != after) == ((count + 1) % 5 == 0)
