"""The generator is a process of its own, so that a build never slows the collector down."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from collector.errors import BuildError
from collector.pages.configuration import Told, write_configuration

QUIET = {"NO_MKDOCS_2_WARNING": "1"}
"""Material tells every build of its own end of life; that is ours to know, not the owner's."""
COMMAND = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file")


def generate(folder: Path, told: Told, progress: Callable[[str], None]) -> None:
    """Make `public/` in the folder. Its warnings go to `progress`.

    Raises BuildError with the last words of a generator that failed.
    """
    path = folder / "mkdocs.yml"
    write_configuration(path, told)
    done = subprocess.run(
        [*COMMAND, str(path)], capture_output=True, text=True, check=False, env={**os.environ, **QUIET}
    )
    if done.returncode:
        raise BuildError("generator-failed", said=(done.stderr or done.stdout).strip()[-1000:])
    for line in done.stderr.splitlines():
        progress(line)
