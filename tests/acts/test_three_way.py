from hypothesis import given
from hypothesis import strategies as st

from collector.acts.three_way import merge

LINES = st.lists(st.sampled_from(["a", "b", "c", "", "d"]), max_size=12).map("\n".join)
BEGAN = "one\ntwo\nthree\nfour\nfive"


def test_changes_in_different_places_are_brought_together():
    mine, theirs = BEGAN.replace("one", "ONE"), BEGAN.replace("five", "five\nsix")
    assert merge(BEGAN, mine, theirs) == "ONE\ntwo\nthree\nfour\nfive\nsix"


def test_the_same_change_of_both_is_made_once():
    both = BEGAN.replace("three", "THREE")
    assert merge(BEGAN, both, both) == both


def test_what_one_took_away_and_the_other_added_elsewhere_is_both_done():
    mine, theirs = BEGAN.replace("two\n", ""), BEGAN + "\nsix"
    assert merge(BEGAN, mine, theirs) == "one\nthree\nfour\nfive\nsix"


def test_changes_of_one_line_or_its_neighbour_clash():
    assert merge(BEGAN, BEGAN.replace("two", "2"), BEGAN.replace("two", "II")) is None
    assert merge(BEGAN, BEGAN.replace("two", "2"), BEGAN.replace("three", "3")) is None
    assert merge(BEGAN, BEGAN + "\nmine", BEGAN + "\ntheirs") is None


@given(LINES, LINES)
def test_who_changed_nothing_takes_what_the_other_wrote(began: str, other: str) -> None:
    assert merge(began, began, other) == other
    assert merge(began, other, began) == other


@given(LINES, LINES, LINES)
def test_it_does_not_matter_who_is_who(began: str, mine: str, theirs: str) -> None:
    assert merge(began, mine, theirs) == merge(began, theirs, mine)


@given(LINES, LINES, LINES)
def test_no_line_that_somebody_added_is_lost(began: str, mine: str, theirs: str) -> None:
    merged = merge(began, mine, theirs)
    if merged is not None:
        new = (set(mine.split("\n")) | set(theirs.split("\n"))) - set(began.split("\n"))
        assert new <= set(merged.split("\n"))
