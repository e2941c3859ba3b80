"""Packages from npm that are weighed beside ours: fetched by name, never run."""

import json
import subprocess
import tarfile
from pathlib import Path

FOLDER = Path("build/bench").absolute() / "npm"


def unpacked(name: str, release: str = "latest") -> tuple[str, Path]:
    """The package's version, and the folder of its files. Raises RuntimeError without npm."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    asked = ["npm", "pack", f"{name}@{release}", "--json"]
    try:
        done = subprocess.run(asked, cwd=FOLDER, capture_output=True, check=True, timeout=300)
    except (OSError, subprocess.SubprocessError) as error:
        raise RuntimeError(f"npm could not fetch {name}") from error
    (packed,) = json.loads(done.stdout)
    folder = FOLDER / f"{name}-{packed['version']}"
    with tarfile.open(FOLDER / packed["filename"]) as files:
        files.extractall(folder, filter="data")
    return packed["version"], folder / "package"
