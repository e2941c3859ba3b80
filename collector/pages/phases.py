"""What pages say of a challenge's phases: where it stands, and why a form can't be sent now.

Pages stand until the challenge next turns, so that all of this is asked of the moment it last did.
"""

from dataclasses import dataclass
from datetime import datetime

from collector.brief import Act, Brief, DatedPhase, Form, Phase, Showing, refusal
from collector.published import PublishedData, results_shown


@dataclass(frozen=True)
class Step:
    """The dated phase that a challenge is in; between two the next one, which `begins` later."""

    name: str
    begins: datetime | None
    ends: datetime


@dataclass(frozen=True)
class Row:
    """One dated phase in the list of all; its acts in their usual order."""

    phase: DatedPhase
    acts: tuple[Act, ...]
    now: bool


@dataclass(frozen=True)
class NotOpen:
    """Why a form stands on no page now, as a reason, and when that changes or did."""

    reason: str
    opens: datetime | None
    closes: datetime | None


def step_of(data: PublishedData) -> Step | None:
    """None without dated phases, before the first and after the last."""
    if data.phase is not Phase.OPEN:
        return None
    at = data.stands_at
    ahead = next((each for each in data.phases if at < each.closes), None)
    if ahead is None:
        return None
    return Step(ahead.name, ahead.opens if at < ahead.opens else None, ahead.closes)


def rows(data: PublishedData) -> list[Row]:
    """All dated phases, in order."""
    at = data.stands_at
    return [
        Row(each, tuple(act for act in Act if act in each.acts), each.opens <= at < each.closes)
        for each in data.phases
    ]


def not_open(brief: Brief, form: Form, data: PublishedData) -> NotOpen | None:
    """None while the form can be sent. A challenge of one phase is spoken of as a whole."""
    if not brief.phases:
        whole = {Phase.UPCOMING: "site-not-yet", Phase.CLOSED: "site-over"}
        reason = whole.get(data.phase)
        return NotOpen(reason, brief.opens, brief.closes) if reason else None
    standing = brief.standing(form.act, data.stands_at)
    if standing.allowed:
        return None
    return NotOpen(refusal(form.act, standing), standing.opens, standing.closes)


def shown_from(brief: Brief, showing: Showing, data: PublishedData) -> datetime | None:
    """When a phase, or the end, will show what the phase that is on does not; None if it does."""
    at = data.stands_at
    if data.phase is not Phase.OPEN or brief.shows(showing, at):
        return None
    return next(each for each in brief.turns if at < each and brief.shows(showing, each))


def results_from(brief: Brief, data: PublishedData) -> dict[str, datetime]:
    """From when results will stand on the page that do not now, by form's name."""
    ahead = [each for each in brief.turns if data.stands_at < each]
    found: dict[str, datetime] = {}
    for form in brief.forms:
        first = next((each for each in ahead if results_shown(brief, form, each)), None)
        if first and form.name not in data.results:
            found[form.name] = first
    return found
