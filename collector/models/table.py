"""A table in a page's Markdown: its rows, and the cells of one."""

import re

from collector.brief.source import SourceLine

RULE = re.compile(r"[\s|:-]+")
"""The row below the heads."""
BORDER = re.compile(r"(?<!\\)\|")


def is_row(line: SourceLine) -> bool:
    """Whether the line belongs to a table."""
    return not line.fenced and line.plain.lstrip().startswith("|")


def cells(row: str) -> list[str]:
    """What stands between the borders of a row; one behind a backslash is a sign as any other."""
    text = row.strip().removeprefix("|").removesuffix("|")
    return [" ".join(cell.replace(r"\|", "|").split()) for cell in BORDER.split(text)]
