"""When something is allowed: stretches of time, how a moment stands to them, and why not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from collector.brief.rules import Act, Standing

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


@dataclass(frozen=True)
class Refusal:
    """Why an act is not allowed, as reasons: before, between two stretches, after, and never."""

    before: str
    between: str
    after: str
    never: str

    def of(self, standing: Standing) -> str:
        """The one that holds."""
        if standing.opens:
            return self.between if standing.closes else self.before
        return self.after if standing.closes else self.never


REFUSALS: Mapping[Act, Refusal] = {
    Act.SUBMIT: Refusal("submit-opens", "submit-reopens", "submit-ended", "submit-never"),
    Act.ANSWER: Refusal("answer-opens", "answer-reopens", "answer-ended", "answer-never"),
    Act.VOTE: Refusal("vote-opens", "vote-reopens", "vote-ended", "vote-never"),
    Act.COMMENT: Refusal("comment-opens", "comment-reopens", "comment-ended", "comment-never"),
}


def refusal(act: Act, standing: Standing) -> str:
    """The reason that says why the act is not allowed; its facts are `opens` and `closes`."""
    return REFUSALS[act].of(standing)
