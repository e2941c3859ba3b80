"""A picture is decoded and written anew: what else was in its file, seen or hidden, stays behind.

Place, time and device go; the orientation is carried out. One at a time in each process: the
largest takes up to four hundred megabytes of memory for some seconds.
"""

import struct
import zlib
from pathlib import Path
from threading import Lock

from PIL import Image, ImageOps

MOST_PIXELS = 25_000_000
"""More is refused before anything is decoded; a JPG of up to four times as many is halved."""

PATIENCE = 10.0
"""Seconds to wait for one's turn: visitors need the threads."""

FORMATS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}
"""Pillow's names of the kinds; a decoder of any other kind is never asked."""

OPTIONS: dict[str, dict[str, int]] = {
    "jpg": {"quality": 88},
    "png": {},
    "webp": {"quality": 88, "method": 2},
}

MODES = {
    "jpg": {"L": "L"},
    "png": {"1": "1", "L": "L", "I;16": "I;16", "RGB": "RGB"},
    "webp": {"RGB": "RGB", "RGBX": "RGB"},
}
"""How pixels are kept, by how they came."""

OTHERWISE = {"jpg": "RGB", "png": "RGBA", "webp": "RGBA"}

DAMAGE = (
    OSError,  # also of what is no picture, or ends too soon
    EOFError,
    IndexError,
    KeyError,
    SyntaxError,  # Pillow's word for a broken PNG
    TypeError,
    ValueError,
    OverflowError,
    struct.error,
    zlib.error,
)
"""What decoders raise at pictures that are none."""

_turn = Lock()


class TooManyPixels(Exception):
    """The picture is larger than `MOST_PIXELS`."""


class Busy(Exception):
    """Others' pictures take too long."""


class Damaged(Exception):
    """The picture can't be decoded."""


def make_anew(path: Path, kind: str) -> None:
    """Write the picture anew in its place. Raises TooManyPixels, Damaged, Busy, OSError."""
    if not _turn.acquire(timeout=PATIENCE):
        raise Busy
    try:
        picture = _decoded(path, kind)
        with path.open("wb") as file:
            picture.save(file, FORMATS[kind], **OPTIONS[kind])
    finally:
        _turn.release()


def _decoded(path: Path, kind: str) -> Image.Image:
    """The bare pixels, upright."""
    try:
        with Image.open(path, formats=[FORMATS[kind]]) as found:
            if found.width * found.height > MOST_PIXELS:
                found.draft(None, (found.width // 2, found.height // 2))
            if found.width * found.height > MOST_PIXELS:
                raise TooManyPixels
            ImageOps.exif_transpose(found, in_place=True)
            mode = MODES[kind].get(found.mode, OTHERWISE[kind])
            bare = found.convert(mode) if mode != found.mode else found.copy()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise TooManyPixels from None
    except DAMAGE as error:
        raise Damaged from error
    bare.info.clear()
    return bare
