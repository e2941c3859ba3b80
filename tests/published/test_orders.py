from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from collector.published import Order, PublishedIdea, PublishedVotes, ordered
from collector.published.orders import offered

NOW = datetime(2026, 11, 21, 12, 30, tzinfo=UTC)
IDEAS = tuple(PublishedIdea(f"idea{n}", f"Rolls {n}", date(2026, 11, 20)) for n in range(8))


def voted(idea, **votes):
    return replace(idea, votes=PublishedVotes(n=3, **votes))


def refs(ideas):
    return [idea.ref for idea in ideas]


def test_where_nobody_votes_the_latest_comes_first():
    assert offered(IDEAS, voting=False) == (Order.NEW,)


def test_while_votes_are_taken_the_lot_comes_first():
    assert offered(IDEAS, voting=True) == (Order.DRAWN, Order.NEW)


def test_the_top_is_offered_only_once_ranks_are_told():
    hidden = [voted(idea) for idea in IDEAS]
    assert Order.TOP not in offered(hidden, voting=True)
    assert Order.TOP in offered([*hidden, voted(IDEAS[0], rank=1)], voting=False)


def test_rising_is_offered_only_once_votes_tell_it():
    assert Order.RISING in offered([voted(IDEAS[0], rising=0.5)], voting=False)
    assert Order.RISING not in offered([voted(IDEAS[0], rank=1)], voting=False)


def test_the_best_rank_comes_first_and_what_has_none_last():
    first, second, none = voted(IDEAS[3], rank=1), voted(IDEAS[1], rank=2), IDEAS[0]
    assert ordered((none, second, first), Order.TOP, "bread", NOW) == (first, second, none)


def test_what_gains_most_comes_first():
    slow, fast = voted(IDEAS[0], rising=0.1), voted(IDEAS[1], rising=2.0)
    assert ordered((IDEAS[2], slow, fast), Order.RISING, "bread", NOW) == (fast, slow, IDEAS[2])


def test_the_lot_stands_for_an_hour_in_whatever_zone():
    drawn = ordered(IDEAS, Order.DRAWN, "bread", NOW)
    later = NOW.replace(minute=59).astimezone()
    assert ordered(IDEAS, Order.DRAWN, "bread", later) == drawn
    assert ordered(IDEAS, Order.DRAWN, "bread", NOW + timedelta(hours=1)) != drawn
    assert ordered(IDEAS, Order.DRAWN, "rolls", NOW) != drawn


def test_over_many_hours_every_idea_comes_first_about_as_often():
    hours = 2000
    firsts = [
        ordered(IDEAS, Order.DRAWN, "bread", NOW + timedelta(hours=hour))[0]
        for hour in range(hours)
    ]
    for idea in IDEAS:  # mean 250, standard deviation 15
        assert 175 < firsts.count(idea) < 325


@given(st.sampled_from(Order), st.lists(st.sampled_from(IDEAS), unique=True))
def test_every_order_holds_every_idea_once(order, ideas):
    assert sorted(refs(ordered(ideas, order, "bread", NOW))) == sorted(refs(ideas))


@given(st.permutations(IDEAS))
def test_the_lot_does_not_depend_on_when_ideas_came(ideas):
    assert ordered(ideas, Order.DRAWN, "bread", NOW) == ordered(IDEAS, Order.DRAWN, "bread", NOW)
