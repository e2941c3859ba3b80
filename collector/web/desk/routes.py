"""Every address of the desk, the view behind it, and who may come."""

from collections.abc import Callable
from dataclasses import dataclass

from werkzeug.wrappers import Response

from collector.entries import State
from collector.web.desk import (
    accounts,
    challenges,
    decide,
    download,
    entry,
    log_in,
    poster,
    queue,
    slips,
)
from collector.web.desk.door import Access

ANYONE, DESK, OWNER = Access.ANYONE, Access.DESK, Access.OWNER

STATE = f"<any({', '.join(State)}):state>"
"""A part of an address that is a state; any other is not found."""

FORMAT = f"<any({', '.join(download.FORMATS)}):suffix>"


@dataclass(frozen=True)
class Route:
    """One address. The endpoint is the view's name."""

    method: str
    path: str
    view: Callable[..., Response]
    access: Access

    @property
    def name(self) -> str:
        return self.view.__name__


ROUTES = (
    Route("GET", "/", queue.queue, DESK),
    Route("POST", "/decide", decide.decide, DESK),
    Route("POST", "/undo", decide.undo, DESK),
    Route("GET", "/entries/<ref>", entry.entry, DESK),
    Route("POST", "/entries/<ref>/reply", entry.reply, DESK),
    Route("POST", "/entries/<ref>/unreply", entry.unreply, DESK),
    Route("POST", "/entries/<ref>/erase", entry.erase, OWNER),
    Route("GET", "/files/<ref>", entry.file, DESK),
    Route("GET", "/challenges/", challenges.challenges, DESK),
    Route("GET", "/challenges/<slug>/", challenges.challenge, DESK),
    Route("GET", f"/challenges/<slug>/{STATE}/", queue.entries, DESK),
    Route("GET", "/challenges/<slug>/poster", poster.poster, DESK),
    Route("GET", "/challenges/<slug>/slips", slips.slips, DESK),
    Route("GET", f"/challenges/<slug>/download.{FORMAT}", download.download, OWNER),
    Route("POST", "/challenges/<slug>/close", challenges.close_challenge, OWNER),
    Route("GET", "/accounts/", accounts.accounts, OWNER),
    Route("POST", "/accounts/add", accounts.add_account, OWNER),
    Route("POST", "/accounts/reset", accounts.reset_account, OWNER),
    Route("POST", "/accounts/remove", accounts.remove_account, OWNER),
    Route("GET", "/password", log_in.password_page, DESK),
    Route("POST", "/password", log_in.change_password, DESK),
    Route("POST", "/log-out", log_in.log_out, DESK),
    Route("GET", "/log-in", log_in.log_in_page, ANYONE),
    Route("POST", "/log-in", log_in.log_in, ANYONE),
    Route("GET", "/welcome", log_in.welcome_page, ANYONE),
    Route("POST", "/welcome", log_in.welcome, ANYONE),
)
