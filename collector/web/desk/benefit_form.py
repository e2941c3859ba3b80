"""The form of what an idea brings, filled with what is kept or with what was typed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from collector.acts import benefit as act
from collector.entries import GOALS, Benefit, Idea, Innovation, Part
from collector.store import benefits
from collector.web.context import Context

FIELDS = ("kind", "goal", "value", "value_unit", "cost", "cost_unit", "learnt")


@dataclass(frozen=True)
class BenefitForm:
    """What stands in its fields, and what is wrong with them."""

    answers: Mapping[str, str] = field(default_factory=dict)
    shown: Collection[str] = ()
    problems: Mapping[str, str] = field(default_factory=dict)
    conflict: str = ""
    """What is said where somebody else was quicker; what was typed still stands."""

    kinds: Sequence[Innovation] = tuple(Innovation)
    goals: Sequence[int] = GOALS
    parts: Sequence[Part] = tuple(Part)
    longest: int = act.LONGEST

    @classmethod
    def of(cls, benefit: Benefit | None) -> Self:
        """What is kept; an empty form where that is nothing."""
        if benefit is None:
            return cls()
        kept = {name: str(getattr(benefit, name) or "") for name in FIELDS}
        return cls(kept, benefit.shown)

    @property
    def is_open(self) -> bool:
        """Whether there is something to see in it."""
        return any(self.answers.values()) or bool(self.problems or self.conflict)

    def field(self, name: str) -> str:
        """What stands in one of its fields."""
        return self.answers.get(name, "")


def facts(context: Context, idea: Idea) -> Mapping[str, object]:
    """What the idea's page tells of it."""
    kept = benefits.latest(context.store, idea.ref)
    known = benefits.of(context.store, idea.challenge).values()
    units = {unit for each in known for unit in (each.value_unit, each.cost_unit) if unit}
    return {"benefit": BenefitForm.of(kept), "units": sorted(units, key=str.casefold)}
