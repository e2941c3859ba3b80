"""Gardens laid out for a test."""

from collections.abc import Mapping
from pathlib import Path

from collector.garden import Garden


def lay_out(folder: Path, briefs: Mapping[str, str], settings: str = "") -> Garden:
    """Write a garden with these briefs, by slug."""
    (folder / "challenges").mkdir(parents=True, exist_ok=True)
    (folder / "ideagarden.toml").write_text(settings, encoding="utf-8")
    for slug, text in briefs.items():
        (folder / "challenges" / f"{slug}.md").write_text(text, encoding="utf-8")
    return Garden.find(folder)
