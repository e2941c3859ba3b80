"""The address of a database: as the driver wants it, and as messages may name it."""

from typing import Any

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.exc import ArgumentError

from collector.errors import SettingsError

DEFAULTS = {
    "application_name": "ideagarden",
    "connect_timeout": 5,
    "keepalives_idle": 30,
    "tcp_user_timeout": 15_000,
}
"""A server that can't be heard is given up: seconds, at last milliseconds. A URL may differ."""


class Address:
    """What `postgresql+psycopg://user:password@host/database?…` says. Raises SettingsError."""

    def __init__(self, url: str) -> None:
        dialect: Any = PGDialect_psycopg  # it has no types
        try:
            parsed = sql.make_url(url)
            _, asked = dialect().create_connect_args(parsed)
        except (ArgumentError, ValueError):
            raise SettingsError("store-address") from None  # it would tell the password
        if "@" in (parsed.host or ""):  # the rest of a password
            raise SettingsError("store-address")
        secrets = [each for each in parsed.query if "password" in each.lower()]
        self.asked: dict[str, Any] = {**DEFAULTS, **asked, "client_encoding": "UTF8"}
        self.shown = str(parsed._replace(password=None).difference_update_query(secrets))
        """Without passwords."""
