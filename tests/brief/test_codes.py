import pytest

from collector.brief.codes import is_code, is_id, made, made_id


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Customer", "customer"),
        ("I work here!", "i_work_here"),
        ("Süße Brötchen", "susse_brotchen"),
        ("Crème brûlée", "creme_brulee"),
        ("7–10", "7_10"),
        ("**Rye** [bread](https://example.org)", "rye_bread"),
        (r"at\_home", "at_home"),
        ("Хлеб и чай", "хлеб_и_чай"),
        ("й", "й"),
        ("白い パン", "白い_パン"),
        ("हिन्दी रोटी", "हिन्दी_रोटी"),
        ("!?", ""),
    ],
)
def test_codes_are_made_from_words(words, code):
    assert made(words) == code


def test_long_codes_are_cut_at_a_word_before_40():
    assert made("How would you like our bread to be baked tomorrow") == (
        "how_would_you_like_our_bread_to_be_baked"
    )
    assert made("How would you like our bread to be wrapped up") == (
        "how_would_you_like_our_bread_to_be"
    )
    assert made("x" * 50) == "x" * 40


def test_ids_begin_with_a_letter():
    assert made_id("3 kinds of bread") == "q_3_kinds_of_bread"
    assert made_id("Bread") == "bread"
    assert made_id("?") == ""


@pytest.mark.parametrize("code", ["a", "7-10", "18+", "a.b_c", "ünder", "मैं"])
def test_codes_are_letters_digits_and_a_few_signs(code):
    assert is_code(code)


@pytest.mark.parametrize("code", ["", "see note", "a/b", "a!", "a|b"])
def test_codes_have_no_blanks_and_no_other_signs(code):
    assert not is_code(code)


@pytest.mark.parametrize("identifier", ["1st", "_a", "a__b", "a b", "", "a.b"])
def test_ids_that_would_meet_the_kits_own_columns_are_none(identifier):
    assert not is_id(identifier)
