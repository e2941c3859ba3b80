"""What the owner files an idea under, so that visitors find what belongs together."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from collector.acts import desk
from collector.entries import Decision, Idea
from collector.errors import Invalid, Problem
from collector.moderation import TAGS
from collector.store import Store, writes

MOST = 10
"""Tags on one idea."""
LONGEST = 40
"""Characters of one."""


def tag(
    store: Store,
    ref: str,
    tags: Iterable[str],
    by: str,
    now: datetime,
    *,
    seen: Mapping[str, int] | None = None,
    known: Iterable[str] = (),
) -> Idea:
    """File the idea under these tags and no others; as it is now kept. Those that are `known`
    already keep their capitals.

    Raises Unknown, Conflict where it is no idea or has changed since `seen`, Invalid at `tags`.
    """
    spelled = {each.casefold(): each for each in known}
    filed = tuple(spelled.get(each.casefold(), each) for each in tidy(tags))

    def act(store: Store) -> Idea:
        idea = desk.idea_of(store, ref, seen)
        if filed == idea.tags:
            return idea
        kept = writes.replace(store, replace(idea, tags=filed), idea.revision)
        desk.note(store, Decision.on(idea, TAGS, idea.state, by, now))
        return kept

    return store.transact(act)


def tidy(tags: Iterable[str]) -> Sequence[str]:
    """The tags as they are kept, each once, however its capitals; empty ones are left out.

    Raises Invalid at `tags` for what is too long, too many, or holds signs that can't be kept.
    """
    found: dict[str, str] = {}
    for each in tags:
        words = " ".join(unicodedata.normalize("NFC", each).split())
        if any(unicodedata.category(sign) in ("Cc", "Cs", "Cn", "Co") for sign in words):
            raise Invalid({"tags": Problem("tag-signs")})
        if len(words) > LONGEST:
            raise Invalid({"tags": Problem("tag-long", {"tag": words, "most": LONGEST})})
        if words:
            found.setdefault(words.casefold(), words)
    if len(found) > MOST:
        raise Invalid({"tags": Problem("tags-many", {"most": MOST, "have": len(found)})})
    return tuple(found.values())
