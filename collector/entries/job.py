"""A job is work left after an act, written in the act's transaction and done at least once."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class JobKind(StrEnum):
    """What the runner knows how to do."""

    FILL = "fill"
    """Make a challenge's published data and pour it into the live pages."""
    BUILD = "build"
    """Make the whole site anew and swap it in."""
    PUBLISH = "publish"
    """Run the owner's command after the site changed."""
    BACKUP = "backup"
    """Write the day's backup, and remove those that have had their day."""
    RETAIN = "retain"
    """Erase personal answers whose time is over; daily."""
    FILES = "files"
    """Take away files that were handed in and kept by nobody, or erased since."""
    DELIVER = "deliver"
    """Send the notices that are due."""
    SCHEDULE = "schedule"
    """Do what the settings ask for again and again; the subject is its name there."""
    THEMES = "themes"
    """Find what the ideas of a challenge are about."""
    SWEEP = "sweep"
    """Take away what something erased has left behind: older builds, old pages of the database."""


@dataclass(frozen=True, kw_only=True)
class Job:
    """One piece of work. `subject` is a challenge's slug, or empty for the whole garden.

    While `leased` lies ahead a runner is at it; past it another takes over. `error` tells the
    last failure; `tries` counts the starts.
    """

    key: str
    kind: JobKind
    subject: str
    due: datetime
    tries: int = 0
    leased: datetime | None = None
    done: datetime | None = None
    error: str = ""
