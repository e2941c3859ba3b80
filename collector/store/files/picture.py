"""A picture is decoded and written anew: what else was in its file, seen or hidden, stays behind.

Place, time and device go; the orientation is carried out. One at a time in each process: the
largest takes some hundred megabytes of memory for a second or two.
"""

import struct
import zlib
from pathlib import Path
from threading import Lock

from PIL import Image, ImageOps

MOST_PIXELS = 50_000_000
"""What the largest cameras of telephones take; more is refused before anything is decoded."""

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


class Damaged(Exception):
    """The picture can't be decoded."""


def make_anew(path: Path, kind: str) -> None:
    """Write the picture anew in its place. Raises TooManyPixels, Damaged, OSError."""
    with _turn:
        picture = _decoded(path, kind)
        with path.open("wb") as file:
            picture.save(file, FORMATS[kind], **OPTIONS[kind])


def _decoded(path: Path, kind: str) -> Image.Image:
    """The bare pixels, upright."""
    try:
        with Image.open(path, formats=[FORMATS[kind]]) as found:
            if found.width * found.height > MOST_PIXELS:
                raise TooManyPixels
            found.load()
            upright = ImageOps.exif_transpose(found)
            bare = upright.convert(MODES[kind].get(upright.mode, OTHERWISE[kind]))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise TooManyPixels from None
    except DAMAGE as error:
        raise Damaged from error
    bare.info.clear()
    return bare
