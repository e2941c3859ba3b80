"""Key words: what several ideas turn on, in four languages."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis.key_words import SAID_BY, key_words
from collector.analysis.statement import Statement

DAY = date(2026, 11, 2)


def statements(language: str, *texts: str) -> list[Statement]:
    return [Statement(str(n), each, language, DAY) for n, each in enumerate(texts)]


def test_what_ideas_are_about_stands_before_what_some_mention() -> None:
    found = key_words(
        statements(
            "en",
            "Rye bread on Mondays",
            "More rye, please, with seeds",
            "A rye loaf for the weekend",
            "Would you sell cakes in the afternoon, by the window?",
            "Cake by the slice, at the window",
        )
    )
    assert [(each.word, each.refs) for each in found] == [
        ("rye", ("0", "1", "2")),
        ("cake", ("3", "4")),
        ("window", ("3", "4")),
    ]


@pytest.mark.parametrize(
    ("language", "texts", "words"),
    [
        ("en", ("I would like more berries.", "Could you please have a berry tart?"), ["berries"]),
        ("de", ("Ich hätte gern Brötchen für die Kinder", "Das Brötchen, bitte!"), ["brötchen"]),
        ("fr", ("Je voudrais des gâteaux aux noix", "Un gâteau, c’est bien"), ["gâteau"]),
        ("es", ("Quisiera más panes de centeno", "El pan es muy bueno"), ["pan"]),
    ],
)
def test_small_words_and_endings_tell_nothing(
    language: str, texts: tuple[str, str], words: list[str]
) -> None:
    assert [each.word for each in key_words(statements(language, *texts))] == words


def test_the_way_a_word_is_written_most_often_is_shown() -> None:
    found = key_words(statements("en", "Café", "CAFÉ and café", "cafe"))
    assert [each.word for each in found] == ["café"]


texts = st.lists(st.text(alphabet="abcde ABÉü .,0\n", max_size=30), max_size=12)


@given(texts, st.sampled_from(["en", "de", "fr", "es", "it"]), st.randoms())
def test_each_is_said_by_enough_and_the_order_of_ideas_makes_no_difference(
    texts: list[str], language: str, lot: Random
) -> None:
    ideas = statements(language, *texts)
    found = key_words(ideas)
    assert all(len(set(each.refs)) >= SAID_BY and each.weight > 0 for each in found)
    lot.shuffle(ideas)
    again = key_words(ideas)
    assert [(each.word, {*each.refs}) for each in found] == [(e.word, {*e.refs}) for e in again]
