"""Words without the endings of number: `cakes` and `cake` are one word.

Light stemmers that take away too little rather than too much: for English the S-stemmer (Harman
1991, "How effective is suffixing?"), for German, French and Spanish the minimal ones that
Savoy 2006 ("Light stemming approaches for the French, Portuguese, German and Hungarian
languages") found to help as much as longer ones. What they leave is a key, never shown.
"""

from collections.abc import Callable, Mapping

SHORT = 4
"""Signs up to which a word is left as it is."""


def stem(word: str, language: str) -> str:
    """The key of a folded word; in other languages the word itself."""
    rule = RULES.get(language)
    return rule(word) if rule and len(word) > SHORT else word


def _english(word: str) -> str:
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if word.endswith("es") and not word.endswith(("aes", "ees", "oes")):
        return word[:-1]
    return word[:-1] if word.endswith("s") and not word.endswith(("us", "ss")) else word


def _german(word: str) -> str:
    if len(word) > 6 and word.endswith("nen"):
        return word[:-3]
    if len(word) > 5 and word.endswith(("en", "se", "es", "er")):
        return word[:-2]
    return word[:-1] if word.endswith(("n", "e", "s", "r")) else word


def _french(word: str) -> str:
    if word.endswith("aux") and not word.endswith("eaux"):
        return word[:-2] + "l"
    word = word[:-1] if word.endswith(("s", "x")) else word
    return word[:-1] if len(word) > SHORT and word.endswith("e") else word


def _spanish(word: str) -> str:
    if word.endswith("ces"):
        return word[:-3] + "z"
    if word.endswith("es") and word[-3] not in "aeiou":
        return word[:-2]
    return word[:-1] if word.endswith("s") else word


RULES: Mapping[str, Callable[[str], str]] = {
    "en": _english,
    "de": _german,
    "fr": _french,
    "es": _spanish,
}
