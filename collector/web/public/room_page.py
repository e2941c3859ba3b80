"""What a participant sees of a workshop: the step, what they wrote, and what stands on the wall."""

from dataclasses import dataclass

from flask import Response, render_template, request

from collector import workshop as rules
from collector.entries import Step
from collector.errors import Invalid
from collector.store import workshops
from collector.web import errors
from collector.web.frame import render
from collector.web.public.room import Fault, Room
from collector.web.public.room_form import drawn_form
from collector.web.public.wall import title_of, wall
from collector.words import say

SAID = ("kept", "waits", "unsent", "lost", "minutes", "over", "again")
"""What the script says, by name."""


@dataclass(frozen=True)
class Own:
    """One idea of the participant's own."""

    title: str
    hidden: bool
    receipt: str


def script_words(*names: str) -> dict[str, str]:
    """The script's sentences; their blanks stay, for the script to fill."""
    blanks = {name: f"{{{name}}}" for name in ("count", "minutes")}
    return {name: say(f"workshop-script-{name}", blanks) for name in names}


def page(room: Room, fault: Fault | None = None) -> Response:
    """The room in the site's frame; to whoever has no seat, the way in."""
    name = "workshop" if room.is_inside else "workshop_join"
    response = render(
        f"public/{name}.html",
        room.brief.title,
        errors.status_of(fault.error) if fault else 200,
        room=room,
        workshop=room.workshop,
        brief=room.brief,
        code=room.code,
        table=request.args.get("table", ""),
        without_cookies="in" in request.args,
        inside=inside(room, fault, drawn=True) if room.is_inside else "",
        message=errors.message(fault.error) if fault else "",
        assets=room.context.live().assets,
        script_words=script_words(*SAID),
    )
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def inside(room: Room, fault: Fault | None = None, *, drawn: bool = False) -> str:
    """What changes while it goes on. Without `drawn` the form has no number of its own: a script
    gives it one, and the answer stays the same as long as nothing happens.
    """
    workshop, writing = room.workshop, fault is not None and fault.writing
    may_write = workshop.step in rules.WRITING and not room.is_over and room.seat is not None
    return render_template(
        "public/workshop_room.html",
        room=room,
        workshop=workshop,
        steps=rules.STEPS,
        place=rules.STEPS.index(workshop.step),
        over=room.is_over,
        until=workshop.until,
        left=workshop.left,
        form=drawn_form(room, fault if writing else None, numbered=drawn)
        if writing or may_write
        else "",
        late=workshop.step is not Step.WRITE,
        kept=drawn and "kept" in request.args and not fault,
        message=_message(fault),
        own=_own(room),
        **wall(room),
    )


def _message(fault: Fault | None) -> str:
    """What is wrong, unless the form itself says it."""
    if fault is None or (isinstance(fault.error, Invalid) and fault.writing):
        return ""
    return errors.message(fault.error)


def _own(room: Room) -> list[Own]:
    """What this seat wrote, the newest first."""
    if room.seat is None:
        return []
    written = workshops.written(room.context.store, room.workshop.ref)
    mine = {each.idea: each.submission for each in written if each.who == room.seat.who}
    return [
        Own(title_of(each), each.state in rules.HIDDEN, room.receipt(mine[each.ref]))
        for each in reversed(room.ideas)
        if each.ref in mine
    ]
