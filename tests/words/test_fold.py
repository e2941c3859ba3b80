"""Text as it is compared: without capitals, accents and signs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.words.fold import fold, words_of


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Crème Brûlée", "creme brulee"),
        ("STRASSE straße", "strasse strasse"),
        ("Œuf, ŁÓDŹ, smørrebrød", "oeuf, lodz, smorrebrod"),
        ("ﬁve ½", "five 1⁄2"),
    ],
)
def test_letters_lose_capitals_and_accents(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_words_are_what_stands_between_signs() -> None:
    assert words_of("It’s nut-free_really: 10 %") == ["it", "s", "nut", "free", "really", "10"]


@given(st.text())
def test_what_is_folded_stays_as_it_is_in_its_words(text: str) -> None:
    words = words_of(text)
    assert words_of(" ".join(words)) == words
