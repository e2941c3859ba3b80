"""Files are written beside their place and renamed into it, so that nobody reads half of one."""

import gzip
import os
import shutil
from collections.abc import Collection
from pathlib import Path

PACKED = (".html", ".css", ".js", ".xml", ".json", ".svg", ".csv")
"""Kinds that are served compressed."""


def write(path: Path, content: bytes) -> None:
    """Replace the file in one step."""
    beside = path.with_name(f".{path.name}.new")
    write_new(beside, content)
    beside.replace(path)


def write_new(path: Path, content: bytes) -> None:
    """Write a file that nobody reads yet."""
    try:
        path.write_bytes(content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def write_changed(path: Path, content: bytes) -> bool:
    """Write only when the bytes differ; True if they did."""
    try:
        if path.read_bytes() == content:
            return False
    except OSError:
        pass
    write(path, content)
    return True


def stands(path: Path, content: bytes) -> bool:
    """Whether the page stands there already, with no older copy beside it."""
    try:
        same = path.read_bytes() == content
        return same and packed(path).stat().st_mtime_ns >= path.stat().st_mtime_ns
    except FileNotFoundError:
        return False


def write_served(path: Path, content: bytes) -> None:
    """A page, then its compressed copy; who takes the older copy meanwhile gets a whole page."""
    write(path, content)
    write(packed(path), _squeezed(content))


def write_unpacked(path: Path, content: bytes) -> None:
    """A page whose compressed copy is made when it is asked for; an older copy goes."""
    write(path, content)
    packed(path).unlink(missing_ok=True)


def write_new_served(path: Path, content: bytes) -> None:
    """A page and its compressed copy that nobody reads yet."""
    write_new(path, content)
    write_new(packed(path), _squeezed(content))


def pack(folder: Path) -> None:
    """Put a compressed copy beside every file that is worth it and has none."""
    for parent, _, names in os.walk(folder):
        for name in names:
            path = Path(parent, name)
            if path.suffix in PACKED and not packed(path).exists():
                write_new(packed(path), _squeezed(path.read_bytes()))


def _squeezed(content: bytes) -> bytes:
    return gzip.compress(content, 6, mtime=0)  # without a time: equal pages, equal copies


def packed(path: Path) -> Path:
    """Where the compressed copy lies."""
    return path.with_name(f"{path.name}.gz")


def remove_others(folder: Path, wanted: Collection[Path]) -> None:
    """Remove every file that is not wanted, and folders left empty."""
    for parent, _, names in os.walk(folder, topdown=False):
        for name in names:
            path = Path(parent, name)
            if path not in wanted:
                path.unlink()
        if Path(parent) != folder and not os.listdir(parent):  # noqa: PTH208 - asked of every folder of a build
            Path(parent).rmdir()


def remove_served(path: Path) -> None:
    """Remove a page and its compressed copy if they are there."""
    path.unlink(missing_ok=True)
    packed(path).unlink(missing_ok=True)


def remove_folder(folder: Path) -> None:
    """Remove a folder if it is there."""
    if folder.is_dir():
        shutil.rmtree(folder)
