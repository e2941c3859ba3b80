"""What people said of themes stays, however they are found anew; on every engine."""

import pytest

from collector.acts import theme_tags, themes
from collector.analysis.themes import Found
from collector.entries import NOWHERE, JobKind, State, Theme, themed
from collector.errors import Conflict, Invalid, Unknown
from collector.store import Store, erased, reads
from collector.store import themes as kept
from tests.acts.ideas import NOW, keep

RYE, CAKE = Found(("rye", "bread"), ("a", "b", "c", "d")), Found(("cake",), ("e", "f", "g"))


@pytest.fixture
def breads(store: Store) -> Store:
    for ref in "abcdefgh":
        said = "rye bread" if ref in "abcd" else "cake"
        keep(store, ref, answers={"title": f"{said} {ref}"})
    themes.settle(store, "bread", [RYE, CAKE])
    return store


def of(store: Store) -> dict[str, list[str]]:
    """The ideas of each theme, by what it is called."""
    found = kept.of(store, "bread")
    ideas = [*themed(reads.ideas(store, "bread", State.APPROVED), found)]
    return {each.label: [idea.ref for idea, theme in ideas if theme == each.ref] for each in found}


def called(store: Store, label: str) -> Theme:
    return next(each for each in kept.of(store, "bread") if each.label == label)


def name(store: Store, label: str, text: str) -> Theme:
    return themes.name(store, "bread", called(store, label).ref, text)


def test_what_was_found_is_kept_with_the_most_ideas_first(breads: Store) -> None:
    assert of(breads) == {"rye, bread": ["a", "b", "c", "d"], "cake": ["e", "f", "g"]}
    assert kept.challenges(breads) == ["bread"]


def test_a_name_stays_when_the_theme_is_found_again_with_other_ideas_and_words(
    breads: Store,
) -> None:
    name(breads, "rye, bread", " Hearty   loaves ")
    themes.settle(breads, "bread", [CAKE, Found(("sourdough",), ("b", "c", "d", "h"))])
    assert of(breads) == {"Hearty loaves": ["b", "c", "d", "h"], "cake": ["e", "f", "g"]}
    assert name(breads, "Hearty loaves", " ").label == "sourdough"


def test_what_is_not_found_any_more_goes_unless_somebody_named_it(breads: Store) -> None:
    name(breads, "cake", "Sweet things")
    themes.settle(breads, "bread", [])
    assert of(breads) == {"Sweet things": []}
    themes.settle(breads, "bread", [RYE, Found(("tart",), ("f", "g", "h"))])
    assert of(breads) == {"rye, bread": ["a", "b", "c", "d"], "Sweet things": ["f", "g", "h"]}


def test_an_idea_that_was_put_somewhere_stays_there(breads: Store) -> None:
    cake = called(breads, "cake")
    themes.place(breads, "a", cake.ref, "ada", NOW)
    themes.place(breads, "b", NOWHERE, "ada", NOW)
    for found in ([RYE, CAKE], [RYE], [CAKE, RYE]):
        themes.settle(breads, "bread", found)
        assert of(breads)["rye, bread"] == ["c", "d"]
        assert "a" in of(breads)["cake"]
    themes.place(breads, "a", "", "ada", NOW)
    assert of(breads)["rye, bread"] == ["a", "c", "d"]
    assert [each.move for each in reads.decisions(breads, about="a")] == ["theme", "theme"]


@pytest.mark.parametrize("text", ["cake", "CAKE", " Cake "])
def test_no_two_themes_are_called_the_same(breads: Store, text: str) -> None:
    with pytest.raises(Invalid) as caught:
        name(breads, "rye, bread", text)
    assert caught.value.problems["name"].reason == "theme-taken"


@pytest.mark.parametrize("text", ["x" * 41, "a\0b"])
def test_a_name_that_can_not_be_kept_is_told(breads: Store, text: str) -> None:
    with pytest.raises(Invalid) as caught:
        name(breads, "rye, bread", text)
    assert list(caught.value.problems) == ["name"]


def test_a_theme_of_another_challenge_is_not_there(breads: Store) -> None:
    themes.settle(breads, "yard", [Found(("bench",), ("y",))])
    (bench,) = kept.of(breads, "yard")
    with pytest.raises(Unknown):
        themes.name(breads, "bread", bench.ref, "Seats")
    with pytest.raises(Unknown):
        themes.place(breads, "a", bench.ref, "ada", NOW)
    with pytest.raises(Conflict):
        themes.place(breads, "a", NOWHERE, "ada", NOW, seen={"a": 7})


def test_an_erased_idea_and_words_that_too_few_others_say_are_in_no_theme(breads: Store) -> None:
    for ref in "fg":
        idea = reads.idea(breads, ref)
        assert idea
        breads.transact(lambda store, idea=idea: erased.bury(store, idea, {}))
    themes.forget(breads)
    assert [(each.words, each.found) for each in kept.of(breads, "bread")] == [
        (("rye", "bread"), ("a", "b", "c", "d")),
        ((), ("e",)),
    ]


def test_an_idea_that_was_erased_while_themes_were_looked_for_is_in_none(breads: Store) -> None:
    idea = reads.idea(breads, "f")
    assert idea
    breads.transact(lambda store: erased.bury(store, idea, {}))
    themes.settle(breads, "bread", [RYE, CAKE])
    assert [each.found for each in kept.of(breads, "bread")] == [
        ("a", "b", "c", "d"),
        ("e", "g"),
    ]


def test_themes_become_tags_only_of_those_that_were_chosen_and_once(breads: Store) -> None:
    name(breads, "cake", "Sweet things")
    chosen = [called(breads, "Sweet things").ref]
    assert theme_tags.publish(breads, "bread", chosen, "ada", NOW) == 3
    assert theme_tags.publish(breads, "bread", chosen, "ada", NOW) == 0
    tags = {each.ref: each.tags for each in reads.ideas(breads, "bread") if each.tags}
    assert tags == dict.fromkeys("efg", ("Sweet things",))
    decided = [each for ref in "efg" for each in reads.decisions(breads, about=ref)]
    assert {each.move for each in decided} == {"tags"}
    assert len({each.batch for each in decided}) == 1
    assert JobKind.FILL in {each.kind for each in reads.jobs(breads)}


def test_a_theme_that_lost_its_words_and_has_no_name_becomes_no_tag(breads: Store) -> None:
    themes.settle(breads, "bread", [RYE, Found((), CAKE.refs)])
    chosen = [each.ref for each in kept.of(breads, "bread")]
    assert theme_tags.publish(breads, "bread", chosen, "ada", NOW) == 4
    assert {each.ref for each in reads.ideas(breads, "bread") if each.tags} == {*"abcd"}
