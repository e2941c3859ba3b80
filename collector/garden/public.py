"""The folders of a garden that everybody may see; what is kept for few does not lie in them."""

from pathlib import Path

PUBLIC = ("build", "site", "challenges")


def is_public(root: Path, folder: str) -> bool:
    """Whether the folder, told from the garden's `root`, is one of these or below one."""
    there = (root / folder).resolve()
    return any(there.is_relative_to((root / each).resolve()) for each in PUBLIC)
