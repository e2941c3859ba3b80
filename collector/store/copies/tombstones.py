"""The tombstones in a database: what was erased must not come back with an older copy."""

from collector.entries import State
from collector.store.engine import Connection
from collector.store.statements import sql_name
from collector.store.tables import SHAPES

KEYS = {"ref", "state"}
TABLES = tuple(sql_name(each.name) for each in SHAPES if {*each.keys} >= KEYS)


def erased_refs(connection: Connection) -> frozenset[str]:
    """The names of the entries that were erased, in a store of whatever version."""
    refs: set[str] = set()
    for table in TABLES:
        if connection.columns(table) >= KEYS:
            asked = f"SELECT ref FROM {table} WHERE state = '{State.ERASED.value}'"  # noqa: S608  # names of our own
            refs |= {ref for (ref,) in connection.run(asked).fetchall()}
    return frozenset(refs)
