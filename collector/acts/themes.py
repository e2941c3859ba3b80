"""Themes at the desk: found ones take the place of those before, and what people said stays.

A theme that was found again keeps its name. One that was not goes, unless somebody named it or put
an idea into it; then it stands with those ideas until it is found again.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from collector.acts import desk, tags
from collector.analysis.statement import Statement, said_by
from collector.analysis.themes import SAID_BY, Found, matched
from collector.entries import NOWHERE, Decision, Idea, JobKind, State, Theme, new_reference
from collector.errors import Invalid, Problem, Unknown
from collector.moderation import THEME
from collector.store import Store, reads, themes, writes

LONGEST = tags.LONGEST
"""Characters of a name: it may become a tag."""


def ask(store: Store, challenge: str, now: datetime) -> None:
    """Leave to find the themes of a challenge."""
    writes.enqueue(store, JobKind.THEMES, challenge, now)


def settle(store: Store, challenge: str, found: Sequence[Found]) -> None:
    """Keep what was found in place of what was found before."""

    def act(store: Store) -> None:
        kept = themes.of(store, challenge)
        placed = {each.theme for each in reads.ideas(store, challenge, State.APPROVED)}
        pairs = matched([each.found for each in kept], [each.refs for each in found])
        for place, each in enumerate(found):
            before = kept[pairs[place]] if place in pairs else _new(challenge)
            themes.keep(store, replace(before, words=each.words, found=each.refs, lost=False))
        lost = [theme for place, theme in enumerate(kept) if place not in pairs.values()]
        staying = [theme for theme in lost if theme.name or theme.ref in placed]
        themes.remove(store, (theme for theme in lost if theme not in staying))
        for theme in staying:
            themes.keep(store, replace(theme, lost=True))

    store.transact(act)
    _forget_erased(store, challenge)  # what was erased while they were looked for


def _new(challenge: str) -> Theme:
    return Theme(ref=new_reference(), challenge=challenge)


def forget(store: Store) -> None:
    """Take out of themes the ideas that were erased, and words that too few others say."""
    for challenge in themes.challenges(store):
        _forget_erased(store, challenge)


def _forget_erased(store: Store, challenge: str) -> None:
    """The same in one challenge."""
    erased = {each.ref for each in reads.ideas(store, challenge, State.ERASED)}
    if any(not erased.isdisjoint(each.found) for each in themes.of(store, challenge)):
        store.transact(partial(_forget, challenge=challenge, erased=erased))


def _forget(store: Store, *, challenge: str, erased: Set[str]) -> None:
    standing = {each.ref: each for each in reads.ideas(store, challenge, State.APPROVED)}
    for theme in themes.of(store, challenge):
        if not erased.isdisjoint(theme.found):
            found = tuple(ref for ref in theme.found if ref not in erased)
            said = said_by(Statement.of(standing[ref], UTC) for ref in found if ref in standing)
            words = tuple(word for word in theme.words if said[word] >= SAID_BY)
            themes.keep(store, replace(theme, found=found, words=words))


def name(store: Store, challenge: str, ref: str, text: str) -> Theme:
    """Call a theme so; empty: by its words again.

    Raises Unknown, Invalid at `name` for what is no name or calls another theme already.
    """
    wanted = _tidy(text)

    def act(store: Store) -> Theme:
        theme = _theme(store, challenge, ref)
        others = (each for each in themes.of(store, challenge) if each.ref != ref)
        if wanted and wanted.casefold() in {each.label.casefold() for each in others}:
            raise Invalid({"name": Problem("theme-taken", {"name": wanted})})
        kept = replace(theme, name=wanted)
        themes.keep(store, kept)
        return kept

    return store.transact(act)


def place(
    store: Store,
    ref: str,
    theme: str,
    by: str,
    now: datetime,
    *,
    seen: Mapping[str, int] | None = None,
) -> Idea:
    """Put an idea into a theme, for good; `NOWHERE` into none; empty: where it was found to be.

    Raises Unknown, or Conflict where it is no idea, is gone or has changed since `seen`.
    """

    def act(store: Store) -> Idea:
        idea = desk.idea_of(store, ref, seen)
        if theme not in ("", NOWHERE):
            _theme(store, idea.challenge, theme)
        if theme == idea.theme:
            return idea
        kept = writes.replace(store, replace(idea, theme=theme), idea.revision)
        desk.note(store, Decision.on(idea, THEME, idea.state, by, now))
        return kept

    return store.transact(act)


def _theme(store: Store, challenge: str, ref: str) -> Theme:
    found = themes.one(store, ref)
    if found is None or found.challenge != challenge:
        raise Unknown("no-theme")
    return found


def _tidy(text: str) -> str:
    """The name as it is kept. Raises Invalid at `name`."""
    try:
        found = tags.tidy([text])
    except Invalid as error:
        raise Invalid({"name": error.problems["tags"]}) from None
    return found[0] if found else ""
