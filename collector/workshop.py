"""A workshop's rules: what may be done in which step, its timer, its wall and its dots.

            gather   write   reveal   cluster   vote   result
write         -        x        x         x       -       -
wall          -        -        x         x       x       x
dots          -        -        -         -       x       -
counts        -        -        -         -       -       x

Until the reveal nobody sees what others wrote. From then on the wall shows it, but for what was
hidden or taken back; ideas that are late join it there, until the vote begins. While it is paused
nothing is written and no dot moves.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from collector.entries import Idea, Seat, State, Step, Workshop
from collector.errors import Closed, Conflict
from collector.moderation import standing

STEPS = tuple(Step)
WRITING = frozenset({Step.WRITE, Step.REVEAL, Step.CLUSTER})
REVEALED = frozenset({Step.REVEAL, Step.CLUSTER, Step.VOTE, Step.RESULT})
PLAN: Mapping[Step, int] = {Step.WRITE: 10, Step.REVEAL: 10, Step.CLUSTER: 10, Step.VOTE: 5}
"""Minutes, unless whoever opens it plans otherwise."""
LASTS = timedelta(hours=12)
"""A workshop that began and that nobody ended is over by then."""
LONGEST_TIMER = 180
"""Minutes."""
HIDDEN = frozenset({State.REJECTED, State.SPAM, State.WITHDRAWN, State.ERASED, State.UNFINISHED})


@dataclass(frozen=True)
class Pinned:
    """An idea on the wall, with those that were merged into it there."""

    idea: Idea
    heading: str
    merged: tuple[Idea, ...] = ()
    dots: int = 0


def is_over(workshop: Workshop, now: datetime) -> bool:
    """Whether it was ended, or began so long ago that it ended by itself."""
    began = workshop.began
    return workshop.ended is not None or (began is not None and now >= began + LASTS)


def ensure_on(workshop: Workshop, now: datetime) -> None:
    """Raises Closed if it is over or pauses."""
    if is_over(workshop, now):
        raise Closed("workshop-over")
    if workshop.paused:
        raise Closed("workshop-paused")


def ensure_writing(workshop: Workshop, now: datetime) -> None:
    """Raises Closed unless ideas are written now."""
    ensure_on(workshop, now)
    if workshop.step not in WRITING:
        early = STEPS.index(workshop.step) < STEPS.index(Step.WRITE)
        raise Closed("workshop-too-early" if early else "workshop-written")


def ensure_voting(workshop: Workshop, now: datetime) -> None:
    """Raises Closed unless dots are given now."""
    ensure_on(workshop, now)
    if workshop.step is not Step.VOTE:
        raise Closed("workshop-no-vote")


def moved(workshop: Workshop, by: int, now: datetime) -> Workshop:
    """One step on or back; the timer is set back. Raises Conflict where there is none."""
    place = STEPS.index(workshop.step) + by
    if not 0 <= place < len(STEPS):
        raise Conflict("workshop-no-step")
    began = workshop.began or (now if place else None)
    return replace(workshop, step=STEPS[place], until=None, left=0, began=began)


def started(workshop: Workshop, minutes: int, now: datetime) -> Workshop:
    """The timer runs for so many minutes. Raises Conflict for too few or too many."""
    if not 1 <= minutes <= LONGEST_TIMER:
        raise Conflict("workshop-minutes", most=LONGEST_TIMER)
    until = now.replace(microsecond=0) + timedelta(minutes=minutes)
    return replace(workshop, until=until, left=0)


def stopped(workshop: Workshop, now: datetime) -> Workshop:
    """The timer stands still; one that is over is put away."""
    left = remaining(workshop, now)
    return replace(workshop, until=None, left=left)


def resumed(workshop: Workshop, now: datetime) -> Workshop:
    """A timer that stood still runs on."""
    if not workshop.left:
        return workshop
    until = now.replace(microsecond=0) + timedelta(seconds=workshop.left)
    return replace(workshop, until=until, left=0)


def remaining(workshop: Workshop, now: datetime) -> int:
    """Whole seconds left on the timer, running or not."""
    if workshop.until is None:
        return workshop.left
    return max(0, round((workshop.until - now).total_seconds()))


def paused(workshop: Workshop, now: datetime) -> Workshop:
    """A break: the timer stops too."""
    return replace(stopped(workshop, now), paused=True)


def continued(workshop: Workshop, now: datetime) -> Workshop:
    """The break is over; the timer runs on."""
    return replace(resumed(workshop, now), paused=False)


def ended(workshop: Workshop, now: datetime) -> Workshop:
    """It is over for good: its code opens nothing any more."""
    return replace(workshop, ended=now.replace(microsecond=0), until=None, left=0, paused=False)


def heading_of(workshop: Workshop, idea: Idea) -> str:
    """The heading that the idea is under; empty for none."""
    filed = {each.casefold() for each in idea.tags}
    return next((each for each in workshop.headings if each.casefold() in filed), "")


def on_wall(ideas: Iterable[Idea]) -> list[Idea]:
    """Those that the room may see from the reveal on."""
    return [each for each in ideas if each.state not in HIDDEN]


def stands(ideas: Iterable[Idea]) -> dict[str, str]:
    """By each idea on the wall, the one that it stands at: itself, unless it was merged there."""
    leads = {each.ref: each.merged for each in on_wall(ideas)}
    return {ref: standing(ref, leads) for ref in leads}


def wall(workshop: Workshop, ideas: Sequence[Idea], seats: Iterable[Seat] = ()) -> list[Pinned]:
    """What stands there, in the order in which it was written; dots counted if seats are given."""
    at = stands(ideas)
    counted = dots_on(at, seats)
    there: dict[str, list[Idea]] = {}
    for each in on_wall(ideas):
        there.setdefault(at[each.ref], []).append(each)
    return [
        Pinned(
            each,
            heading_of(workshop, each),
            tuple(other for other in there[each.ref] if other is not each),
            counted[each.ref],
        )
        for each in on_wall(ideas)
        if at[each.ref] == each.ref
    ]


def dots_on(at: Mapping[str, str], seats: Iterable[Seat]) -> Counter[str]:
    """How many dots each idea has; those on what is not on the wall any more count nowhere."""
    return Counter(at[ref] for seat in seats for ref in seat.dots if ref in at)


def placed(
    dots: Sequence[str], at: Mapping[str, str], ref: str, count: int, most: int
) -> tuple[str, ...]:
    """One participant's dots with so many on the idea `ref`, in place of those that lay there.

    Dots on what has left the wall come back. Raises Conflict for an idea that is not on it or
    more dots than there are.
    """
    if at.get(ref) != ref:
        raise Conflict("workshop-idea-gone")
    others = [at[each] for each in dots if each in at and at[each] != ref]
    if count < 0 or len(others) + count > most:
        raise Conflict("workshop-dots-gone", most=most)
    return (*others, *([ref] * count))
