"""Disks that are full or may not be written: small ones of memory, and folders mounted twice.

Root may write whatever the permission bits say, so only mounts tell the truth.
"""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

FILLING = "filling"


def _mount(*words: str) -> None:
    for _ in range(100):
        done = subprocess.run(["mount", *words], capture_output=True, text=True, check=False)
        if "busy" not in done.stderr:
            break
        time.sleep(0.05)  # somebody writes a file just now
    if done.returncode:
        pytest.skip(f"disks can't be mounted here: {done.stderr.strip()}")


def _unmount(folder: Path) -> None:
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nobody may write below the folder until the block ends."""
    _mount("--bind", str(folder), str(folder))
    try:
        _mount("-o", "remount,ro,bind", str(folder))
        yield
    finally:
        _unmount(folder)


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[None]:
    """The folder is a disk of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    _mount("-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder))
    try:
        yield
    finally:
        _unmount(folder)


def enlarge(folder: Path, megabytes: int) -> None:
    """Give a small disk more room."""
    _mount("-o", f"remount,size={megabytes}m", str(folder))


def fill_up(folder: Path) -> None:
    """Leave not a byte free on the disk of the folder."""
    with (folder / FILLING).open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 1):
            try:
                while True:
                    file.write(os.urandom(size))
            except OSError:
                continue


def make_room(folder: Path) -> None:
    (folder / FILLING).unlink()
