"""The engines that a store may be on. What asks for `engine`, or for a store, runs on each."""

import pytest

POSTGRES = pytest.param("postgres", marks=pytest.mark.postgres)

ENGINES = ["sqlite", "memory", POSTGRES]

on_file = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
"""For a test about SQLite's files."""

not_in_memory = pytest.mark.parametrize("engine", ["sqlite", POSTGRES], indirect=True)
"""For a test that opens its store again, or reads it during an act."""
