"""What a file is, by its first bytes: neither its name nor its sender is believed."""

from pathlib import Path

LONGEST_SIGN = 16
"""Bytes that tell every kind."""


def kind_of(path: Path) -> str:
    """`jpg`, `png`, `webp` or `pdf`; empty for anything else. Raises OSError."""
    with path.open("rb") as file:
        start = file.read(LONGEST_SIGN)
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "webp"
    return next((kind for sign, kind in SIGNS.items() if start.startswith(sign)), "")


SIGNS = {
    b"\xff\xd8\xff": "jpg",
    b"\x89PNG\r\n\x1a\n": "png",
    b"%PDF-": "pdf",
}
