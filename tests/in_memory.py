"""Where tests put their files: into memory, where there is enough of it.

Each entry that is kept is synced to disk, as it is for owners; on a slow disk ten thousand tests
then wait for it most of their time. What a power cut would lose is no test's question: disks that
fill and processes that are killed are tried on disks of their own (`tests/faults/`).
"""

import os
import shutil
from pathlib import Path

MEMORY = Path("/dev/shm")

ENOUGH = 4_000_000_000
"""Bytes that are free; all tests together take a tenth of it."""


def keep_files_in_memory() -> None:
    """Let every temporary folder be made there, unless the environment names another place."""
    if "TMPDIR" in os.environ or not MEMORY.is_dir():
        return
    if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ENOUGH:
        os.environ["TMPDIR"] = str(MEMORY)
