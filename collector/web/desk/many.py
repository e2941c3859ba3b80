"""Deciding on all that a list holds, however many pages it has, and taking that back."""

from dataclasses import dataclass
from itertools import islice

from flask import redirect, request
from werkzeug.wrappers import Response as AnyResponse

from collector.acts import many
from collector.acts.many import Done
from collector.entries import Reason, State
from collector.errors import Refused, Unknown
from collector.moderation import Move
from collector.store import reads
from collector.web.context import Context, current
from collector.web.desk import door
from collector.web.desk.door import Access
from collector.web.desk.page import KEYS
from collector.web.desk.sifted import Sifted
from collector.web.desk.wanted import Wanted


@dataclass(frozen=True)
class Many:
    """What was just done to many: the move, to how many, and how many were passed over."""

    move: str
    count: int
    passed: int
    batch: str

    @property
    def can_be_undone(self) -> bool:
        return self.move in KEYS


def decide_all(move: Move, reason: Reason) -> AnyResponse:
    """Move all that the form says the list held when it was looked at."""
    context, form = current(), request.form
    now, where = context.clock(), door.where(Access.DESK)
    slug, state = form.get("of", ""), _state()
    if slug:
        door.ensure(Access.DESK, slug)
    wanted = Wanted.of_query(form.get("which", ""))
    sifted = Sifted(context, state, slug or where, wanted, now)
    refs = sifted.refs(form.get("until", ""))
    if not refs:
        raise Refused("nothing-chosen")
    by = door.me().account.name
    return _told(many.decide(context.store, move, refs, state, by, now, reason=reason))


def undo_all(batch: str) -> AnyResponse:
    """Take back what was decided under this name. Raises Unknown where nothing was."""
    context = current()
    decisions = list(reads.batch(context.store, batch))
    if not decisions:
        raise Unknown("no-batch")
    for challenge in {each.challenge for each in decisions}:
        door.ensure(Access.DESK, challenge)
    by, refs = door.me().account.name, [each.about for each in decisions]
    return _told(many.undo(context.store, batch, refs, by, context.clock()))


def notice_of_many(context: Context) -> Many | None:
    """What the page's address says was just done to many, if the log says so too."""
    name, passed = request.args.get("batch", ""), request.args.get("passed", "")
    first = next(islice(reads.batch(context.store, name), 1), None)
    if first is None or first.by != door.me().account.name:
        return None
    left = int(passed) if passed.isdecimal() and len(passed) < 9 else 0
    return Many(first.move, reads.size_of_batch(context.store, name), left, name)


def _told(done: Done) -> AnyResponse:
    told = {"batch": [done.batch], "passed": [str(done.passed)] * bool(done.passed)}
    page = door.way_back(request.form.get("back", ""), "queue", **told)
    return redirect(f"{page}#queue", 303)


def _state() -> State:
    try:
        return State(request.form.get("state", State.WAITING))
    except ValueError:
        raise Refused("desk-choice") from None
