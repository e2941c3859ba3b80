"""Searching a challenge's ideas: words, an order, a tag, how far they have come.

Every word must occur, whatever its capitals and accents; ideas that have them in their title come
before those that only tell of them further down. What is searched is what may be seen.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Self

from collector.entries import Progress
from collector.errors import Unknown
from collector.published.data import PublishedData
from collector.published.idea import PublishedIdea
from collector.published.orders import Order, ordered
from collector.published.tags import has_tag

LONGEST = 200
"""Characters of what is asked that are looked at."""
MOST = 10
"""Words of it."""
PAGES = re.compile(r"[1-9][0-9]{0,5}", re.ASCII)
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Asked:
    """What somebody looks for; `tag` is a tag's name. Nothing asked finds everything."""

    words: str = ""
    order: Order | None = None
    tag: str = ""
    progress: Progress | None = None
    page: int = 1

    @classmethod
    def read(cls, given: Mapping[str, str]) -> Self:
        """What the parameters of an address ask for. Too long is cut, an unknown order ignored.

        Raises Unknown for a step of progress that there is not: what is found would mislead.
        """
        order, step, page = (given.get(name, "") for name in ("order", "progress", "page"))
        steps = {progress_slug(each): each for each in Progress}
        if step and step not in steps:
            raise Unknown("no-list")
        return cls(
            words=" ".join(given.get("q", "")[:LONGEST].split()),
            order=Order(order) if order in set(Order) else None,
            tag=given.get("tag", "")[:LONGEST],
            progress=steps.get(step),
            page=int(page) if PAGES.fullmatch(page) else 1,
        )


def progress_slug(step: Progress) -> str:
    """A step's part of an address: `in-progress`."""
    return step.value.replace(" ", "-")


class Index:
    """The ideas of one challenge, their words folded once."""

    def __init__(self, data: PublishedData) -> None:
        self.data = data
        self._titles = {idea.ref: folded(idea.title) for idea in data.ideas}
        self._words = {idea.ref: folded(_words(idea)) for idea in data.ideas}
        self._ordered: dict[Order, tuple[PublishedIdea, ...]] = {}

    def __len__(self) -> int:
        return len(self.data.ideas)

    def order(self, asked: Asked) -> Order:
        """The order asked for, if it is offered; else the one that comes first."""
        offered = self.data.orders
        return asked.order if asked.order in offered else offered[0]

    def find(self, asked: Asked) -> tuple[PublishedIdea, ...]:
        """All that fit. Raises Unknown for a tag that no idea has."""
        if asked.tag and not any(has_tag(idea, asked.tag) for idea in self.data.ideas):
            raise Unknown("no-list")
        words = split(asked.words)
        found = (idea for idea in self._in(self.order(asked)) if self._fits(idea, asked, words))
        return tuple(sorted(found, key=lambda idea: self._missing(idea, words)))

    def _in(self, order: Order) -> tuple[PublishedIdea, ...]:
        if order not in self._ordered:
            data = self.data
            self._ordered[order] = ordered(data.ideas, order, data.challenge, data.as_of)
        return self._ordered[order]

    def _fits(self, idea: PublishedIdea, asked: Asked, words: list[str]) -> bool:
        text = self._words[idea.ref]
        return (
            all(word in text for word in words)
            and (asked.progress is None or idea.progress is asked.progress)
            and (not asked.tag or has_tag(idea, asked.tag))
        )

    def _missing(self, idea: PublishedIdea, words: list[str]) -> int:
        """How many words its title has not."""
        title = self._titles[idea.ref]
        return sum(word not in title for word in words)


def split(text: str) -> list[str]:
    """The words of what is asked, folded; signs alone are looked for as they stand."""
    plain = folded(text)
    return (WORD.findall(plain) or plain.split())[:MOST]


@cache
def _plain(sign: str) -> str:
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", sign).casefold())
    return "".join(each for each in parts if not unicodedata.combining(each))


def folded(text: str) -> str:
    """`Süße BRÖTCHEN` and `susse brotchen` give the same."""
    return text.lower() if text.isascii() else "".join(map(_plain, text))


def _words(idea: PublishedIdea) -> str:
    """All that is searched; a line end, which no word has, parts what stands apart."""
    answers = (answer.text for answer in idea.answers)
    merged = (each.title for each in idea.merged)
    return "\n".join((idea.title, idea.byline, *answers, *idea.tags, *merged))
