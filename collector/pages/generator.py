"""The generator is a process of its own, so that a build never slows the collector down."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile

from collector.errors import BuildError

QUIET = {"NO_MKDOCS_2_WARNING": "1"}
"""Material tells every build of its own end of life; that is ours to know, not the owner's."""
COMMAND = (sys.executable, "-m", "mkdocs", "build", "--config-file")


@contextmanager
def generating(path: Path, progress: Callable[[str], None]) -> Iterator[None]:
    """Make the site that the configuration at `path` tells; other work goes on beside it.

    Its warnings go to `progress`. Raises BuildError with the last words of one that failed.
    """
    with (
        TemporaryFile() as output,
        subprocess.Popen(
            [*COMMAND, str(path)], stdout=output, stderr=output, env={**os.environ, **QUIET}
        ) as process,
    ):
        try:
            yield
            status = process.wait()
        finally:
            process.kill()
        output.seek(0)
        said = output.read().decode(errors="replace").strip()
    if status:
        raise BuildError("generator-failed", status=status, said=said[-1000:] or "nothing.")
    for line in said.splitlines():
        if line.startswith("WARNING"):
            progress(line)
