"""A page of the desk: the site's frame, the desk's own menu, and what every template may use."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from flask import Response

from collector import moderation
from collector.entries import State
from collector.errors import Invalid, Refused, Unavailable
from collector.moderation import Move
from collector.screening import Hit, quoted
from collector.web import errors
from collector.web.context import current
from collector.web.desk import door
from collector.web.desk.door import Access
from collector.web.desk.menu import MENU, Item
from collector.web.frame import local, render
from collector.words import day, moment, say

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
        "day_of": day_of,
        "words": say,
        "offered": offered,
        "may": may,
        "quoted_phrases": quoted_phrases,
        "problems": {},
    }


def when(time: datetime) -> str:
    """A time in the garden's zone, as people say it."""
    return moment(local(time))


def day_of(time: datetime) -> str:
    """Its day in the garden's zone."""
    return day(local(time))


def menu() -> list[Item]:
    """The pages that whoever is logged in may open, and that there is something on."""
    store = current().store
    return [
        each
        for each in MENU
        if door.opens(each.endpoint) and door.may_somewhere(each.least) and each.used(store)
    ]


def offered(state: State, challenge: str | None = None) -> list[tuple[Move, str]]:
    """What whoever asks may do with an entry in this state, each with its key."""
    if not door.may(Access.DESK, challenge) and not (
        challenge is None and door.may_somewhere(Access.DESK)
    ):
        return []
    return [(move, KEYS[move]) for move in moderation.MOVES[state] if move in KEYS]


def quoted_phrases(found: Iterable[Hit]) -> str:
    """What an entry mentions, as a sentence names it."""
    return quoted(each.phrase for each in found)


def may(access: str, challenge: str | None = None) -> bool:
    """For templates, which name an access in small letters: `may("owner", slug)`."""
    return door.may(Access[access.upper()], challenge)


def _assets() -> Mapping[str, str]:
    """The addresses of the theme's files; none before the first build."""
    try:
        return current().live().assets
    except Unavailable:
        return {}
