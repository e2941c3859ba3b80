"""A brief's file is written whole or not at all: its owner's words are in it."""

import secrets
from contextlib import suppress
from pathlib import Path


def rewrite(path: Path, text: str) -> None:
    """Put the text in the brief's place; one that stood there keeps its rights. Raises OSError."""
    place = path.resolve()
    draft = place.with_name(f"_{path.name}.{secrets.token_hex(4)}")
    try:
        draft.write_bytes(text.encode())
        if place.exists():
            draft.chmod(place.stat().st_mode)
        draft.replace(place)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise
