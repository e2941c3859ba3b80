"""A benefit: what an idea is as an innovation, what doing it brought and took, what was learnt.

The owner writes it, at the desk. Each change is a version of its own, so that it can be taken back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Self


class Innovation(StrEnum):
    """What kind of innovation an idea is, from what is bettered to what is made anew.

    Incremental and architectural as R. M. Henderson and K. B. Clark (1990), "Architectural
    Innovation", Administrative Science Quarterly 35(1), have them; disruptive and revolutionary as
    they are told of business models.
    """

    INCREMENTAL = "incremental"
    ARCHITECTURAL = "architectural"
    DISRUPTIVE = "disruptive"
    REVOLUTIONARY = "revolutionary"


NEVER = datetime.min.replace(tzinfo=UTC)
"""When what nobody said was said."""


class Part(StrEnum):
    """What a benefit tells; each is shown to the public only if the owner says so."""

    KIND = "kind"
    GOAL = "goal"
    VALUE = "value"
    COST = "cost"
    LEARNT = "learnt"


GOALS = range(1, 18)
"""The numbers of the United Nations' Sustainable Development Goals (A/RES/70/1, 2015)."""


@dataclass(frozen=True)
class Sum:
    """So much of a unit: `1250.5` `€`. Decimal, because money is counted exactly."""

    number: Decimal
    unit: str

    def to_document(self) -> dict[str, str]:
        """Plain JSON values; the number as text, so that none of it is lost."""
        return {"number": f"{self.number:f}", "unit": self.unit}

    @classmethod
    def from_document(cls, document: Mapping[str, str]) -> Self:
        """The sum that gave this document. Raises KeyError, ValueError."""
        try:
            return cls(Decimal(document["number"]), document["unit"])
        except InvalidOperation as error:
            raise ValueError(document["number"]) from error


@dataclass(frozen=True, kw_only=True)
class Benefit:
    """One version, the `n`th, of what the owner says of the idea `about`."""

    place: str
    """The idea's ref and `n`: no two are alike."""
    about: str
    challenge: str
    n: int
    at: datetime
    kind: Innovation | None = None
    goal: int = 0
    """One of GOALS; 0 for none."""
    value: str = ""
    """A decimal number, with a point; empty if nothing is said."""
    value_unit: str = ""
    cost: str = ""
    cost_unit: str = ""
    learnt: str = ""
    shown: tuple[str, ...] = ()
    """The parts that everybody may see."""

    @classmethod
    def blank(cls, about: str, challenge: str, at: datetime = NEVER) -> Self:
        """What is said of an idea of which nothing was said yet."""
        return cls(place=f"{about} 0", about=about, challenge=challenge, n=0, at=at)

    def following(self, other: "Benefit", at: datetime) -> "Benefit":
        """The version after `other` that says the same as this one."""
        n = other.n + 1
        return replace(self, place=f"{other.about} {n}", n=n, at=at)

    @property
    def worth(self) -> Sum | None:
        """What doing it brought."""
        return Sum(Decimal(self.value), self.value_unit) if self.value else None

    @property
    def spent(self) -> Sum | None:
        """What doing it took."""
        return Sum(Decimal(self.cost), self.cost_unit) if self.cost else None

    @property
    def told(self) -> Mapping[Part, object]:
        """The parts of which something is said."""
        parts = {
            Part.KIND: self.kind,
            Part.GOAL: self.goal or None,
            Part.VALUE: self.worth,
            Part.COST: self.spent,
            Part.LEARNT: self.learnt or None,
        }
        return {part: said for part, said in parts.items() if said is not None}

    def says_as(self, other: "Benefit") -> bool:
        """Whether both versions say the same, and show the same of it."""
        return (self.told, set(self.shown)) == (other.told, set(other.shown))
