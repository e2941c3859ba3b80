"""A trial: a poll that tells half of the people one thing and half another, and compares.

Trial ── variants, each with its words ── goal: which answers to the first question are counted
"""

from dataclasses import dataclass

MOST_VARIANTS = 4
DETECT = 0.1
"""Ten percentage points: the difference to be seen where the brief names none."""


@dataclass(frozen=True)
class Variant:
    """What some of the people read above the questions; `text` is Markdown.

    Only the owner, and whoever reads the result, sees its `label`.
    """

    code: str
    label: str
    text: str


@dataclass(frozen=True)
class Trial:
    """How a poll is split. The first variant is what the others are compared with."""

    variants: tuple[Variant, ...]
    question: str
    """The id of the first question, a choice."""
    goal: tuple[str, ...]
    """The codes that count; of a single box to tick none: ticked counts."""
    detect: float = DETECT
    """The difference between two shares, from 0 to 1, that is to be seen."""
    base: float | None = None
    """The share that is expected of the first variant; None: whatever asks for most people."""

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(variant.code for variant in self.variants)

    @property
    def expected(self) -> tuple[float, float]:
        """The two shares that are to be told apart; without a base those around a half."""
        if self.base is None:
            return 0.5 - self.detect / 2, 0.5 + self.detect / 2
        upward = self.base + self.detect < 1
        return self.base, self.base + self.detect if upward else self.base - self.detect
