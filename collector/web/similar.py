"""Which ideas are like one that is being written or judged.

everybody   asks among the ideas that are shown
the desk    among those, and what waits
"""

from itertools import islice

from collector.analysis.similar import LEAST, Alike, Text
from collector.brief import Brief, SeenBy, Showing
from collector.entries import Idea, State
from collector.store import reads
from collector.web.context import Context
from collector.web.neighbours import Neighbours, standing, texts

SHARED = 0.08
"""How much ideas share with words that somebody looks for."""

WAITING = 1_000
"""Ideas that wait, and are looked at: those that have waited longest."""


def like_shown(context: Context, brief: Brief, title: str, text: str = "") -> list[Alike]:
    """The ideas that everybody may see now and that are most like this one."""
    if brief.seen_by is SeenBy.INVITED or not brief.shows(Showing.IDEAS, context.clock()):
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
    waiting = reads.ideas(context.store, idea.challenge, State.WAITING)
    waits = (Text(each.ref, *_words(each)) for each in waiting if not each.merged)
    shown = _shown(context, idea.challenge)
    index = context.neighbours.of(f"desk {idea.challenge}")
    with index.turn:
        index.index.renew([*texts(shown.shown), *islice(waits, WAITING)])
        found = index.index.like(title, text, most=most, but=idea.ref, least=least)
    return [each for each in standing(found, shown.shown) if each.ref != idea.ref]


def tags(context: Context, slug: str) -> frozenset[str]:
    """What the ideas of a challenge that are shown are filed under."""
    return frozenset(tag for idea in _shown(context, slug).shown for tag in idea.tags)


def _shown(context: Context, slug: str) -> Neighbours:
    return context.neighbours.shown(context.garden.published / f"{slug}.json")


def _words(idea: Idea) -> tuple[str, str]:
    title, text = (idea.answers.get(each) for each in ("title", "text"))
    return (title if isinstance(title, str) else "", text if isinstance(text, str) else "")
