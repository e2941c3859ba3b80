"""A task: one line of what waits for somebody at the desk, with the way to where it is done."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from math import ceil


@dataclass(frozen=True)
class Task:
    """What is to be done. `since` is when it began to wait; None where nobody knows.

    The sentence `week-<reason>` says it, with `facts`; `seconds` is how long it takes about.
    """

    reason: str
    way: str
    seconds: int
    since: datetime | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    late: bool = False

    @property
    def minutes(self) -> int:
        """As people say it: never less than one."""
        return minutes(self.seconds)


def minutes(seconds: int) -> int:
    """Whole minutes, the last one begun."""
    return max(1, ceil(seconds / 60))


def oldest_first(tasks: Iterable[Task]) -> Sequence[Task]:
    """Trouble of unknown age comes before everything."""
    return sorted(tasks, key=lambda each: each.since.timestamp() if each.since else 0.0)
