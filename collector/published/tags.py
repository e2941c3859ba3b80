"""The tags of a challenge's ideas: what each is called, its name in addresses, how often it stands.

Tags that are written nearly alike, `Rye` and `rye`, are one.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from collector.brief.codes import made
from collector.published.idea import PublishedIdea


@dataclass(frozen=True)
class Tag:
    """`name` is its part of an address; `count` counts ideas."""

    name: str
    label: str
    count: int


@cache
def tag_name(label: str) -> str:
    """`Süße Brötchen` gives `susse-brotchen`; what has no letters is called by a number."""
    plain = made(label).replace("_", "-")
    return plain or sha256(label.encode()).hexdigest()[:8]


def tags(ideas: Iterable[PublishedIdea]) -> tuple[Tag, ...]:
    """All of them, those that stand most often first."""
    counts: Counter[str] = Counter()
    labels: dict[str, str] = {}
    for idea in ideas:
        for name, label in {tag_name(each): each for each in idea.tags}.items():
            counts[name] += 1
            labels[name] = min(label, labels.get(name, label))
    found = (Tag(name, labels[name], count) for name, count in counts.items())
    return tuple(sorted(found, key=lambda tag: (-tag.count, tag.name)))


def tagged(ideas: Iterable[PublishedIdea], name: str) -> tuple[PublishedIdea, ...]:
    """Those that have the tag of this name."""
    return tuple(idea for idea in ideas if any(tag_name(each) == name for each in idea.tags))
