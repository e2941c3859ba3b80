"""The engines that a store may be on. What asks for `engine`, or for a store, runs on each."""

import pytest

POSTGRES = pytest.param("postgres", marks=pytest.mark.postgres)

ENGINES = ["sqlite", "memory", POSTGRES]

on_file = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
"""For a test about SQLite's files."""

while_others_act = pytest.mark.parametrize("engine", ["sqlite", POSTGRES], indirect=True)
"""For a test that reads during an act: in memory, acts and reads take turns."""
