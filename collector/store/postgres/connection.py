"""A connection to PostgreSQL: it begins nothing by itself, and is done for once it was cut off."""

import select
from collections.abc import Mapping
from typing import Any, Self, cast

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql.base import PGDialect

from collector.errors import Taken, Unavailable
from collector.store.postgres.address import Address
from collector.store.postgres.driver import psycopg
from collector.store.postgres.trouble import Collided, explained, told, unreached
from collector.store.statements import BEFORE_ALL, Statements

ConnStatus, TransactionStatus = psycopg.pq.ConnStatus, psycopg.pq.TransactionStatus

PAGE_BYTES = 1_000_000

DIALECT = cast("Any", PGDialect)(paramstyle="pyformat")

SESSION = """
SELECT
    set_config('lock_timeout', '10s', false),
    set_config('idle_in_transaction_session_timeout', '60s', false),
    set_config('default_transaction_isolation', 'read committed', false),
    set_config('jit', 'off', false),
    CASE current_setting('synchronous_commit')
        WHEN 'off' THEN set_config('synchronous_commit', 'on', false) END
"""
"""What is acknowledged is synced, and nobody waits for ever: not for a lock, not for the dead, and
not for a compiler of statements that take a millisecond.
"""

PAGE = """
SELECT id, doc FROM (
    SELECT id, doc, sum(octet_length(doc)) OVER (ORDER BY id) - octet_length(doc) AS before
    FROM ({statement} LIMIT {most}) AS page
) AS weighed WHERE before <= {bytes} ORDER BY id
"""

SET_NEXT = """
SELECT setval(sequence, %(id)s) FROM pg_get_serial_sequence(%(table)s, 'id') AS sequence
WHERE %(id)s > coalesce(pg_sequence_last_value(sequence::regclass), 0)
"""

TABLES = """
SELECT relname FROM pg_class
WHERE relnamespace = to_regnamespace(current_schema())
AND relkind IN ('r', 'p') AND relpersistence = 'p'
"""
"""The unlogged ones are no part of the store: limits are counted there."""

INDEXES = """
SELECT indexname FROM pg_indexes
WHERE schemaname = current_schema() AND tablename = %(table)s AND NOT EXISTS (
    SELECT 1 FROM pg_constraint
    WHERE conname = indexname AND connamespace = to_regnamespace(current_schema())
)
"""


class Connection:
    """One connection of the driver, in the schema that comes first on its search path."""

    def __init__(self, place: str, driver: "psycopg.Connection[Any]") -> None:
        self.place = place
        self.driver = driver
        self._given: dict[str, int] = {}
        self._heard = select.poll()
        self._heard.register(driver.pgconn.socket, select.POLLIN)

    @classmethod
    def to(cls, address: Address) -> Self:
        """A connection to the database there. Raises Unavailable."""
        try:
            driver = psycopg.connect(autocommit=True, **address.asked)
        except (psycopg.Error, UnicodeError) as error:
            raise unreached(error, address.shown) from error
        made = cls(address.shown, driver)
        try:
            made.run(SESSION)
        except Unavailable:
            made.close()
            raise
        return made

    @property
    def in_transaction(self) -> bool:
        status = self.driver.pgconn.transaction_status
        return status in (TransactionStatus.INTRANS, TransactionStatus.INERROR)

    @property
    def stands(self) -> bool:
        """Whether it was not cut off while nobody used it: a server takes its leave."""
        wire = self.driver.pgconn
        try:
            while wire.status == ConnStatus.OK and self._heard.poll(0):
                wire.consume_input()
        except psycopg.OperationalError:
            return False
        return wire.status == ConnStatus.OK

    @property
    def rests(self) -> bool:
        """Whether it may be lent to somebody else: nothing is under way, and it stands."""
        return self.driver.pgconn.transaction_status == TransactionStatus.IDLE

    def run(self, statement: str, values: Mapping[str, Any] | None = None) -> Any:
        try:
            return self.driver.execute(cast("Any", statement), values or None)
        except psycopg.Error as error:
            raise explained(error, self.place, ended=self.driver.closed) from error

    def insert(self, table: Statements, statement: str, values: Mapping[str, Any]) -> int:
        # A refused statement would end the act: so nothing is refused, but no row comes back.
        statement += " ON CONFLICT DO NOTHING RETURNING id"
        name, given = table.table.name, values.get("id")
        if given is None:
            self._pass_over(name)
        found = self.run(statement, values).fetchone()
        if found is None:
            raise self._taken(table, values)
        if given is not None:
            self._given[name] = max(given, self._given.get(name, given))
        row: int = found[0]
        return row

    def _taken(self, table: Statements, values: Mapping[str, Any]) -> Taken:
        for keys in table.shape.unique:
            asked = {f"{key}_0": values[key] for key in keys}
            statement = table.find(tuple((key, 1) for key in keys))
            if self.run(statement, {**asked, "after": BEFORE_ALL}).fetchone():
                return Taken("taken", table=table.shape.name, key=", ".join(keys))
        return Taken("taken", table=table.shape.name, key="id")

    def _pass_over(self, table: str) -> None:
        """Let the ids that come next be higher than those that the act gave by itself."""
        given = self._given.pop(table, None)
        if given is not None:
            self.run(f"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE")
            self.run(SET_NEXT, {"table": table, "id": given})

    def commit(self) -> None:
        """End the act well. Raises Collided or Unavailable: then it was not done.

        Raises Unavailable with the reason `database-unsure` where nobody knows.
        """
        for table in sorted(self._given):
            self._pass_over(table)
        if self.driver.pgconn.transaction_status != TransactionStatus.INTRANS:
            raise Unavailable("store-failed", path=self.place, cause="a part of the act failed")
        try:
            self.driver.execute("COMMIT")
        except psycopg.Error as error:
            found = explained(error, self.place, ended=self.driver.closed)
            if isinstance(found, Collided):
                raise found from error
            raise Unavailable("database-unsure", path=self.place, cause=told(error)) from error

    def roll_back(self) -> None:
        """Undo what was begun and is not committed."""
        self._given.clear()
        if self.in_transaction:
            self.run("ROLLBACK")

    def page(self, statement: str, values: Mapping[str, Any], most: int) -> list[tuple[int, str]]:
        asked = PAGE.format(statement=statement, most=most, bytes=PAGE_BYTES)
        found: list[tuple[int, str]] = self.run(asked, values).fetchall()
        return found

    def has_table(self, name: str) -> bool:
        return self.run(f"{TABLES} AND relname = %(name)s", {"name": name}).fetchone() is not None

    def table_names(self) -> set[str]:
        return {name for (name,) in self.run(TABLES)}

    def columns(self, table: str) -> set[str]:
        asked = "SELECT column_name FROM information_schema.columns WHERE table_schema = "
        rows = self.run(f"{asked}current_schema() AND table_name = %(table)s", {"table": table})
        return {name for (name,) in rows}

    def indexes(self, table: str) -> set[str]:
        return {name for (name,) in self.run(INDEXES, {"table": table})}

    def close(self) -> None:
        self.driver.close()


def compiled(statement: Any, columns: list[str] | None = None) -> sql.Compiled:
    """The statement in PostgreSQL's words; `columns` are the ones that it writes."""
    asked = {"column_keys": columns} if columns else {}
    made: sql.Compiled = statement.compile(dialect=DIALECT, **asked)
    return made
