import pytest
from argon2 import extract_parameters

from collector.acts.passwords import HASHER, NOBODY, hash_password, password_fits
from collector.errors import Invalid


def test_a_password_fits_its_own_hash_and_no_other():
    kept = hash_password("correct horse battery")
    assert password_fits("correct horse battery", kept)
    assert not password_fits("correct horse batterz", kept)


def test_the_hash_is_argon2id_at_the_least_cost_that_owasp_names():
    assert hash_password("correct horse battery").startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_nobody_costs_as_much_as_somebody():
    somebody = extract_parameters(HASHER.hash("x"))
    assert extract_parameters(NOBODY) == somebody


@pytest.mark.parametrize("password", ["", "x" * 11, "x" * 257])
def test_a_password_too_short_or_too_long_is_refused_at_its_field(password):
    with pytest.raises(Invalid) as refused:
        hash_password(password)
    assert list(refused.value.problems) == ["password"]


def test_a_longer_password_than_the_longest_does_not_fit_by_its_beginning():
    kept = hash_password("x" * 256)
    assert not password_fits("x" * 257, kept)


def test_composed_and_decomposed_letters_are_the_same_password():
    assert password_fits("cafe\u0301 au lait!", hash_password("caf\u00e9 au lait!"))


def test_any_signs_can_be_a_password():
    odd = "пароль\0\ud800 🥖 twelve"
    assert password_fits(odd, hash_password(odd))
