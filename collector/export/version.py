"""A version is one definition that a form has had, with the words it was shown in."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from collector.export.column import Column, Words, columns_of, order_of
from collector.export.material import Material
from collector.form import Definition, define
from collector.form import labels as words_of


@dataclass(frozen=True)
class Version:
    """The oldest has number 1. `labels` is its labels document."""

    number: int
    definition: Definition
    labels: Mapping[str, Any]

    @cached_property
    def columns(self) -> Mapping[str, Column]:
        """By name, in order; of two with one name it is the first."""
        named: dict[str, Column] = {}
        for question in self.definition.questions:
            for column in columns_of(question):
                named.setdefault(column.name, column)
        return named

    def orders(self, shuffled: Set[str]) -> dict[str, Column]:
        """By name, those that tell in which order the options of these questions were shown."""
        asked = (each for each in self.definition.questions if each.id in shuffled)
        return {column.name: column for column in map(order_of, asked)}

    def words(self, question: str) -> Words:
        """What people saw of a question."""
        words: Words = self.labels.get("questions", {}).get(question, {})
        return words


def versions_of(material: Material) -> dict[str, tuple[dict[str, Version], Version]]:
    """By form's name its versions by hash, and today's: the last one of a form that is gone."""
    forms = (*material.brief.forms, *material.brief.built_in)
    current = {each.name: each for each in map(define, forms)}
    words = {define(form).hash: words_of(form) for form in forms}
    kept = {**material.definitions, **{each.hash: each for each in current.values()}}
    versions: dict[str, dict[str, Version]] = {name: {} for name in current}
    for key, definition in kept.items():
        ours = versions.setdefault(definition.name, {})
        labels = material.labels.get(key) or words.get(key, {})
        ours[key] = Version(len(ours) + 1, definition, labels)
    return {
        name: (ours, ours[current[name].hash] if name in current else [*ours.values()][-1])
        for name, ours in versions.items()
    }
