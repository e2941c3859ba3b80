import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.acts.tags import LONGEST, MOST, tag, tidy
from collector.errors import Conflict, Invalid
from collector.store import Store, reads
from tests.acts.ideas import NOW, keep


@pytest.fixture
def breads(store: Store) -> Store:
    for ref in ("rye", "spelt"):
        keep(store, ref)
    return store


def test_an_idea_is_filed_under_its_tags_and_no_others(breads: Store) -> None:
    tag(breads, "rye", [" gluten  free ", "Kids"], "ada", NOW)
    assert tag(breads, "rye", ["Kids", "Summer"], "ada", NOW).tags == ("Kids", "Summer")
    assert [each.move for each in reads.decisions(breads, about="rye")] == ["tags", "tags"]
    assert all("Kids" not in str(vars(each)) for each in reads.decisions(breads))


def test_a_tag_that_is_there_keeps_its_capitals(breads: Store) -> None:
    tag(breads, "rye", ["Gluten free"], "ada", NOW)
    filed = tag(breads, "spelt", ["GLUTEN FREE", "kids"], "ada", NOW, known=["Gluten free"])
    assert filed.tags == ("Gluten free", "kids")


def test_the_same_tags_once_more_are_no_decision(breads: Store) -> None:
    tag(breads, "rye", ["Kids"], "ada", NOW)
    tag(breads, "rye", ["Kids"], "ada", NOW)
    assert len(reads.decisions(breads)) == 1


def test_of_two_who_file_at_once_the_second_is_told_so(breads: Store) -> None:
    tag(breads, "rye", ["Kids"], "ada", NOW, seen={"rye": 1})
    with pytest.raises(Conflict):
        tag(breads, "rye", ["Summer"], "ben", NOW, seen={"rye": 1})


@pytest.mark.parametrize(
    "tags", [["x" * (LONGEST + 1)], [str(each) for each in range(MOST + 1)], ["a\0b"], ["\ud800"]]
)
def test_tags_that_can_not_be_kept_are_refused_at_their_field(tags: list[str]) -> None:
    with pytest.raises(Invalid) as refused:
        tidy(tags)
    assert set(refused.value.problems) == {"tags"}


@given(st.lists(st.text(max_size=50), max_size=12))
def test_what_is_tidy_stays_as_it_is(tags: list[str]) -> None:
    try:
        tidied = tidy(tags)
    except Invalid:
        return
    assert tidy(tidied) == tidied
    assert len(tidied) <= MOST
    assert all(0 < len(each) <= LONGEST for each in tidied)
