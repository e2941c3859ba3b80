"""Too few: what analysis says instead of a number that would say nothing."""

from dataclasses import dataclass
from enum import StrEnum

LEAST = 5
"""Fewer answers than this could be told apart, and hardly tell anything."""


class Of(StrEnum):
    """What there is too little of."""

    ANSWERS = "answers"
    """In all."""
    GROUP = "group"
    """In every group but one: there is nothing to compare it with."""


@dataclass(frozen=True)
class TooFew:
    """There were `n` answers where it takes `needed`."""

    n: int
    needed: int
    of: Of = Of.ANSWERS
