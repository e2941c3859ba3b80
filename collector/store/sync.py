"""A file is safe once it is on the disk, and its name once its folder is."""

import os
from pathlib import Path


def sync(path: Path) -> None:
    """Return once the file or folder is on the disk. Raises OSError."""
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
