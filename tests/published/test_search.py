import time
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.brief import Phase
from collector.entries import Progress
from collector.errors import Unknown
from collector.published import (
    MergedIdea,
    Order,
    PublishedAnswer,
    PublishedData,
    PublishedIdea,
    PublishedVotes,
    has_tag,
    ordered,
)
from collector.published.search import LONGEST, Asked, Index, folded, progress_slug, split

NOW = datetime(2026, 11, 21, 12, 30, tzinfo=UTC)


def idea(ref, title, text="", **facts):
    answers = (PublishedAnswer("text", "More", text),) if text else ()
    return PublishedIdea(ref, title, date(2026, 11, 20), answers=answers, **facts)


RYE = idea("rye", "Dark rye", "With caraway.", tags=("Dark",), progress=Progress.IN_PROGRESS)
ROLLS = idea("rolls", "Süße Brötchen", "Warm at two, of rye.", byline="Zoë")
CAKE = idea("cake", "Crème cake", merged=(MergedIdea("old", "Rye cake"),))
DATA = PublishedData("bread", "Bread", NOW, Phase.OPEN, ideas=(ROLLS, RYE, CAKE))


def found(words="", data=DATA, **asked):
    return [each.ref for each in Index(data).find(Asked.read({"q": words, **asked}))]


def test_what_is_in_the_title_comes_before_what_is_only_in_the_text():
    assert found("rye") == ["rye", "rolls", "cake"]


def test_every_word_must_occur():
    assert found("rye two") == ["rolls"]
    assert found("rye three") == []


@pytest.mark.parametrize(
    "words", ["susse brotchen", "SÜSSE", "süße", "BRÖT", "zoe", "  warm   AT "]
)
def test_capitals_and_accents_do_not_matter(words):
    assert found(words) == ["rolls"]


def test_a_merged_idea_is_found_where_it_stands():
    assert found("rye cake") == ["cake"]


def test_nothing_asked_finds_everything_in_the_order_that_comes_first():
    assert found() == ["rolls", "rye", "cake"]


def test_a_tag_and_a_step_narrow_what_is_found():
    assert found(tag="dark") == ["rye"]
    assert found("rye", progress="in-progress") == ["rye"]
    assert found("rye", progress="done") == []


@pytest.mark.parametrize("asked", [{"tag": "no"}, {"progress": "no"}, {"progress": "in progress"}])
def test_a_list_that_there_is_not_is_said_to_be_none(asked):
    with pytest.raises(Unknown) as error:
        found(**asked)
    assert error.value.reason == "no-list"


def test_an_order_that_is_not_offered_is_passed_over():
    assert found(order="top") == found(order="nonsense") == found()


def test_an_order_that_is_offered_is_kept():
    voted = replace(CAKE, votes=PublishedVotes(3, rank=1))
    data = replace(DATA, ideas=(ROLLS, RYE, voted), orders=(Order.NEW, Order.TOP))
    assert found(data=data, order="top")[0] == "cake"


def test_signs_alone_are_looked_for_as_they_stand():
    assert found(".") == ["rolls", "rye"]
    assert found("!!!") == []


def test_words_do_not_run_over_from_one_answer_into_the_next():
    assert found("ryewith") == []


@given(st.text())
def test_what_is_folded_stays_as_it_is(text):
    assert folded(folded(text)) == folded(text)


@given(st.dictionaries(st.sampled_from(["q", "order", "tag", "progress", "page", "no"]), st.text()))
def test_whatever_is_asked_something_sensible_is_found(given):
    try:
        asked = Asked.read(given)
        told = Index(DATA).find(asked)
    except Unknown:
        return
    assert asked.page >= 1
    assert len(asked.words) <= LONGEST
    assert set(told) <= set(DATA.ideas)
    assert len(split(asked.words)) <= 10


@given(
    st.lists(st.sampled_from([RYE, ROLLS, CAKE]), unique=True),
    st.sampled_from(Order),
    st.sampled_from(["", "dark"]),
    st.sampled_from([None, *Progress]),
)
def test_what_is_found_is_what_published_data_says(ideas, order, tag, step):
    data = replace(DATA, ideas=tuple(ideas), orders=tuple(Order))
    asked = {"order": order, "tag": tag, "progress": progress_slug(step) if step else ""}
    if tag and not any(has_tag(each, tag) for each in ideas):
        return
    told = ordered(ideas, order, "bread", NOW)
    kept = [each.ref for each in told if step in (None, each.progress)]
    assert found(data=data, **asked) == [ref for ref in kept if not tag or ref == "rye"]


def test_among_ten_thousand_it_is_found_at_once():
    many = tuple(
        idea(f"idea{n:05}", f"Rolls number {n}", f"Soft and warm at two, süß, number {n}. " * 6)
        for n in range(10_000)
    )
    index = Index(replace(DATA, ideas=many, orders=tuple(Order)))
    asked = Asked.read({"q": "SÜSS warm 9999", "order": "drawn"})
    index.find(asked)
    begin = time.process_time()
    assert [each.ref for each in index.find(asked)] == ["idea09999"]
    assert time.process_time() - begin < 0.1
