"""A page of the desk: the site's frame, the desk's own menu, and what every template may use."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from flask import Response

from collector import moderation
from collector.entries import State
from collector.errors import Invalid, Refused, Unavailable
from collector.moderation import Move
from collector.web import errors
from collector.web.context import current
from collector.web.desk import door
from collector.web.desk.menu import MENU, Item
from collector.web.frame import local, render
from collector.words import moment, say

KEYS: Mapping[Move, str] = {
    Move.APPROVE: "a",
    Move.REJECT: "r",
    Move.SPAM: "s",
    Move.REOPEN: "w",
}
"""What is done at the desk, each with the key for it; withdrawing is the author's."""


def page(name: str, title: str, status: int = 200, /, **values: object) -> Response:
    """The page that `templates/desk/<name>.html` makes."""
    return render(f"desk/{name}.html", title, status, **values)


def problems(error: Invalid) -> dict[str, str]:
    """What is wrong, by field, in words."""
    return {name: errors.sentence(each.reason, each.facts) for name, each in error.problems.items()}


def refused(error: Refused) -> Response:
    """What is shown where a rule was in the way; from here one can go on."""
    status = errors.status_of(error)
    response = page("refused", say("desk-refused"), status, message=errors.message(error))
    return errors.retry_later(response, error)


def in_every_page() -> dict[str, Any]:
    """What every template of the desk may use."""
    return {
        "token": door.token,
        "log_in": door.someone(),
        "assets": _assets(),
        "menu": menu,
        "when": when,
        "words": say,
        "offered": offered,
        "problems": {},
    }


def when(time: datetime) -> str:
    """A time in the garden's zone, as people say it."""
    return moment(local(time))


def menu() -> list[Item]:
    """The pages that whoever is logged in may open."""
    return [each for each in MENU if door.may(each.access)]


def offered(state: State) -> list[tuple[Move, str]]:
    """What may be done with an entry in this state at the desk, each with its key."""
    return [(move, KEYS[move]) for move in moderation.MOVES[state] if move in KEYS]


def _assets() -> Mapping[str, str]:
    """The addresses of the theme's files; none before the first build."""
    try:
        return current().live().assets
    except Unavailable:
        return {}
