"""PostgreSQL beneath the store: acts in their callers' threads, a pool of connections."""

from collector.store.postgres.engine import Postgres

__all__ = ["Postgres"]
