"""SQLite beneath the store: one file, one writer thread a process, many readers."""

from collector.store.sqlite.connection import Connection, compiled
from collector.store.sqlite.engine import Sqlite

__all__ = ["Connection", "Sqlite", "compiled"]
