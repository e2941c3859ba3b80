"""What the public may see of what an idea brought: the parts that its owner shows, no others."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from collector.entries import Benefit, Innovation, Sum


@dataclass(frozen=True)
class PublishedBenefit:
    """The parts that are shown; what is not is None, or empty."""

    kind: Innovation | None = None
    goal: int | None = None
    value: Sum | None = None
    cost: Sum | None = None
    learnt: str = ""

    @classmethod
    def of(cls, benefit: Benefit | None) -> Self | None:
        """What is shown of it; None where that is nothing."""
        if benefit is None:
            return None
        shown: dict[str, Any] = {
            part.value: said for part, said in benefit.told.items() if part in benefit.shown
        }
        return cls(**shown) if shown else None

    def to_document(self) -> dict[str, Any]:
        """Plain JSON values, as `schema.json` says."""
        return {
            "kind": self.kind and self.kind.value,
            "goal": self.goal,
            "value": self.value and self.value.to_document(),
            "cost": self.cost and self.cost.to_document(),
            "learnt": self.learnt,
        }

    @classmethod
    def from_document(cls, document: Mapping[str, Any] | None) -> Self | None:
        """What gave this document. Raises KeyError, ValueError."""
        if document is None:
            return None
        return cls(
            kind=document["kind"] and Innovation(document["kind"]),
            goal=document["goal"],
            value=document["value"] and Sum.from_document(document["value"]),
            cost=document["cost"] and Sum.from_document(document["cost"]),
            learnt=document["learnt"],
        )
