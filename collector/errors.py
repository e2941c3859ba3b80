"""Every error the kit raises on purpose.

    GardenError                 a reason and its facts; `words` makes the sentence
    ├── SettingsError           ideagarden.toml or the garden's folder is not as it must be
    ├── BriefError              briefs with faults; carries the findings
    ├── BuildError              the static site could not be made; the one that stood still stands
    ├── ServeError              the server can't start: port in use, a second `serve`
    ├── ExportError             a spreadsheet can't be written; a file that stood there still stands
    ├── NoticeError             somebody could not be told
    │   ├── Undelivered         not now; it is tried again
    │   └── Bounced             refused for good; trying again does not help
    ├── StoreError              what is kept
    │   ├── Taken               a unique key is already there
    │   ├── Unavailable         the store can't be read or written now; trying again may help
    │   └── Unreadable          not a store, damaged, or of a newer kit
    └── Refused                 somebody asked for what the rules do not allow
        ├── Invalid             answers with problems, by column
        ├── Unknown             there is no such thing (404)
        ├── Closed              not at this time (409)
        ├── Forbidden           not by this person, or not from this place (403)
        │   └── Unproven        not unless something tells who it is; names the field that takes it
        ├── Conflict            it changed meanwhile (409)
        ├── TooLarge            more than is accepted (413)
        └── TooMany             a limit is reached; carries the seconds to wait (429)

Errors carry facts, never sentences: `GardenError("closed", closed_on=...)`. They become an HTTP
status in `web/errors.py` and an exit code in `cli/`, once, at the edge.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class GardenError(Exception):
    """Something the kit can explain: `reason` names the sentence, `facts` fill it."""

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason, facts)
        self.reason = reason
        self.facts: Mapping[str, object] = facts

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{self.reason}({told})"


class SettingsError(GardenError):
    """The settings or the folder can't be used as they are."""


class Severity(StrEnum):
    """Errors stop a build, warnings do not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Finding:
    """One thing that `check` says: where, what is wrong, and the line to write instead."""

    path: Path
    line: int
    column: int
    severity: Severity
    reason: str
    message: str
    fix: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.severity}: {self.message}"


class BriefError(GardenError):
    """At least one brief has faults; nothing was built."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("brief-faults", count=len(findings))
        self.findings = tuple(findings)


class BuildError(GardenError):
    """The site could not be made; the one that stood goes on standing."""


class ServeError(GardenError):
    """The server can't start."""


class ExportError(GardenError):
    """The file can't be written, or it is not said what to write; what stood there still stands."""


class NoticeError(GardenError):
    """Somebody could not be told."""


class Undelivered(NoticeError):
    """Not now; it is tried again. `waits` says that all else for this server can wait too."""

    def __init__(self, reason: str, *, waits: bool = True, **facts: object) -> None:
        super().__init__(reason, **facts)
        self.waits = waits


class Bounced(NoticeError):
    """Refused for good; trying again does not help."""


class StoreError(GardenError):
    """What is kept can't be reached or does not allow it."""


class Taken(StoreError):
    """A unique key is already there."""


class Unavailable(StoreError):
    """The store can't be read or written now; what was asked was not done."""


class Unreadable(StoreError):
    """The file is no store, is damaged, or belongs to a newer kit."""


class Refused(GardenError):
    """What was asked is against the rules; the reason says which."""


def said_by_system(error: OSError) -> str:
    """What the system says is wrong, and with which file, for an error's facts."""
    told = error.strerror or str(error)
    return f"{told}: {error.filename}" if error.filename else told


@dataclass(frozen=True)
class Problem:
    """What is wrong with one answer: a reason and its facts, like an error's."""

    reason: str
    facts: Mapping[str, object] = field(default_factory=dict)


class Invalid(Refused):
    """Answers with problems. `problems` maps a column (an input's name) to its problem."""

    def __init__(self, problems: Mapping[str, Problem]) -> None:
        super().__init__("invalid", count=len(problems))
        self.problems = dict(problems)


class Unknown(Refused):
    """There is no such thing, or it is not for this person to know."""


class Closed(Refused):
    """Not at this time."""


class Forbidden(Refused):
    """Not by this person, or not from this place."""


class Unproven(Forbidden):
    """Nothing good told who it is; `field` names the input that takes a proof."""

    def __init__(self, reason: str, field: str, **facts: object) -> None:
        super().__init__(reason, **facts)
        self.field = field

    @property
    def problems(self) -> dict[str, Problem]:
        """The same as a problem of that field."""
        return {self.field: Problem(self.reason, self.facts)}


class Conflict(Refused):
    """What was to be changed has changed meanwhile."""


class TooLarge(Refused):
    """More than is accepted."""


class TooMany(Refused):
    """A limit is reached; `wait` is in whole seconds."""

    def __init__(self, reason: str, wait: int, **facts: object) -> None:
        super().__init__(reason, wait=wait, **facts)
        self.wait = wait
