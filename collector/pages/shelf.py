"""The builds beside each other, numbered; a link says which one is served.

build/site.6   the one before, for requests under way
build/site.7   live
build/live ──► site.7
"""

import re
import shutil
from pathlib import Path

from collector.garden import Garden


def new_folder(garden: Garden) -> Path:
    """A folder for the next build."""
    garden.build.mkdir(parents=True, exist_ok=True)
    folder = garden.build / f"site.{max([_live_number(garden), *_numbers(garden)]) + 1}"
    folder.mkdir()
    return folder


def swap(garden: Garden, folder: Path) -> None:
    """Turn the link to this build, in one step."""
    link = garden.build / ".live.new"
    link.unlink(missing_ok=True)
    link.symlink_to(folder.name)
    link.replace(garden.live)


def clear(garden: Garden, keep: int = 2) -> None:
    """Keep the live build, as a rule the one before it; remove what is older and what failed."""
    live = _live_number(garden)
    kept = sorted(number for number in _numbers(garden) if number <= live)[-keep:]
    for number in _numbers(garden):
        if number not in kept:
            shutil.rmtree(garden.build / f"site.{number}", ignore_errors=True)


def _numbers(garden: Garden) -> list[int]:
    found = (re.fullmatch(r"site\.(\d+)", each.name) for each in garden.build.glob("site.*"))
    return [int(each[1]) for each in found if each]


def _live_number(garden: Garden) -> int:
    try:
        return int(garden.live.readlink().name.removeprefix("site."))
    except (OSError, ValueError):
        return 0
