"""Which challenge an idea belongs to: that never changes, so a worker looks it up once."""

from collector.store import Store, reads

HELD = 30_000
"""Ideas that a worker knows; beyond that it begins anew."""


class Homes:
    """By an idea's public name, its challenge. What is not there is looked up again each time."""

    def __init__(self) -> None:
        self._held: dict[str, str] = {}

    def of(self, store: Store, ref: str) -> str | None:
        """The challenge's slug; None where there is no such idea."""
        known = self._held.get(ref)
        if known is None and (idea := reads.idea(store, ref)):
            if len(self._held) >= HELD:
                self._held = {}
            known = self._held[ref] = idea.challenge
        return known
