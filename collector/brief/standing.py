"""When something is allowed: stretches of time, and how a moment stands to them."""

from collections.abc import Iterable
from datetime import datetime
from typing import TypeAlias

from collector.brief.rules import Standing

Stretch: TypeAlias = tuple[datetime | None, datetime | None]
"""`start ≤ now < end`, both aware times; None: without a start or an end."""


def cut(stretches: Iterable[Stretch], closes: datetime | None) -> tuple[Stretch, ...]:
    """The stretches up to `closes`; those that touch are one."""
    found: list[Stretch] = []
    for start, end in stretches:
        ends = min((each for each in (end, closes) if each), default=None)
        if start and ends and ends <= start:
            continue
        touches = found and start is not None and found[-1][1] == start
        found.append((found.pop()[0] if touches else start, ends))
    return tuple(found)


def stand(stretches: Iterable[Stretch], now: datetime) -> Standing:
    """Whether `now` lies within one, and if not what comes next or was last."""
    last: datetime | None = None
    for start, end in stretches:
        if start is not None and now < start:
            return Standing(False, opens=start, closes=last)
        if end is None or now < end:
            return Standing(True, closes=end)
        last = end
    return Standing(False, closes=last)
