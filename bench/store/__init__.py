"""The store: durable inserts beside each engine's peer, and stores of up to a million ideas."""

from bench.store.report import postgresql, sqlite

__all__ = ["postgresql", "sqlite"]
