"""The tags of a challenge's ideas: what each is called, its name in addresses, how often it stands.

Tags that are written nearly alike, `Rye` and `rye`, are one.
"""

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


def filed(ideas: Iterable[PublishedIdea]) -> list[tuple[Tag, tuple[PublishedIdea, ...]]]:
    """Every tag with the ideas that have it, those that stand most often first."""
    held: dict[str, list[PublishedIdea]] = {}
    labels: dict[str, str] = {}
    for idea in ideas:
        for name, label in {tag_name(each): each for each in idea.tags}.items():
            held.setdefault(name, []).append(idea)
            labels[name] = min(label, labels.get(name, label))
    found = [(Tag(name, labels[name], len(each)), tuple(each)) for name, each in held.items()]
    return sorted(found, key=lambda pair: (-pair[0].count, pair[0].name))


def has_tag(idea: PublishedIdea, name: str) -> bool:
    """Whether the idea has the tag of this name."""
    return any(tag_name(each) == name for each in idea.tags)
