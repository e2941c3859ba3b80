"""What the store is held against: the same insert straight into SQLite, and the disk alone."""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bench.store.ideas import document
from bench.store.press import Act

INSERT = """
INSERT INTO t_ideas (doc, ref, challenge, form, form_hash, state)
VALUES (:doc, :ref, :challenge, :form, :form_hash, :state) RETURNING id
"""
PATIENCE = 60
"""Seconds that a connection waits for another's commit; nobody gives up here."""


@contextmanager
def bare(path: Path) -> Iterator[Act]:
    """A connection of its own to a store's file, and a commit of its own for each idea."""
    opened = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    with closing(opened) as connection:
        connection.execute("PRAGMA synchronous = FULL")

        def insert() -> None:
            idea = document()
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(INSERT, {**idea, "doc": json.dumps(idea)}).fetchone()
            connection.execute("COMMIT")

        yield insert


@contextmanager
def appending(path: Path) -> Iterator[Act]:
    """The disk alone: one idea is appended to a file and synced."""
    with path.open("wb", buffering=0) as file:

        def append() -> None:
            file.write(json.dumps(document()).encode())
            os.fdatasync(file.fileno())

        yield append
