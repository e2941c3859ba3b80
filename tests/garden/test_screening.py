"""Rules of screening: what reads as one, what it finds, and the rule to write instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.garden import LANGUAGES, Effect, RuleFault, ScreeningRule, as_said, read_rule
from collector.words import say

RULES = [
    ("mentions allergy: tell staff", ("allergy",), Effect.TELL, ""),
    (
        'mentions allergy, allergic or "nut free": Tell  Staff',
        ("allergy", "allergic", "nut free"),
        Effect.TELL,
        "",
    ),
    ("in de mentions Nüsse or *allergie*: first", ("Nüsse", "*allergie*"), Effect.FIRST, "de"),
    ("Mentions a, b, or c: flag", ("a", "b", "c"), Effect.FLAG, ""),
    ("mentions “now, or never”, oats: flag", ("now, or never", "oats"), Effect.FLAG, ""),
    ("mentions oregano or door: flag", ("oregano", "door"), Effect.FLAG, ""),
    ("mentions at 10:30: flag", ("at 10:30",), Effect.FLAG, ""),
]


@pytest.mark.parametrize(("text", "phrases", "effect", "language"), RULES)
def test_a_rule_reads_as_it_is_said(
    text: str, phrases: tuple[str, ...], effect: Effect, language: str
) -> None:
    assert read_rule(text, LANGUAGES) == ScreeningRule(phrases, effect, language)


FAULTS = [
    ("", "screening-mentions", "mentions allergy: tell staff"),
    ("allergy", "screening-mentions", "mentions allergy: tell staff"),
    ("allergy: flag", "screening-mentions", "mentions allergy: flag"),
    ("mentions allergy", "screening-no-effect", "mentions allergy: tell staff"),
    ("mentions : flag", "screening-words", "mentions allergy: flag"),
    ("mentions allergy: tel staf", "screening-effect", "mentions allergy: tell staff"),
    ("mentions allergy: drop", "screening-effect", "mentions allergy: tell staff"),
    ("in xx mentions nuts: flag", "screening-language", "mentions nuts: flag"),
    ("mentions nuts, *: flag", "screening-phrase", "mentions allergy: flag"),
    ("mentions n*ts: flag", "screening-phrase", "mentions n ts: flag"),
    ("mentions n*: flag", "screening-phrase", "mentions n: flag"),
    ("mentions nuts, , oats: flag", "screening-phrase", "mentions allergy: flag"),
    ('mentions "nut free: flag', "screening-quotes", "mentions nut free: flag"),
    (f"mentions {'nut ' * 30}: flag", "screening-long", f"mentions {'nut ' * 19}nut: flag"),
]


@pytest.mark.parametrize(("text", "reason", "fix"), FAULTS)
def test_what_is_no_rule_is_told_with_one_to_write_instead(
    text: str, reason: str, fix: str
) -> None:
    with pytest.raises(RuleFault) as caught:
        read_rule(text, LANGUAGES)
    fault = caught.value
    assert (fault.reason, fault.fix) == (reason, fix)
    assert say(reason, fault.facts)
    assert read_rule(fault.fix, LANGUAGES)


FOUND = [
    ("allergy", "An ALLERGY to nuts", "en"),
    ("allergy", "allergy-safe", "en"),
    ("allerg*", "I am allergic.", "en"),
    ("*allergie", "Ich habe eine Nussallergie!", "de"),
    ("nut free", "Nut-free, please", "en"),
    ("it's cold", "It’s cold", "en"),
    ("creme brulee", "Une crème brûlée", "fr"),
    ("Crème", "CREME", "fr"),
    ("straße", "Die STRASSE", "de"),
    ("Nüsse", "ohne Nuesse", "de"),
    ("Nuesse", "ohne Nüsse", "de"),
    ("œuf", "un OEUF", "fr"),
]
MISSED = [
    ("allergy", "allergys", "en"),
    ("nut free", "nut is free", "en"),
    ("nut", "nutmeg", "en"),
    ("allerg*", "an allegro", "en"),
    ("Nüsse", "nuesse", "en"),
]


@pytest.mark.parametrize(("phrase", "text", "language"), FOUND)
def test_words_are_found_whatever_their_capitals_and_accents(
    phrase: str, text: str, language: str
) -> None:
    rule = ScreeningRule(("ketchup", phrase), Effect.FLAG)
    assert rule.found_in(as_said(text, language), language) == phrase


@pytest.mark.parametrize(("phrase", "text", "language"), MISSED)
def test_only_whole_words_are_found(phrase: str, text: str, language: str) -> None:
    assert not ScreeningRule((phrase,), Effect.FLAG).found_in(as_said(text, language), language)


def test_a_rule_for_one_language_holds_in_no_other() -> None:
    rule = read_rule("in de mentions Gift: tell staff", LANGUAGES)
    assert rule.found_in(as_said("Ist da Gift drin?", "de"), "de") == "Gift"
    assert rule.found_in(as_said("A gift for you", "en"), "en") == ""


@given(st.text(max_size=60))
def test_whatever_is_written_reads_or_is_told_with_a_fix_that_reads(text: str) -> None:
    try:
        rule = read_rule(text, LANGUAGES)
    except RuleFault as fault:
        rule = read_rule(fault.fix, LANGUAGES)
    assert rule.phrases


words = st.text(alphabet="abcdeéßÄøœ", min_size=1, max_size=8)


@given(
    st.lists(words, min_size=1, max_size=3), st.lists(words, max_size=4), st.sampled_from(LANGUAGES)
)
def test_a_phrase_is_found_wherever_its_words_stand_together(
    phrase: list[str], around: list[str], language: str
) -> None:
    rule = ScreeningRule((" ".join(phrase),), Effect.FLAG)
    half = len(around) // 2
    text = ", ".join([*around[:half], *phrase, *around[half:]])
    assert rule.found_in(as_said(text.upper(), language), language)
