"""The command line: one file a word of the journey, in the journey's order."""

from collector.cli.main import main

__all__ = ["main"]
