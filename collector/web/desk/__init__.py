"""The desk: the owners' and moderators' pages, behind a log-in."""

from flask import Blueprint, request

from collector.errors import Refused
from collector.web.desk.door import Door
from collector.web.desk.page import in_every_page, refused
from collector.web.desk.routes import ROUTES


def blueprint() -> Blueprint:
    """Every address under /desk, each behind the door that asks who may come."""
    desk = Blueprint("desk", __name__, url_prefix="/desk")
    door = Door(
        {f"desk.{route.name}": route.access for route in ROUTES},
        {f"desk.{route.name}" for route in ROUTES if route.narrows},
    )
    for route in ROUTES:
        desk.add_url_rule(route.path, route.name, route.view, methods=[route.method])
    rooms = {f"desk.{route.name}": route.room for route in ROUTES if route.room}
    desk.before_request(lambda: _make_room(rooms.get(request.endpoint or "", 0)))
    desk.before_request(door.let_in)
    desk.after_request(door.close)
    desk.context_processor(in_every_page)
    desk.register_error_handler(Refused, refused)
    return desk


def _make_room(size: int) -> None:
    """Let this request bring so much; it is read only behind the door."""
    if size:
        request.max_content_length = request.max_form_memory_size = size
