"""Which ideas are alike, by the letters of their words: no dictionary, in any language of Europe.

A text is taken apart into runs of three letters within words, accents and ß folded away, so that
"Brötchen", "Broetchen" and "Brotchen" are the same, and "Roggenbrot" meets "Brot aus Roggen".
How alike two texts are is the cosine of their runs, weighed by how rare each is among all ideas
(tf-idf, Salton and Buckley 1988); titles weigh more. Runs are looked up the rarest first and only
so many of them: whatever is asked, the time is bounded.
"""

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import nlargest
from typing import TypeAlias

from collector.analysis.common_words import COMMON
from collector.words.fold import typed_alike, words_of

TITLE_WEIGHT = 2.0
"""What a title weighs beside the text."""

LONGEST = 400
"""Characters of a text that are looked at."""

LOOKED_UP = 20_000
"""Places of runs that one question looks at, at least those of its rarest run."""

COMPARED = 50
"""Ideas that are compared in full."""

LEAST = 0.33
"""From here on two ideas are said to be alike."""

REMEMBERED = 200
"""Questions whose answers are kept."""

Runs: TypeAlias = "array[int]"

Asked: TypeAlias = tuple[str, str, int, str, float]
"""A title, a text, how many, what is left out, and how like they are at least."""


@dataclass(frozen=True)
class Text:
    """An idea as it is compared."""

    ref: str
    title: str
    text: str = ""


@dataclass(frozen=True)
class Alike:
    """An idea, and how much it is like what was asked: from 0 to 1."""

    ref: str
    title: str
    likeness: float


@dataclass(frozen=True)
class Indexed:
    """What is kept of an idea: its text, to know it again, and its runs, by number."""

    text: Text
    title: Runs
    words: Runs

    @property
    def runs(self) -> set[int]:
        """All of them, each once."""
        return {*self.title, *self.words}


class Similar:
    """Ideas by their runs. Renewing costs what has changed; about 2.5 kB an idea are held."""

    def __init__(self, texts: Iterable[Text] = ()) -> None:
        self._begin()
        self.renew(texts)

    def __len__(self) -> int:
        return len(self._places)

    def renew(self, texts: Iterable[Text]) -> None:
        """From now on these are the ideas."""
        now = {each.ref: each for each in texts}
        gone = [ref for ref in self._places if self._at(ref).text != now.get(ref)]
        if not gone and len(now) == len(self._places):
            return
        self._rarities.clear()
        self._told.clear()
        for ref in gone:
            self._said.subtract(self._at(ref).runs)
            self._ideas[self._places.pop(ref)] = None
        if len(self._ideas) > 2 * len(self._places) + COMPARED:
            self._begin()  # more are gone than stand
        for ref, each in now.items():
            if ref not in self._places:
                self._add(each)

    def like(
        self, title: str, text: str = "", *, most: int = 5, but: str = "", least: float = LEAST
    ) -> list[Alike]:
        """The ideas that are most like this one, the likest first; `but` is left out.

        What was asked before is remembered while the ideas stay the same.
        """
        if not self._places:
            return []
        wanted = (title, text, most, but, least)
        if wanted not in self._told:
            if len(self._told) >= REMEMBERED:
                self._told.clear()
            self._told[wanted] = self._like(*wanted)
        return [*self._told[wanted]]

    def _like(self, title: str, text: str, most: int, but: str, least: float) -> list[Alike]:
        asked = self._weighed(self._looked_up(title), self._looked_up(text))
        places = (place for place in self._candidates(asked) if self._ideas[place])
        found = [(self._likeness(asked, each), each.text) for each in self._held(places)]
        alike = (
            Alike(text.ref, text.title, likeness)
            for likeness, text in found
            if likeness >= least and text.ref != but
        )
        return nlargest(most, alike, key=lambda each: (each.likeness, each.ref))

    def _begin(self) -> None:
        self._numbers: dict[str, int] = {}
        self._ideas: list[Indexed | None] = []
        self._places: dict[str, int] = {}
        self._found: defaultdict[int, Runs] = defaultdict(lambda: array("I"))
        self._said: Counter[int] = Counter()  # by how many that stand; `_found` has gone ones too
        self._rarities: dict[int, float] = {}
        self._told: dict[Asked, list[Alike]] = {}

    def _at(self, ref: str) -> Indexed:
        held = self._ideas[self._places[ref]]
        assert held is not None  # noqa: S101  # a place is given up with its idea
        return held

    def _held(self, places: Iterable[int]) -> Iterator[Indexed]:
        return (held for place in places if (held := self._ideas[place]))

    def _add(self, text: Text) -> None:
        title, words = (array("I", self._numbered(each)) for each in (text.title, text.text))
        place = self._places[text.ref] = len(self._ideas)
        added = Indexed(text, title, words)
        self._ideas.append(added)
        self._said.update(added.runs)
        for run in added.runs:
            self._found[run].append(place)

    def _numbered(self, text: str) -> list[int]:
        numbers = self._numbers
        return [numbers.setdefault(run, len(numbers)) for run in runs(text)]

    def _looked_up(self, text: str) -> list[int]:
        """Those that no idea has are numbered below 0: they make it less like any."""
        told = enumerate(runs(text), 1)
        return [self._numbers.get(run, -place) for place, run in told]

    def _rarity(self, run: int) -> float:
        known = self._rarities.get(run)
        if known is None:
            known = math.log(1 + len(self) / (1 + self._said[run]))
            self._rarities[run] = known
        return known

    def _weighed(self, title: Iterable[int], text: Iterable[int]) -> dict[int, float]:
        """The runs with their weights; the title's and the text's are as long as each other, but
        for what a title weighs more."""
        weighed: defaultdict[int, float] = defaultdict(float)
        for part, weight in ((title, TITLE_WEIGHT), (text, 1.0)):
            rare = {run: self._rarity(run) for run in part}
            length = _length(rare)
            for run, rarity in rare.items():
                weighed[run] += weight * rarity / length
        return weighed

    def _candidates(self, asked: dict[int, float]) -> list[int]:
        """Where ideas stand that share its rarest runs."""
        shared: defaultdict[int, float] = defaultdict(float)
        left = LOOKED_UP
        found = {run: places for run in asked if (places := self._found.get(run))}
        for run, places in sorted(found.items(), key=lambda each: len(each[1])):
            left -= len(places)
            if shared and left < 0:
                break
            weight = asked[run] * self._rarity(run)
            for place in places:
                shared[place] += weight
        return nlargest(COMPARED, shared, key=shared.__getitem__)

    def _likeness(self, asked: dict[int, float], idea: Indexed) -> float:
        weighed = self._weighed(idea.title, idea.words)
        product = sum(weight * asked.get(run, 0.0) for run, weight in weighed.items())
        lengths = _length(asked) * _length(weighed)
        return product / lengths if lengths else 0.0


def _length(weighed: Mapping[int, float]) -> float:
    return math.sqrt(sum(each * each for each in weighed.values()))


def runs(text: str) -> set[str]:
    """The runs of three letters in the words of a text, their beginnings and ends marked."""
    words = (f" {each} " for each in _words(text[:LONGEST]) if each not in TOLD_NOTHING)
    return {word[start : start + 3] for word in words for start in range(len(word) - 2)}


def _words(text: str) -> list[str]:
    """The words of a text, in small letters without accents, however they are typed."""
    return typed_alike(" ".join(words_of(text))).split()


TOLD_NOTHING = frozenset(_words(COMMON))
