"""A folder of briefs, and the kit's templates for new ones."""

import re
from collections.abc import Collection, Iterable
from pathlib import Path

from collector.brief.challenge import Brief, Reading
from collector.brief.translation import is_translation, read
from collector.errors import BriefError, Severity
from collector.garden import Settings

TEMPLATES = Path(__file__).parent.parent / "kit" / "briefs"
DESCRIBED = re.compile(r"^# (.+?): (.+)$", re.M)
"""The first comment of a template: what it is called, and what it is for."""


def read_folder(folder: Path, settings: Settings, terms: Collection[str] = ()) -> list[Reading]:
    """All briefs of the folder, by slug, with their translations.

    Names that begin with `_` or `.` are left alone.
    """
    if not folder.is_dir():
        return []
    paths = [
        path
        for path in folder.glob("*.md")
        if path.name[0] not in "_." and (path.is_file() or path.is_symlink())
    ]
    paths.sort(key=lambda path: path.stem)
    return [read(path, settings, terms=terms) for path in paths if not is_translation(path)]


def briefs_of(readings: Iterable[Reading]) -> dict[str, Brief]:
    """The briefs by slug. Raises BriefError with all errors if there is any."""
    readings = list(readings)
    errors = [
        finding
        for reading in readings
        for finding in reading.findings
        if finding.severity is Severity.ERROR
    ]
    if errors:
        raise BriefError(errors)
    return {reading.brief.slug: reading.brief for reading in readings if reading.brief}


def templates() -> dict[str, Path]:
    """The templates that `ideagarden new` offers, by name."""
    return {path.stem: path for path in sorted(TEMPLATES.glob("*.md"))}


def described(name: str) -> tuple[str, str]:
    """What the template is called and what it is for, in its own words. Raises KeyError."""
    found = DESCRIBED.search(templates()[name].read_text("utf-8"))
    return (found[1], found[2]) if found else (name, "")
