"""PostgreSQL beneath the store: acts in their callers' threads, a pool of connections."""

from collector.store.postgres.address import Address
from collector.store.postgres.connection import Connection
from collector.store.postgres.engine import Postgres
from collector.store.postgres.trouble import Severed

__all__ = ["Address", "Connection", "Postgres", "Severed"]
