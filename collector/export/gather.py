"""Gathering: all that is kept of a challenge, as an export needs it."""

from collections.abc import Iterator, Mapping
from datetime import UTC, tzinfo
from functools import lru_cache

from collector.brief import Brief
from collector.entries import (
    KINDS,
    Ballot,
    Comment,
    Comparison,
    Decision,
    Entry,
    Report,
    Score,
    Seat,
    State,
    Theme,
    Vote,
)
from collector.export import decisions
from collector.export.became import became
from collector.export.material import Material
from collector.export.told import enough
from collector.export.what import What
from collector.form import Definition
from collector.store import Store, every, reads

VOTES: tuple[type[Vote] | type[Ballot] | type[Comparison], ...] = (Vote, Ballot, Comparison)

LISTED: Mapping[What, type[object]] = {
    **dict(zip((What.VOTES, What.BALLOTS, What.COMPARISONS), VOTES, strict=True)),
    What.DOTS: Seat,
    What.SCORES: Score,
    What.DECISIONS: Decision,
}

REMEMBERED = 1000
"""Titles; votes come one after the other on the same few ideas."""


def gather(store: Store, brief: Brief, zone: tzinfo = UTC) -> Material:
    """Ideas first, then what else was sent; read as it is needed. Days are told in the zone."""
    slug = brief.slug
    kept = reads.definitions(store, slug).items()
    definitions = {key: Definition.from_document(each) for key, each in kept}
    names = {form.name for form in (*brief.forms, *brief.built_in)}
    names |= {each.name for each in definitions.values()}
    return Material(
        brief=brief,
        definitions=definitions,
        labels=reads.labels(store, slug, brief.language),
        entries=_entries(store, slug),
        replies=reads.replies(store, slug),
        file_name=lambda ref: _name(store, ref),
        has_themes=bool(every.number(store, Theme, slug)),
        sizes={name: reads.number(store, challenge=slug, form=name) for name in names},
        tell=lambda: became(store, brief, zone),
        title=lru_cache(REMEMBERED)(lambda ref: _title(store, ref)),
        listed={what: every.of(store, kind, slug) for what, kind in LISTED.items()},
        lengths={what: every.number(store, kind, slug) for what, kind in LISTED.items()},
        voted=enough(_voters(store, slug)) if brief.groups else frozenset(),
        kind_of=lambda ref: _kind(store, ref),
        role_of=decisions.roles_of(store, slug),
    )


def held(store: Store, slug: str) -> tuple[What, ...]:
    """Of what was said about ideas, that of which there is anything."""
    kinds = {What.COMMENTS: Comment, What.REPORTS: Report, **LISTED}
    return tuple(what for what, kind in kinds.items() if every.number(store, kind, slug))


def _entries(store: Store, slug: str) -> Iterator[Entry]:
    for kind in KINDS:
        yield from every.of(store, kind, slug)


def _voters(store: Store, slug: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Rounds and groups, each with one of the people who voted."""
    for kind in VOTES:
        for each in every.of(store, kind, slug):
            if each.group:
                yield (each.round, each.group), each.voter


def _title(store: Store, ref: str) -> str:
    """What an idea is called; nothing for one that was erased or is gone."""
    idea = reads.idea(store, ref)
    return str(idea.answers.get("title", "")) if idea else ""


def _name(store: Store, ref: str) -> str:
    """What a file is called; its ref if it is gone."""
    file = reads.file(store, ref)
    return ref if file is None else file.name


def _kind(store: Store, ref: str) -> str:
    """What kind an entry is of; nothing for one that was erased or is gone."""
    entry = reads.entry(store, ref)
    erased = entry is None or entry.state is State.ERASED
    return "" if erased else type(entry).__name__.lower()
