"""A version is one definition that a form has had, with the words it was shown in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from collector.entries import Value
from collector.export.column import Cell, Column, Missing, columns_of
from collector.export.material import Material
from collector.form import Definition, define, due
from collector.form import labels as words_of


@dataclass(frozen=True)
class Version:
    """The oldest has number 1. `labels` is its labels document."""

    number: int
    definition: Definition
    labels: Mapping[str, Any]

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        return tuple(
            column for question in self.definition.questions for column in columns_of(question)
        )

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(column.name for column in self.columns)

    def coded(
        self, columns: tuple[Column, ...], answers: Mapping[str, Value], *, cleared: bool = False
    ) -> list[Cell]:
        """What an entry of this version holds in these columns, as codes.

        `cleared`: its personal answers, if there were any, have been erased.
        """
        shown = due(self.definition, answers)
        erased = self.definition.personal if cleared else frozenset()
        return [
            Missing.ERASED
            if column.key in erased
            else column.coded(answers)
            if self._has(column, shown)
            else Missing.NOT_SHOWN
            for column in columns
        ]

    def told(self, columns: tuple[Column, ...], coded: Iterable[Cell]) -> list[Cell]:
        """The same in the words that people saw."""
        questions = self.labels.get("questions", {})
        return [
            column.told(cell, questions.get(column.question.id, {}))
            for column, cell in zip(columns, coded, strict=True)
        ]

    def _has(self, column: Column, shown: frozenset[str]) -> bool:
        return column.question.id in shown and column.name in self.names


def versions_of(material: Material) -> dict[str, tuple[dict[str, Version], Version]]:
    """By form's name its versions by hash, and today's: the last one of a form that is gone."""
    current = {each.name: each for each in map(define, material.brief.forms)}
    words = {define(form).hash: words_of(form) for form in material.brief.forms}
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
