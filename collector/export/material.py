"""What an export is made of, and what may be chosen about it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from collector.brief import Brief
from collector.entries import Entry, Reply
from collector.export.selection import Selection
from collector.form import Definition


@dataclass(frozen=True, kw_only=True)
class Material:
    """A challenge with all that was kept of it. `entries` may stream: it is read once.

    `definitions` holds every definition its forms have had, by hash, the oldest first; `labels`
    their words, by the same hash.
    """

    brief: Brief
    definitions: Mapping[str, Definition]
    labels: Mapping[str, Mapping[str, Any]]
    entries: Iterable[Entry]
    replies: Iterable[Reply] = ()
    file_name: Callable[[str], str] = str
    """What a file is called that was sent, by its ref."""
    sizes: Mapping[str, int] = field(default_factory=dict)
    """How many entries there are, by form's name, as far as that is known beforehand."""

    def size(self, form: str = "") -> int:
        """How many entries there are of this form, or in all, as far as that is known."""
        return self.sizes.get(form, 0) if form else sum(self.sizes.values())


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What may be chosen. A `.csv` holds one form; a workbook and a `.json` hold all or the one."""

    form: str = ""
    separator: str = ","
    """Between the columns of a `.csv`: a comma, a semicolon or a tab."""
    codes: bool = False
    """A `.csv` for machines: codes for labels, no byte-order mark."""
    only: Selection = field(default_factory=Selection)
    """Which entries of it."""
