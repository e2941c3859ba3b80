"""A lock between processes. The kernel wakes the next in line; nobody polls."""

import fcntl
import os
from pathlib import Path
from types import TracebackType


class FileLock:
    """Held by one thread of one process at a time; let go by the kernel when its holder dies."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> None:
        self._file = os.open(self.path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        fcntl.flock(self._file, fcntl.LOCK_EX)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.close(self._file)
