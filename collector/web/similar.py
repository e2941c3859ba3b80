"""Which ideas are like one that is being written or judged.

everybody   asks among the ideas that are shown
the desk    among those, and what waits
"""

from collections.abc import Sequence
from itertools import islice

from collector.analysis.similar import LEAST, Alike, Text
from collector.brief import Brief, Showing
from collector.entries import Idea, State
from collector.store import reads
from collector.web.context import Context
from collector.web.neighbours import Neighbours, standing, texts

SHARED = 0.08
"""How much ideas share with words that somebody looks for."""

VERY = 0.7
"""From here on two ideas seem to ask for the same."""

WAITING = 1_000
"""Ideas that wait, and are looked at: those that have waited longest."""


def like_shown(context: Context, brief: Brief, title: str, text: str = "") -> list[Alike]:
    """The ideas that whoever sees the challenge may see now and that are most like this one."""
    if not brief.shows(Showing.IDEAS, context.clock()):
        return []
    shown = _shown(context, brief.slug)
    with shown.turn:
        return standing(shown.index.like(title, text), shown.shown)


def like_kept(context: Context, idea: Idea, most: int = 5) -> list[Alike]:
    """The ideas of its challenge, shown or waiting, that are most like one at the desk."""
    return _at_desk(context, idea, *_words(idea), most=most, least=LEAST)


def with_words(context: Context, idea: Idea, words: str, most: int) -> list[Alike]:
    """The same ideas by words that somebody looks for: one that they share is enough."""
    return _at_desk(context, idea, words, "", most=most, least=SHARED)


def _at_desk(
    context: Context, idea: Idea, title: str, text: str, *, most: int, least: float
) -> list[Alike]:
    shown, index = _desk_index(context, idea.challenge)
    with index.turn:
        found = index.index.like(title, text, most=most, but=idea.ref, least=least)
    return [each for each in standing(found, shown.shown) if each.ref != idea.ref]


def _desk_index(context: Context, slug: str) -> tuple[Neighbours, Neighbours]:
    """What is shown, and an index of that and of what waits."""
    waiting = reads.ideas(context.store, slug, State.WAITING)
    waits = (Text(each.ref, *_words(each)) for each in waiting if not each.merged)
    shown = _shown(context, slug)
    index = context.neighbours.of(f"desk {slug}")
    with index.turn:
        index.index.renew([*texts(shown.shown), *islice(waits, WAITING)])
    return shown, index


def pairs(context: Context, slug: str, ideas: Sequence[Idea]) -> list[tuple[Idea, Alike]]:
    """Each of the ideas that is very much like another of its challenge, with that one; a pair
    is told once.
    """
    if not ideas:
        return []
    found: dict[frozenset[str], tuple[Idea, Alike]] = {}
    shown, index = _desk_index(context, slug)
    with index.turn:
        for idea in ideas:
            like = index.index.like(*_words(idea), most=1, but=idea.ref, least=VERY)
            for each in standing(like, shown.shown):
                if each.ref != idea.ref:
                    found.setdefault(frozenset((idea.ref, each.ref)), (idea, each))
    return list(found.values())


def tags(context: Context, slug: str) -> frozenset[str]:
    """What the ideas of a challenge that are shown are filed under."""
    return frozenset(tag for idea in _shown(context, slug).shown for tag in idea.tags)


def _shown(context: Context, slug: str) -> Neighbours:
    return context.neighbours.shown(context.garden.published / f"{slug}.json")


def _words(idea: Idea) -> tuple[str, str]:
    title, text = (idea.answers.get(each) for each in ("title", "text"))
    return (title if isinstance(title, str) else "", text if isinstance(text, str) else "")
