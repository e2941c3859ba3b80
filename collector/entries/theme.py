"""A theme is what several ideas of a challenge are about: found in their words, named by people."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from collector.entries.entry import Idea

NOWHERE = "-"
"""In place of a theme's ref: somebody said that the idea belongs to none."""


@dataclass(frozen=True, kw_only=True)
class Theme:
    """One theme. What people said of it stays: its `name`, and the ideas they put into it, which
    keep its ref (`Idea.theme`). All else is found anew.
    """

    ref: str
    challenge: str
    name: str = ""
    """As somebody named it; empty: it is called by its words."""
    words: tuple[str, ...] = ()
    """That ideas of the theme say, the weightiest first."""
    found: tuple[str, ...] = ()
    """The refs of the ideas that were found to be about it."""
    lost: bool = False
    """It was not found the last time: only what people put into it is in it, until it is again."""

    @property
    def label(self) -> str:
        """What it is called."""
        return self.name or ", ".join(self.words[:NAMED_BY])


NAMED_BY = 3
"""Words that call a theme which nobody has named."""


def theme_of(themes: Iterable[Theme]) -> Callable[[Idea], str]:
    """Tells of an idea the ref of its theme: the one somebody put it into, else the one it was
    found to be about; empty for none.
    """
    kept = list(themes)
    known = {NOWHERE, *(each.ref for each in kept)}
    found = {ref: theme.ref for theme in kept if not theme.lost for ref in theme.found}

    def of(idea: Idea) -> str:
        theme = idea.theme if idea.theme in known else found.get(idea.ref, "")
        return "" if theme == NOWHERE else theme

    return of


def themed(ideas: Iterable[Idea], themes: Iterable[Theme]) -> Iterator[tuple[Idea, str]]:
    """Each idea with the ref of its theme."""
    of = theme_of(themes)
    return ((idea, of(idea)) for idea in ideas)
