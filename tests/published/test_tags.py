from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from collector.published import PublishedIdea, Tag, tag_name, tagged, tags


def idea(*labels, ref="a"):
    return PublishedIdea(ref, "Rolls", date(2026, 11, 20), tags=labels)


def test_the_most_used_tag_comes_first():
    ideas = [idea("Sweet"), idea("Rye", "Sweet")]
    assert tags(ideas) == (Tag("sweet", "Sweet", 2), Tag("rye", "Rye", 1))


def test_an_idea_counts_once_for_tags_that_are_written_nearly_alike():
    assert tags([idea("Rye", "rye"), idea("RYE")]) == (Tag("rye", "RYE", 2),)


def test_a_tag_s_list_holds_the_ideas_that_have_it():
    sweet, plain = idea("Süße Brötchen"), idea("Rye")
    assert tagged([sweet, plain], "susse-brotchen") == (sweet,)


@given(st.text(min_size=1))
def test_a_tag_s_name_fits_an_address(label):
    name = tag_name(label)
    assert name
    assert not set(name) & set("/\\.?#%&\"'<> \0")
    assert len(name.encode()) < 255
