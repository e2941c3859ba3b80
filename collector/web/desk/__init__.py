"""The desk: the owners' and moderators' pages, behind a log-in."""

from flask import Blueprint

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
    desk.before_request(door.let_in)
    desk.after_request(door.close)
    desk.context_processor(in_every_page)
    desk.register_error_handler(Refused, refused)
    return desk
