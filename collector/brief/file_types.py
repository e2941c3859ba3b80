"""The kinds of files that a question may ask for, and how large they may be.

Pictures are made anew before they are kept, so only kinds that can be: an SVG is a program, and
of a GIF that moves only a still would be left. Everything else people hand in is a PDF.
"""

from collections.abc import Mapping

FILE_TYPES: Mapping[str, str] = {
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "pdf": "application/pdf",
}
"""By their ending, the media type."""

FILE_ENDINGS: Mapping[str, str] = {"jpeg": "jpg", **{each: each for each in FILE_TYPES}}
"""How each may be written."""

USUAL_MEGABYTES = 5
"""What a file may hold where the brief does not say; a photograph of a telephone fits."""

MOST_MEGABYTES = 10
"""What a brief may allow; a visitor's network may hand in twice that within an hour."""
