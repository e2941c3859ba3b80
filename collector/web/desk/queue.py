"""Lists of entries: the queue of what waits, and a challenge's entries by their state."""

from flask import Response, request

from collector.entries import Idea, Reason, State
from collector.entries import Response as Answered
from collector.errors import Unknown
from collector.store import reads
from collector.web.context import Context, current
from collector.web.desk.cards import brief_of, cards
from collector.web.desk.decide import MOST, notice
from collector.web.desk.page import page


def queue() -> Response:
    """Everything that waits, the oldest first."""
    context = current()
    return _list(context, "Waiting", reads.waiting(context.store), State.WAITING)


def entries(slug: str, state: str) -> Response:
    """A challenge's entries in one state, the oldest first. Raises Unknown."""
    context, wanted = current(), State(state)
    found: list[Idea | Answered] = [
        *reads.ideas(context.store, slug, wanted),
        *reads.responses(context.store, slug, wanted),
    ]
    brief = brief_of(context, slug)
    if brief is None and not found:
        raise Unknown("no-challenge", challenge=slug)
    found.sort(key=lambda each: each.received)
    return _list(context, f"{state.capitalize()}: {brief.title if brief else slug}", found, wanted)


def _list(context: Context, title: str, found: list[Idea | Answered], state: State) -> Response:
    start = _start(len(found))
    return page(
        "queue",
        title,
        cards=cards(context, found[start : start + MOST]),
        state=state,
        following=start + MOST if start + MOST < len(found) else None,
        count=len(found),
        back=request.path,
        notice=notice(context),
        reasons=[each for each in Reason if each],
    )


def _start(count: int) -> int:
    """Where the page begins that the address asks for; the first where it asks for none."""
    asked = request.args.get("from", "")
    return min(int(asked), count) if asked.isdecimal() and len(asked) < 9 else 0
