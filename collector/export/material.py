"""What an export is made of, and what may be chosen about it."""

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from collector.brief import Brief
from collector.entries import Entry, Reply
from collector.errors import ExportError
from collector.export.selection import Selection
from collector.export.told import Told
from collector.export.what import What
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
    has_themes: bool = False
    """Whether anybody had themes found in its ideas."""
    sizes: Mapping[str, int] = field(default_factory=dict)
    """How many entries there are, by form's name, as far as that is known beforehand."""
    tell: Callable[[], Told] = Told
    """What became of ideas; asked once, and only if something tells of it."""
    title: Callable[[str], str] = lambda _ref: ""
    """What an idea is called, by its ref."""
    listed: Mapping[What, Iterable[Any]] = field(default_factory=dict)
    """What long sheets tell of, each read once."""
    lengths: Mapping[What, int] = field(default_factory=dict)
    """How many of them there are."""
    voted: Set[tuple[str, str]] = frozenset()
    """Rounds, each with a group of which enough people voted in it."""
    kind_of: Callable[[str], str] = lambda _ref: ""
    """What kind of entry has this name."""
    role_of: Callable[[str], str] = lambda _by: ""
    """The role of whoever decided, by the name in the log."""

    @cached_property
    def told(self) -> Told:
        """What became of ideas."""
        return self.tell()

    def size(self, form: str) -> int:
        """How many entries there are of this form, as far as that is known."""
        return self.sizes.get(form, 0)


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What may be chosen. A `.csv` holds one table; a workbook and a `.json` hold all or the one.

    Raises ExportError where both a form and something else is asked for.
    """

    form: str = ""
    what: What | None = None
    """None: the one form, if it is chosen; else of a `.csv` the forms, of others everything."""
    separator: str = ","
    """Between the columns of a `.csv`: a comma, a semicolon or a tab."""
    codes: bool = False
    """A `.csv` for machines: codes for labels, no byte-order mark."""
    only: Selection = field(default_factory=Selection)
    """Which entries of it."""

    def __post_init__(self) -> None:
        if self.form and self.what is not None:
            raise ExportError("export-form-and-what")
