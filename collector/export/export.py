"""An export: a challenge's entries as a file, by the ending of its name."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from collector.errors import ExportError
from collector.export import csv_file, json_file, ods_file, open_document, xlsx_file
from collector.export.destination import nameless, replacing
from collector.export.material import Choices, Material
from collector.export.reading import Progress, Reading
from collector.export.what import What
from collector.words import speaking


@dataclass(frozen=True)
class Format:
    """What a file is to a browser, and what writes it, with room for drafts in a folder."""

    media_type: str
    write: Callable[[BinaryIO, Reading, Path], None]
    holds: What = What.ALL
    """Where nobody says what is asked for."""

    def reading(
        self, material: Material, choices: Choices | None, now: datetime, progress: Progress
    ) -> Reading:
        """The material as it is read for such a file."""
        asked = choices or Choices()
        what = asked.what if asked.form else asked.what or self.holds
        return Reading(material, replace(asked, what=what), now, progress)


FORMATS: dict[str, Format] = {
    ".csv": Format("text/csv", csv_file.write, What.FORMS),
    ".xlsx": Format(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx_file.write
    ),
    ".ods": Format(open_document.MEDIA_TYPE, ods_file.write),
    ".json": Format("application/json", json_file.write),
}
"""By the ending of the file's name."""


def export(
    path: Path,
    material: Material,
    now: datetime,
    choices: Choices | None = None,
    progress: Progress = lambda _done: None,
) -> int:
    """Write the file; the number of entries in it. Times are told in the zone of `now`.

    Raises ExportError; then a file that stood there still stands.
    """
    chosen = _format(path.suffix)
    reading = chosen.reading(material, choices, now, progress)
    with replacing(path) as file, speaking(material.brief.language):
        chosen.write(file, reading, path.parent)
    return reading.done


def size(path: Path, material: Material, now: datetime, choices: Choices | None = None) -> int:
    """How much will be read for the file, as far as that is known. Raises ExportError."""
    reading = _format(path.suffix).reading(material, choices, now, lambda _done: None)
    return reading.size


def spool(
    folder: Path, suffix: str, material: Material, now: datetime, choices: Choices | None = None
) -> BinaryIO:
    """The export as an open file in the folder, without a name: gone once it is closed.

    For a download: what goes wrong, goes wrong before anything was sent. Raises ExportError.
    """
    chosen = _format(suffix)
    reading = chosen.reading(material, choices, now, lambda _done: None)
    with nameless(folder) as file, speaking(material.brief.language):
        chosen.write(file, reading, folder)
    return file


def _format(suffix: str) -> Format:
    try:
        return FORMATS[suffix.lower()]
    except KeyError:
        raise ExportError("export-format", suffix=suffix, formats=" ".join(FORMATS)) from None
