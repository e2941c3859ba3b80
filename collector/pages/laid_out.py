"""The files of a folder by their place in it."""

from pathlib import Path


def laid_out(folder: Path) -> dict[str, Path]:
    """All but the hidden ones, in order; none if there is no such folder."""
    return {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
