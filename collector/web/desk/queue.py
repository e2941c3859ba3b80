"""Lists of entries: the queue of what waits, and a challenge's entries by their state."""

from collections.abc import Sequence
from itertools import islice

from flask import Response, request
from markupsafe import Markup

from collector.entries import KINDS, Entry, Idea, Progress, Reason, State
from collector.errors import Unknown
from collector.store import reads
from collector.store.reads import Challenges
from collector.web.context import Context, current
from collector.web.desk import door
from collector.web.desk.cards import JUDGED, brief_of, cards, is_seen
from collector.web.desk.decide import MOST, notice
from collector.web.desk.door import Access
from collector.web.desk.page import page
from collector.web.desk.talk import subject
from collector.words import say


def queue() -> Response:
    """Everything that waits, the oldest first."""
    return _list(say("desk-menu-queue"), State.WAITING, door.where(Access.VIEWER))


def entries(slug: str, state: str) -> Response:
    """A challenge's entries in one state, the oldest first; what is approved, for jurors.

    Raises Unknown.
    """
    context = current()
    if state != State.APPROVED:
        door.ensure(Access.VIEWER, slug)
    brief = brief_of(context, slug)
    if brief is None and not reads.number(context.store, State(state), challenge=slug):
        raise Unknown("no-challenge", challenge=slug)
    title = say(f"desk-entries-{state}", {"title": brief.title if brief else slug})
    return _list(title, State(state), slug)


def _list(title: str, state: State, challenge: Challenges) -> Response:
    """One page of the entries, from the place that the address asks for."""
    context, after = current(), request.args.get("after", "")
    kept = reads.entries(context.store, state, challenge=challenge, after=after)
    found = (each for each in kept if is_seen(each))
    shown = list(islice(found, MOST))
    return page(
        "queue",
        title,
        cards=cards(context, shown),
        subjects={each.ref: about for each in shown if (about := subject(context, each))},
        state=state,
        following=reads.place(shown, after) if any(found) else None,
        count=_count(context, state, challenge),
        back=request.path,
        notice=notice(context),
        steps=_steps(state, shown),
        reasons=[each for each in Reason if each],
        keys={key: Markup("<kbd>{}</kbd>").format(key) for key in "jkarswxu"},
    )


def _count(context: Context, state: State, challenge: Challenges) -> int:
    """Of one challenge a juror counts what is to be judged only."""
    judge = isinstance(challenge, str) and not door.may(Access.VIEWER, challenge)
    kinds = JUDGED if judge else KINDS
    return reads.number(context.store, state, challenge=challenge, kinds=kinds)


def _steps(state: State, shown: Sequence[Entry]) -> list[Progress]:
    """What may become of the ideas on a page of those that are shown."""
    ideas = (each for each in shown if isinstance(each, Idea))
    any_ = state is State.APPROVED and any(door.may(Access.DESK, each.challenge) for each in ideas)
    return list(Progress) if any_ else []
