"""A sheet is one form's entries, a row each, over all versions that the form has had.

The entry's facts come first, then the columns of today's form in its order, then those that only
older versions had. Every row is full length, so that columns never shift. In codes each row goes
on with the orders in which options were shown.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import tzinfo
from functools import cached_property
from typing import Any

from collector.brief import Brief
from collector.export.column import Column, Kind
from collector.export.fact import Fact, facts_of
from collector.export.material import Material
from collector.export.told import Part, Told, parts_of
from collector.export.version import Version, versions_of

LISTS = ("options", "points", "lines")
"""The lists of words by code in a labels document."""


@dataclass(frozen=True)
class Sheet:
    """One form and its columns. `versions` end with today's."""

    name: str
    label: str
    versions: Mapping[str, Version]
    today: Version
    replies: Mapping[str, str]
    zone: tzinfo | None
    file_name: Callable[[str], str]
    shuffled: frozenset[str]
    """Ids of the questions whose options today's brief shuffles."""
    parts: Set[Part]
    """What the challenge has, beside forms."""
    tell: Callable[[], Told]

    @cached_property
    def told(self) -> Told:
        """What became of ideas."""
        return self.tell()

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """One of each name, in its newest meaning."""
        return self._newest(lambda version: version.columns)

    @cached_property
    def orders(self) -> tuple[Column, ...]:
        """Those that tell in which order options were shown."""
        return self._newest(lambda version: version.orders(self.shuffled))

    def _newest(self, named: Callable[[Version], Mapping[str, Column]]) -> tuple[Column, ...]:
        older = sorted(self.versions.values(), key=lambda each: each.number, reverse=True)
        found: dict[str, Column] = {}
        for version in (self.today, *older):
            found = {**found, **{k: v for k, v in named(version).items() if k not in found}}
        return tuple(found.values())

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """A fact that has the name of a question's column gets a `_` in front."""
        taken = {column.name for column in self.columns}
        return tuple(
            replace(each, name=f"_{each.name}") if each.name in taken else each
            for each in facts_of(self.today.definition.kind, self.parts)
        )

    @cached_property
    def words(self) -> dict[str, dict[str, Any]]:
        """By question's id, as in a labels document; older ones for what is gone."""
        found: dict[str, dict[str, Any]] = {}
        for version in (*self.versions.values(), self.today):
            for name, words in version.labels.get("questions", {}).items():
                older = found.setdefault(name, {})
                lists = {key: {**older.get(key, {}), **words.get(key, {})} for key in LISTS}
                found[name] = {**words, **lists}
        return found

    def header(self, *, told: bool) -> list[str]:
        """The names of the columns: in words, or in codes with the orders."""
        return [each.name for each in self._all(told=told)]

    def kinds(self, *, told: bool) -> list[Kind]:
        """What they hold."""
        return [each.kind for each in self._all(told=told)]

    def _all(self, *, told: bool) -> list[Fact | Column]:
        return [*self.facts, *self.columns, *(() if told else self.orders)]

    def version(self, form_hash: str) -> Version:
        """The version that has this hash; of a strange one today's."""
        return self.versions.get(form_hash, self.today)


def sheets_of(material: Material, zone: tzinfo | None) -> dict[str, Sheet]:
    """By form's name: the brief's forms first, then those that it no longer has."""
    replies = _replies(material)
    return {
        name: Sheet(
            name=name,
            label=today.labels.get("label", name),
            versions=versions,
            today=today,
            replies=replies,
            zone=zone,
            file_name=material.file_name,
            shuffled=_shuffled(material.brief, name),
            parts=_parts(material),
            tell=lambda: material.told,
        )
        for name, (versions, today) in versions_of(material).items()
    }


def _parts(material: Material) -> frozenset[Part]:
    """What the challenge has, and whether themes were found in it."""
    return parts_of(material.brief) | ({Part.THEMES} if material.has_themes else set())


def _shuffled(brief: Brief, name: str) -> frozenset[str]:
    """That options are shuffled is no part of a definition: the brief alone knows."""
    form = brief.form(name)
    return frozenset(each.id for each in form.questions if each.shuffle) if form else frozenset()


def _replies(material: Material) -> Mapping[str, str]:
    texts: dict[str, list[str]] = defaultdict(list)
    for reply in sorted(material.replies, key=lambda reply: (reply.at, reply.ref)):
        texts[reply.about].append(reply.text)
    return {about: "\n\n".join(each) for about, each in texts.items()}
