"""Screening rules, as owners write them: words that somebody should look at, and what then happens.

    mentions allergy, allergic or "nut free": tell staff
    in de mentions Allergie or *unverträglich*: tell staff
    mentions refund: flag

    rule    = ["in" language] "mentions" phrase { ("," | "or") phrase } ":" effect
    effect  = "flag" | "first" | "tell staff"      each does what those before it do

A phrase is matched by whole words, whatever their capitals and accents; a `*` at the beginning or
the end of a word stands for any letters. In German, ä, ö, ü and ae, oe, ue are the same.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache

from collector.words.fold import WORD, typed_alike, words_of

LONGEST = 80
"""Characters of a phrase."""
MOST = 50
"""Rules in one place."""
EXAMPLE = "allergy"
MENDED = 5
"""Faults that one rule can have, one after the other."""

RULE = re.compile(
    r"(?:in\s+(?P<language>\S+)\s+)?mentions\s+(?P<phrases>.*\S)\s*:\s*(?P<effect>[^:]*)",
    re.I | re.S,
)
QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
QUOTED = re.compile(r'"([^"]*)"')
BETWEEN = re.compile(r"\s*,\s*(?:or\s+)?|\s+or\s+", re.I)


class Effect(StrEnum):
    """What happens to an entry that mentions it; it waits as any other, and is never dropped."""

    FLAG = "flag"
    """The desk says so beside it."""
    FIRST = "first"
    """It stands among the first of what waits, too."""
    TELL = "tell staff"
    """Those who get notices are told, too."""


class RuleFault(ValueError):
    """It is no rule: `reason` names the sentence, `fix` is a rule to write instead."""

    def __init__(self, reason: str, fix: str, **facts: object) -> None:
        super().__init__(reason)
        self.reason, self.fix, self.facts = reason, fix, facts


@dataclass(frozen=True)
class ScreeningRule:
    """`phrases` as they were written; `language`: only in texts in this one, else in all."""

    phrases: tuple[str, ...]
    effect: Effect
    language: str = ""

    def found_in(self, said: str, language: str) -> str:
        """The first of the phrases in what is `said`, as `as_said` has it; empty if none is."""
        if self.language not in ("", language):
            return ""
        return next((each for each in self.phrases if _pattern(each, language).search(said)), "")


def read_rule(text: str, languages: Collection[str]) -> ScreeningRule:
    """The rule that the text writes; it may name one of these languages. Raises RuleFault."""
    try:
        return _read(text, languages)
    except RuleFault as fault:
        fault.fix = _mended(fault.fix, languages)
        raise


def _mended(text: str, languages: Collection[str]) -> str:
    """What is written instead, mended until it reads."""
    for _ in range(MENDED):
        try:
            _read(text, languages)
        except RuleFault as fault:
            text = fault.fix
    return text


def _read(text: str, languages: Collection[str]) -> ScreeningRule:
    found = RULE.fullmatch(text.strip())
    if found is None:
        raise _no_rule(text.strip())
    language, effect = (found["language"] or "").lower(), " ".join(found["effect"].lower().split())
    if language and language not in languages:
        fix = f"mentions {found['phrases']}: {found['effect']}"
        known = ", ".join(languages)
        raise RuleFault("screening-language", fix, language=language, known=known)
    if effect not in set(Effect):
        meant = get_close_matches(effect, [*Effect], 1) or [Effect.TELL]
        fix = f"{text.strip().removesuffix(found['effect']).rstrip()} {meant[0]}"
        raise RuleFault("screening-effect", fix, effect=effect or "…", known=", ".join(Effect))
    return ScreeningRule(_phrases(found["phrases"], effect), Effect(effect), language)


def read_rules(texts: Sequence[str], languages: Collection[str]) -> tuple[ScreeningRule, ...]:
    """All of them. Raises RuleFault for the first that is none, or for too many."""
    if len(texts) > MOST:
        raise RuleFault("screening-many", "", most=MOST)
    return tuple(read_rule(each, languages) for each in texts)


def _no_rule(text: str) -> RuleFault:
    head, colon, effect = text.rpartition(":")
    effect = effect.strip() or Effect.TELL
    if not re.match(r"(?:in\s+\S+\s+)?mentions\b", text, re.I):
        said = (head if colon else text).strip() or EXAMPLE
        fix = f"mentions {said}: {effect if colon else Effect.TELL}"
        return RuleFault("screening-mentions", fix)
    if not colon:
        return RuleFault("screening-no-effect", f"{text}: {Effect.TELL}")
    return RuleFault("screening-words", f"mentions {EXAMPLE}: {effect}")


def _phrases(written: str, effect: str) -> tuple[str, ...]:
    """What stands between commas and `or`; those in quotation marks hold together."""
    plain = written.translate(QUOTES).replace("\0", " ")
    if plain.count('"') % 2:
        raise RuleFault("screening-quotes", f"mentions {plain.replace(chr(34), '')}: {effect}")
    quoted = QUOTED.findall(plain)
    parts = BETWEEN.split(QUOTED.sub("\0", plain))
    phrases = tuple(_filled(each.strip(), quoted) for each in parts)
    for each in phrases:
        if len(each) > LONGEST:
            fix = f"mentions {each[:LONGEST].strip()}: {effect}"
            raise RuleFault("screening-long", fix, phrase=each[:LONGEST], most=LONGEST)
        if not _is_phrase(each):
            fix = f"mentions {' '.join(WORD.findall(each)) or EXAMPLE}: {effect}"
            raise RuleFault("screening-phrase", fix, phrase=each)
    return tuple(dict.fromkeys(phrases))


def _filled(part: str, quoted: list[str]) -> str:
    while "\0" in part:
        part = part.replace("\0", quoted.pop(0), 1)
    return " ".join(part.split())


def _is_phrase(text: str) -> bool:
    """Whether each of its words holds at least two letters or digits beside a `*` at its ends."""
    words = text.split()
    return bool(words) and all(_is_word(each) for each in words)


def _is_word(word: str) -> bool:
    bare = word[1:] if word.startswith("*") else word
    bare = bare[:-1] if bare.endswith("*") else bare
    starred = len(bare) < len(word)
    return "*" not in bare and len("".join(words_of(bare))) >= (2 if starred else 1)


@cache
def _pattern(phrase: str, language: str) -> re.Pattern[str]:
    """What finds the phrase in a plain text, which has a blank at both ends."""
    words = [_word(each, language) for each in phrase.split()]
    return re.compile(" " + " ".join(words) + " ")


def _word(word: str, language: str) -> str:
    ends = (word.startswith("*"), word.endswith("*"))
    before, after = ("[^ ]*" if starred else "" for starred in ends)
    return before + re.escape(as_said(word, language).strip()) + after


def as_said(text: str, language: str) -> str:
    """A text as rules look into it: its words with a blank between them and at both ends."""
    told = " ".join(words_of(text))
    return f" {typed_alike(told) if language == 'de' else told} "
