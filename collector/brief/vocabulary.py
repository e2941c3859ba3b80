"""The words of brackets and conditions in German, French and Spanish, beside the English ones.

A brief is read with all of them, whatever its language: each stands where only such words can
stand, and none means two things there.
"""

import re

from collector.brief.model import Test

PHRASES = {
    **dict.fromkeys(("texte", "texto"), "text"),
    **dict.fromkeys(("lang", "largo"), "long"),
    **dict.fromkeys(("courriel", "correo electrónico", "correo"), "e-mail"),
    **dict.fromkeys(("telefon", "téléphone", "teléfono"), "phone"),
    **dict.fromkeys(
        ("webadresse", "internetadresse", "adresse web", "dirección web"), "web address"
    ),
    **dict.fromkeys(("zahl", "nombre", "número"), "number"),
    **dict.fromkeys(("ganze zahl", "nombre entier", "número entero"), "whole number"),
    **dict.fromkeys(("betrag", "montant", "importe"), "amount"),
    **dict.fromkeys(("datum", "fecha"), "date"),
    **dict.fromkeys(
        ("datum ab heute", "date à partir d'aujourd'hui", "fecha desde hoy"), "date from today"
    ),
    **dict.fromkeys(("uhrzeit", "heure", "hora"), "time"),
    **dict.fromkeys(("datei", "fichier", "archivo"), "file"),
    **dict.fromkeys(("zeichen", "caractères", "caracteres"), "characters"),
    **dict.fromkeys(("mindestens", "au moins", "al menos", "como mínimo"), "at least"),
    **dict.fromkeys(("höchstens", "au plus", "como máximo"), "at most"),
    **dict.fromkeys(("sterne", "étoiles", "estrellas"), "stars"),
    **dict.fromkeys(
        ("schritte von", "in schritten von", "par pas de", "pasos de", "en pasos de"), "steps of"
    ),
}
"""What a bracket says in another language, and what that is in English."""

PHRASE = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, PHRASES), key=len, reverse=True))})(?!\w)",
    re.IGNORECASE,
)

ONLY_IF = r"(?:only\s+if|nur\s+wenn|(?:seulement|uniquement)\s+si|s[oó]lo\s+si)"

AND = ("and", "und", "et", "y", "e")
OR = ("or", "oder", "ou", "o", "u")

YES = ("yes", "ja", "oui", "sí", "si")
NO = ("no", "nein", "non")

TESTS = {
    Test.ANSWERED: ("is answered", "ist beantwortet", "a une réponse", "tiene respuesta"),
    Test.NOT_ANSWERED: (
        "is not answered",
        "ist nicht beantwortet",
        "n'a pas de réponse",
        "no tiene respuesta",
    ),
    Test.AT_LEAST: (
        "is at least",
        "ist mindestens",
        "est au moins",
        "es al menos",
        "es como mínimo",
    ),
    Test.AT_MOST: ("is at most", "ist höchstens", "est au plus", "es como máximo"),
    Test.IS: (
        *("is", "ist", "est", "es"),
        *("includes", "enthält", "comprend", "incluye"),
    ),
    Test.IS_NOT: (
        *("is not", "ist nicht", "n'est pas", "no es"),
        *("does not include", "enthält nicht", "ne comprend pas", "no incluye"),
    ),
}
"""What a clause may ask, and how it is said."""


def english(words: str) -> str:
    """The words of a bracket, each phrase of another language in English."""
    return PHRASE.sub(lambda found: PHRASES[found[0].lower()], words)
