"""Deciding: what was chosen on a page is moved or moved back, then the page tells so."""

from dataclasses import dataclass

from flask import redirect, request
from werkzeug.wrappers import Response as AnyResponse

from collector.acts import desk
from collector.acts.uphold import uphold
from collector.entries import MODERATING, Decision, Reason, is_reference
from collector.errors import Refused
from collector.moderation import BENEFIT, MERGE, PICKS, PROGRESS, Move
from collector.store import reads
from collector.web.context import Context, current
from collector.web.desk import door
from collector.web.desk.cards import Card, cards
from collector.web.desk.door import Access
from collector.web.desk.many import decide_all, undo_all
from collector.web.desk.page import KEYS

UPHOLD = "uphold"
"""What is done upon a report that is right."""
ALL = "all"
PAGE = "page"
"""What is decided on, beside what is ticked: all of the list, or of the page."""
MOST = 50
"""Entries on one page, and in one decision."""


def decide() -> AnyResponse:
    """Move what was chosen: `do` is a move, or a move and the one entry it is for.

    Without one, `scope` says which: those that are ticked, or all that the list holds.
    """
    context = current()
    name, _, one = request.form.get("do", "").partition(":")
    if name == UPHOLD:
        return _uphold(context, one)
    move = _move(name)
    if not one and request.form.get("scope") == ALL:
        return decide_all(move, _reason())
    refs = [one] if one else chosen()
    door.ensure_about(Access.DESK, refs)
    desk.decide(
        context.store,
        move,
        refs,
        door.me().account.name,
        context.clock(),
        reason=_reason(),
        seen=seen(),
    )
    return back_to(refs)


def _uphold(context: Context, report: str) -> AnyResponse:
    """What the report is about goes from the page, and the report is dealt with."""
    door.ensure_about(Access.DESK, [report])
    by, now = door.me().account.name, context.clock()
    taken, *_ = uphold(context.store, report, by, now, seen=seen())
    return back_to([taken.about])


def undo() -> AnyResponse:
    """Take the last move of what was chosen back, or all that was done under one name."""
    if batch := request.form.get("batch", ""):
        return undo_all(batch)
    context, refs = current(), chosen()
    door.ensure_about(Access.DESK, refs)
    desk.undo(context.store, refs, door.me().account.name, context.clock(), seen=seen())
    return back_to(refs)


@dataclass(frozen=True)
class Notice:
    """What was just done, and to what."""

    decision: Decision
    cards: list[Card]

    @property
    def can_be_undone(self) -> bool:
        return self.decision.move in {*KEYS, BENEFIT, MERGE, PROGRESS, *PICKS}


def notice(context: Context) -> Notice | None:
    """What the page's address says was just done, if the log says so too."""
    refs = request.args.getlist("done")[:MOST]
    found = [each for ref in refs if (each := reads.entry(context.store, ref))]
    entries = [each for each in found if door.may(Access.DESK, each.challenge)]
    logs = [reads.decisions(context.store, about=each.ref) for each in entries]
    last = [log[-1] for log in logs if log]
    mine = last and {(last[0].move, door.me().account.name)}
    if not mine or {(each.move, each.by) for each in last} != mine or len(last) != len(entries):
        return None
    return Notice(last[0], cards(context, entries))


def back_to(refs: list[str]) -> AnyResponse:
    """The page that asked, which then tells what was done to these. The focus goes to the entry
    that a script has named, as the next one to be read.
    """
    page = door.way_back(request.form.get("back", ""), "queue", done=refs)
    onward = request.form.get("onward", "")
    return redirect(f"{page}#{onward if is_reference(onward) else 'queue'}", 303)


def chosen() -> list[str]:
    """The entries that are ticked, or all of the page. Raises Refused for none, or too many."""
    refs = list(seen()) if request.form.get("scope") == PAGE else request.form.getlist("ref")
    if not refs:
        raise Refused("nothing-chosen")
    if len(refs) > MOST:
        raise Refused("too-many-chosen", most=MOST)
    return refs


def _move(name: str) -> Move:
    found = next((each for each in KEYS if each == name), None)
    if found is None:
        raise Refused("desk-choice")
    return found


def _reason() -> Reason:
    """Why an entry is moved; ideas are picked out for other reasons."""
    written = request.form.get("reason", "")
    found = next((each for each in ("", *MODERATING) if each == written), None)
    if found is None:
        raise Refused("desk-choice")
    return Reason(found)


def seen() -> dict[str, int]:
    """The revisions that stood on the page, by entry, from fields as `k3…:2`."""
    pairs = (each.partition(":") for each in request.form.getlist("seen"))
    return {
        ref: int(revision)
        for ref, _, revision in pairs
        if revision.isdecimal() and len(revision) < 9
    }
