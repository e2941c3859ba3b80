"""A workshop as its participants reach it: a short address, on phones over a local network.

GET  /w/              where the code is typed; POST goes on with it
GET  /w/<code>        what the room does now; to whoever has no seat yet, the way in
POST /w/<code>        `_do`: join, write or dot
GET  /w/<code>/live   the same without the frame; a script asks again and again, by its ETag
"""

from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256

from flask import Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from collector.acts import seat as seats
from collector.entries import typed_code
from collector.errors import GardenError, Refused, Unknown
from collector.store import workshops
from collector.web import errors, guard
from collector.web.context import current
from collector.web.frame import render
from collector.web.public import room as rooms
from collector.web.public import room_form, room_page
from collector.web.public.arrival import read_form
from collector.web.public.room import Fault, Room
from collector.words import say, speak

FIELD = "code"
GUESSES = 60
"""Codes that are none, from one network within an hour."""
ACTS = 6_000
"""What one network may send within an hour: a room is one."""
NOW = "Ideagarden-Now"
"""The header with the collector's clock, in milliseconds since 1970: timers go by it."""


def type_in() -> Response:
    """Where the code is typed."""
    return _ask()


def typed() -> AnyResponse:
    """On to the workshop of the code."""
    guard.allow_asking()
    code = (read_form(request).get(FIELD) or [""])[-1]
    try:
        return redirect(f"/w/{_room(code).code}", 303)
    except Unknown as error:
        return _ask(errors.message(error), code, 404)


def look(code: str) -> Response:
    """The room, or the way in."""
    return room_page.page(_room(code))


def live(code: str) -> AnyResponse:
    """The room alone. Raises Forbidden for whoever has no seat."""
    room = _room(code)
    rooms.ensure_inside(room)
    response = Response(room_page.inside(room))
    response.set_etag(sha256(response.get_data()).hexdigest()[:32])
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers[NOW] = str(int(room.now.timestamp() * 1000))
    return response.make_conditional(request)


def act(code: str) -> AnyResponse:
    """What a participant does; faults lose nothing that was typed."""
    room = _room(code)
    sent = read_form(request)
    kit = {name: texts[-1] for name, texts in sent.items() if name.startswith("_")}
    do = ACTS_BY_NAME.get(kit.get("_do", ""))
    if do is None:
        raise Refused("bad-request")
    try:
        guard.allow_storing()
        context = room.context
        context.limits.take("workshop", request.remote_addr or "", ACTS, room.now)
        return do(room, kit, sent)
    except GardenError as error:
        raw = {name: texts for name, texts in sent.items() if not name.startswith("_")}
        response = room_page.page(room, Fault(error, raw, kit))
        return errors.retry_later(response, error)


def _join(room: Room, kit: Mapping[str, str], _: Mapping[str, Sequence[str]]) -> AnyResponse:
    """Take a seat, at the table that the card or the participant names."""
    table = int(kit["_table"]) if kit.get("_table", "").isdecimal() else 0
    key = room.key or rooms.new_key()
    seats.sit(room.context.store, room.sitting(key), table, room.now)
    response = redirect(f"/w/{room.code}?in=1", 303)
    rooms.remember(response, room, key)
    return response


def _write(room: Room, kit: Mapping[str, str], sent: Mapping[str, Sequence[str]]) -> AnyResponse:
    """Keep an idea."""
    rooms.ensure_inside(room)
    submission, number = room_form.submission(room, kit, sent)
    sitting = room.sitting(room.key)
    seats.write(room.context.store, sitting, submission, number, room.now)
    return redirect(f"/w/{room.code}?kept=1#write", 303)


def _dot(room: Room, kit: Mapping[str, str], _: Mapping[str, Sequence[str]]) -> AnyResponse:
    """Put dots on an idea, or take them off: `<ref>:<count>`."""
    rooms.ensure_inside(room)
    ref, _colon, count = kit.get("_dots", "").partition(":")
    if not count.isdecimal():
        raise Refused("bad-request")
    seats.place(room.context.store, room.sitting(room.key), ref, int(count[:4]), room.now)
    return redirect(f"/w/{room.code}#idea-{ref}", 303)


ACTS_BY_NAME: Mapping[
    str, Callable[[Room, Mapping[str, str], Mapping[str, Sequence[str]]], AnyResponse]
] = {"join": _join, "write": _write, "dot": _dot}


def _room(code: str) -> Room:
    """The workshop of this code. Raises Unknown, TooMany after too many codes that are none."""
    context = current()
    found = workshops.by_code(context.store, typed_code(code[:60]))
    if found is None:
        context.limits.take("workshop codes", request.remote_addr or "", GUESSES, context.clock())
        raise Unknown("workshop-unknown")
    room = rooms.enter(context, found)
    speak(room.brief.language)
    return room


def _ask(problem: str = "", code: str = "", status: int = 200) -> Response:
    return render(
        "public/workshop_code.html", say("workshop-title"), status, problem=problem, typed=code[:60]
    )
