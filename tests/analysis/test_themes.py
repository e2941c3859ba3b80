"""Which theme that was found anew is one that was kept."""

from hypothesis import given
from hypothesis import strategies as st

from collector.analysis.themes import FEWEST, MOST, SAME, how_many, matched

groups = st.lists(st.frozensets(st.integers(0, 30).map(str), max_size=8), max_size=6)


def test_the_likest_are_the_same_and_what_is_like_none_is_new() -> None:
    kept = [{"1", "2", "3", "4"}, {"5", "6", "7"}]
    found = [{"5", "6", "7", "9"}, {"1", "2", "3"}, {"10", "11"}]
    assert matched(kept, found) == {0: 1, 1: 0}


@given(groups, groups)
def test_each_is_matched_at_most_once_and_only_with_what_is_like_it(
    kept: list[frozenset[str]], found: list[frozenset[str]]
) -> None:
    pairs = matched(kept, found)
    assert len(set(pairs.values())) == len(pairs)
    for new, old in pairs.items():
        assert len(kept[old] & found[new]) >= SAME * len(kept[old] | found[new]) > 0


@given(st.permutations([{str(n), str(n + 1)} for n in range(0, 12, 2)]))
def test_what_did_not_change_is_found_again_in_any_order(found: list[set[str]]) -> None:
    kept = [{str(n), str(n + 1)} for n in range(0, 12, 2)]
    assert all(kept[old] == found[new] for new, old in matched(kept, found).items())
    assert len(matched(kept, found)) == len(kept)


@given(st.integers(0, 100_000))
def test_more_ideas_have_more_themes_within_what_can_be_read(ideas: int) -> None:
    assert FEWEST <= how_many(ideas) <= how_many(ideas + 1) <= MOST
