"""A statement is what an idea says, taken apart into the words that tell what it is about."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, tzinfo
from functools import cached_property
from typing import Self

from collector.analysis.stem import stem
from collector.analysis.stop_words import stop_words
from collector.entries import Idea
from collector.words.fold import WORD, fold

LONGEST = 4000
"""Characters of a text that are read."""

SAID = ("title", "text")
"""The answers that tell what an idea is."""

SHORTEST = 3
"""Signs of a word that is counted; `tea`."""


@dataclass(frozen=True)
class Statement:
    """What the idea `ref` says, in which language, and the day it came."""

    ref: str
    text: str
    language: str
    day: date

    @classmethod
    def of(cls, idea: Idea, zone: tzinfo) -> Self:
        """What its title and text say, the day told in the zone."""
        said = (idea.answers.get(column, "") for column in SAID)
        text = "\n".join(each for each in said if isinstance(each, str))
        return cls(idea.ref, text, idea.language, idea.received.astimezone(zone).date())

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word is said, by its key; those that tell nothing are left out."""
        return Counter(key for key, _ in self.spoken())

    def spoken(self) -> Iterator[tuple[str, str]]:
        """Each word as its key and as it was written, in small letters."""
        nothing = stop_words(self.language)
        for found in WORD.finditer(unicodedata.normalize("NFC", self.text[:LONGEST])):
            folded = fold(found[0])
            if len(folded) >= SHORTEST and folded not in nothing and not folded.isdecimal():
                yield stem(folded, self.language), found[0].lower()


def spellings(statements: Iterable[Statement]) -> Mapping[str, str]:
    """How each key is written most often; of two as often written the first by the alphabet."""
    written: dict[str, Counter[str]] = {}
    for statement in statements:
        for key, word in statement.spoken():
            written.setdefault(key, Counter())[word] += 1
    return {
        key: min(found, key=lambda each: (-found[each], each)) for key, found in written.items()
    }


def said_by(statements: Iterable[Statement]) -> Counter[str]:
    """How many of them say each word, by the ways it is written there."""
    return Counter(word for each in statements for word in {word for _, word in each.spoken()})
