from hypothesis import given
from hypothesis import strategies as st

from collector.draw.lines import WIDTH, letters, wrap


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_no_line_is_wider_than_a_phone_and_no_sign_is_lost(text):
    lines = wrap(text)
    assert all(letters(line) <= WIDTH for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_words_stay_whole_where_they_fit():
    assert wrap("Between 7 and 10 in the morning, before work") == [
        "Between 7 and 10 in the",
        "morning, before work",
    ]


def test_a_word_that_is_too_long_is_broken():
    assert wrap("o" * 50) == ["o" * 32, "o" * 18]


def test_wide_signs_take_more_room():
    assert len(wrap("米" * 20)) == 2
    assert len(wrap("W" * 20)) == 2
    assert len(wrap("i" * 20)) == 1


def test_a_number_and_its_unit_stand_on_one_line():
    for amount in ("3 500 €", "3\N{NO-BREAK SPACE}500\N{NO-BREAK SPACE}€", "350 €"):
        lines = wrap(f"What all of the benches would cost: {amount}")
        assert (
            lines[-1]
            .replace("\N{NO-BREAK SPACE}", " ")
            .endswith(amount.replace("\N{NO-BREAK SPACE}", " "))
        )
