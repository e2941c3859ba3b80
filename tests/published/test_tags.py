from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from collector.published import PublishedIdea, Tag, filed, has_tag, tag_name


def idea(*labels, ref="a"):
    return PublishedIdea(ref, "Rolls", date(2026, 11, 20), tags=labels)


def tags(ideas):
    return tuple(tag for tag, _ in filed(ideas))


def test_the_most_used_tag_comes_first():
    ideas = [idea("Sweet"), idea("Rye", "Sweet")]
    assert tags(ideas) == (Tag("sweet", "Sweet", 2), Tag("rye", "Rye", 1))


def test_an_idea_counts_once_for_tags_that_are_written_nearly_alike():
    assert tags([idea("Rye", "rye"), idea("RYE")]) == (Tag("rye", "RYE", 2),)


def test_a_tag_s_list_holds_the_ideas_that_have_it():
    sweet, plain = idea("Süße Brötchen"), idea("Rye")
    assert (Tag("susse-brotchen", "Süße Brötchen", 1), (sweet,)) in filed([sweet, plain])
    assert has_tag(sweet, "susse-brotchen")
    assert not has_tag(plain, "susse-brotchen")


@given(st.text(min_size=1))
def test_a_tag_s_name_fits_an_address(label):
    name = tag_name(label)
    assert name
    assert not set(name) & set("/\\.?#%&\"'<> \0")
    assert len(name.encode()) < 255
