"""A brief's brackets and conditions are read in German, French and Spanish as in English."""

import pytest

from collector.brief import Limits, Shape
from collector.brief.vocabulary import PHRASES, english
from tests.brief.test_condition import LAST, QUESTIONS


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("lang, höchstens 2000 Zeichen", "long, at most 2000 characters"),
        ("3–80 Zeichen", "3–80 characters"),
        ("3 bis 80 Zeichen", "3 to 80 characters"),
        ("Ganze Zahl 1–10", "whole number 1–10"),
        ("Zahl mindestens 1", "number at least 1"),
        ("Betrag 0–500 €", "amount 0–500 €"),
        ("Datum ab heute", "date from today"),
        ("5 Sterne", "5 stars"),
        ("Webadresse", "web address"),
        ("Uhrzeit", "time"),
        ("Telefon", "phone"),
        ("texte, au plus 80 caractères", "text, at most 80 characters"),
        ("nombre entier 0 à 10", "whole number 0 to 10"),
        ("date à partir d’aujourd’hui", "date from today"),
        ("courriel", "e-mail"),
        ("montant 0–500 €", "amount 0–500 €"),
        ("heure", "time"),
        ("largo, como máximo 200 caracteres", "long, at most 200 characters"),
        ("número entero 0 a 10", "whole number 0 to 10"),
        ("importe 0–500 €", "amount 0–500 €"),
        ("fecha desde hoy", "date from today"),
        ("correo electrónico", "e-mail"),
        ("4 estrellas", "4 stars"),
    ],
)
def test_brackets_mean_the_same_in_each_language(author, written, meant):
    read, wanted = author.asks(f"____ ({written})"), author.asks(f"____ ({meant})")
    assert (read.shape, read.limits, read.high) == (wanted.shape, wanted.limits, wanted.high)


def test_a_unit_is_no_word_of_the_brackets(author):
    question = author.asks("____ (Betrag 0–10 Zahlen)")
    assert (question.shape, question.limits) == (Shape.AMOUNT, Limits(0, 10, unit="Zahlen"))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Nur wenn [Rolle](#role) ist staff.", "[x](#role) is staff."),
        ("Nur wenn [Rolle](#role) ist I work here oder customer.", "[x](#role) is staff, customer"),
        ("Nur wenn [x](#role) ist nicht staff.", "[x](#role) is not staff."),
        ("Nur wenn [x](#dog) ist beantwortet.", "[x](#dog) is answered."),
        ("Nur wenn [x](#dog) ist nicht beantwortet.", "[x](#dog) is not answered."),
        ("Nur wenn [x](#apps) enthält till.", "[x](#apps) includes till."),
        ("Nur wenn [x](#apps) enthält nicht till.", "[x](#apps) does not include till."),
        ("Nur wenn [x](#count) ist mindestens 3.", "[x](#count) is at least 3."),
        ("Nur wenn [x](#count) ist 3 bis 5.", "[x](#count) is 3–5."),
        ("Nur wenn [x](#news) ist ja.", "[x](#news) is yes."),
        ("Nur wenn [x](#news) ist nein.", "[x](#news) is no."),
        (
            "Nur wenn [x](#role) ist staff und [y](#count) ist höchstens 3.",
            "[x](#role) is staff and [y](#count) is at most 3.",
        ),
        ("Seulement si [x](#role) est staff ou customer.", "[x](#role) is staff or customer"),
        ("Seulement si [x](#role) n’est pas staff.", "[x](#role) is not staff"),
        (
            "Uniquement si [x](#dog) a une réponse ou [y](#news) est oui.",
            "[x](#dog) is answered or [y](#news) is yes",
        ),
        ("Sólo si [x](#role) es staff o customer.", "[x](#role) is staff or customer"),
        (
            "Solo si [x](#role) no es staff y [y](#count) es al menos 2.",
            "[x](#role) is not staff and [y](#count) is at least 2",
        ),
        ("Solo si [x](#dog) no tiene respuesta.", "[x](#dog) is not answered"),
    ],
)
def test_conditions_mean_the_same_in_each_language(author, written, meant):
    def condition(words):
        return author.makes_form(QUESTIONS + LAST.replace("Only if %s", words)).questions[-1]

    assert condition(written).condition == condition(f"Only if {meant}").condition


def test_no_phrase_is_an_english_word_for_something_else():
    english_words = {*PHRASES.values()}
    assert [each for each in PHRASES if each in english_words] == []
    assert {english(each) for each in PHRASES} == english_words
