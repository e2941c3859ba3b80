from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis import Points, TooFew

OPTIONS = ("light", "heat", "rent")
gifts = st.none() | st.dictionaries(st.sampled_from(OPTIONS), st.integers(0, 100))


def points(*sent) -> Points:
    counted = Points()
    for each in sent:
        counted.add(each)
    return counted


def test_what_each_option_got_on_the_mean_and_of_all():
    given_ = points({"light": 60, "heat": 40}, {"light": 100}, {"heat": 50, "rent": 50})
    light, heat, rent = given_.shared(OPTIONS, 100).portions
    assert (light.mean.value, light.givers) == (pytest.approx(160 / 3), 2)
    assert (heat.mean.value, rent.mean.value) == (30, pytest.approx(50 / 3))
    assert light.share == pytest.approx(160 / 300)


def test_who_gave_nothing_counts_with_nought():
    given_ = points(*[{"light": 100}] * 5, *[{"heat": 100}] * 5)
    light, heat, rent = given_.shared(OPTIONS, 100).portions
    assert light.mean.value == heat.mean.value == 50
    assert 0 <= light.mean.low < 50 < light.mean.high <= 100
    assert (rent.mean.value, rent.mean.low, rent.givers) == (0, None, 0)


def test_without_answers_there_is_nothing_to_share():
    assert points(None).shared(OPTIONS) == TooFew(0, 1)


def test_if_nobody_gave_anything_no_option_has_a_share():
    assert [each.share for each in points({}).shared(OPTIONS).portions] == [0, 0, 0]


@given(st.lists(gifts.filter(lambda gift: gift and any(gift.values())), min_size=1))
def test_the_shares_add_up_to_one(sent):
    told = points(*sent).shared(OPTIONS)
    assert sum(each.share for each in told.portions) == pytest.approx(1)
    for each in told.portions:
        whole = sum((Counter(gift) for gift in sent), Counter())
        assert each.mean.value == pytest.approx(whole[each.code] / len(sent))


@given(st.lists(gifts), st.lists(gifts))
def test_points_that_come_and_go_leave_what_a_recount_finds(stay, leave):
    running = points(*stay, *leave)
    for each in leave:
        running.add(each, -1)
    recount = points(*reversed(stay))
    assert running.to_document() == recount.to_document()
    assert running.shared(OPTIONS) == recount.shared(OPTIONS)
    assert Points.from_document(running.to_document()).shared(OPTIONS) == recount.shared(OPTIONS)
