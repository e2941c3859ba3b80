"""A message: what is said, before it is known how it travels."""

from dataclasses import dataclass
from typing import TypeAlias

Link: TypeAlias = tuple[str, str]
"""What it is called, and its address."""


@dataclass(frozen=True)
class Message:
    """`lines` are paragraphs of plain text; `quoted` are a visitor's or owner's own words."""

    subject: str
    lines: tuple[str, ...] = ()
    quoted: str = ""
    link: Link | None = None
    leave_line: str = ""
    leave: str = ""
    """The address where its reader asks for no more of these; empty where they asked for none."""
