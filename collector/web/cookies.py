"""Cookies of ours: for no script and no other site."""

from datetime import timedelta

from flask import request
from werkzeug.wrappers import Response


def keep(
    response: Response,
    name: str,
    value: str,
    lasts: timedelta | None = None,
    *,
    path: str = "/collect",
) -> None:
    """Let the browser keep it and send it to this part of the site alone, until it is closed
    unless it `lasts`."""
    response.set_cookie(
        name,
        value,
        max_age=lasts,
        path=path,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure,
    )
