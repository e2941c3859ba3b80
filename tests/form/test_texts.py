import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.form.texts import clean, is_broken, mended


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Rye \t", "Rye"),
        ("Rye\r\nand\rspelt", "Rye\nand\nspelt"),
        ("Rye\x0bbread\u2028now", "Rye\nbread\nnow"),
        ("Ry\x1be", "Rye"),
        ("Cafe\u0301", "Café"),
        ("\u200b \u2060", ""),
        ("\u3164\u2800 \u115f", ""),
        ("\u3164Rye", "\u3164Rye"),
        ("🥐", "🥐"),
        ("?", "?"),
    ],
)
def test_what_was_typed_is_made_fit_to_be_kept(typed, kept):
    assert clean(typed) == kept


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_clean_text_stays_as_it_is(text):
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize("text", ["a\0b", "\ud83d", "\udc00 at the start"])
def test_broken_text_is_known_and_can_still_be_shown(text):
    assert is_broken(text)
    assert "\ufffd" in mended(text)
    assert not is_broken(mended(text))
    mended(text).encode()


def test_whole_text_is_not_broken():
    assert not is_broken("Grüezi 🥐\n")
