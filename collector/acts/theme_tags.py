"""Themes become public: what one is called becomes a tag of its ideas, where somebody says so.

In steps of fifty, under one name; what is full of tags or changed meanwhile is passed over. A tag
stays when the theme changes: tags are taken away one by one, as any.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import islice

from collector.acts import desk, tags
from collector.acts.many import STEP
from collector.entries import Decision, State, Theme, new_reference, themed
from collector.moderation import TAGS
from collector.store import Store, reads, themes, writes


def publish(store: Store, challenge: str, refs: Collection[str], by: str, now: datetime) -> int:
    """File the ideas of these themes under what they are called; how many that were.

    One that lost its words, and that nobody named, is called nothing and files none.

    Raises Invalid at `tags` for a theme that is called by more than a tag may have.
    """
    kept = themes.of(store, challenge)
    tag = {each.ref: _tag(each) for each in kept if each.ref in refs and each.label}
    ideas = (
        (each.ref, theme)
        for each, theme in themed(reads.ideas(store, challenge, State.APPROVED), kept)
    )
    wanted = iter([(ref, tag[theme]) for ref, theme in ideas if theme in tag])
    batch, done = new_reference(), 0

    def step(store: Store, some: Iterable[tuple[str, str]]) -> int:
        return sum(_file(store, ref, words, batch, by, now) for ref, words in some)

    while some := tuple(islice(wanted, STEP)):
        done += store.transact(partial(step, some=some))
    return done


def _tag(theme: Theme) -> str:
    return tags.tidy([theme.label])[0]


def _file(store: Store, ref: str, tag: str, batch: str, by: str, now: datetime) -> bool:
    idea = reads.idea(store, ref)
    if idea is None or idea.state is not State.APPROVED or len(idea.tags) >= tags.MOST:
        return False
    if tag.casefold() in {each.casefold() for each in idea.tags}:
        return False
    writes.replace(store, replace(idea, tags=(*idea.tags, tag)), idea.revision)
    decision = Decision.on(idea, TAGS, idea.state, by, now)
    desk.note(store, replace(decision, batch=batch))
    return True
