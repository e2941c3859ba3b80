"""A password or key that stands outside the settings: in a file or in the environment."""

import os
from pathlib import Path

from collector.errors import Undelivered, said_by_system


def read(folder: Path, file: str, variable: str) -> str:
    """What it is; empty if neither is named. Raises Undelivered where it is not there."""
    if variable:
        found = os.environ.get(variable, "")
        if not found:
            raise Undelivered("notice-no-variable", variable=variable)
        return found
    if not file:
        return ""
    path = folder / file
    try:
        return path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        cause = said_by_system(error) if isinstance(error, OSError) else str(error)
        raise Undelivered("notice-no-file", path=path, cause=cause) from error
