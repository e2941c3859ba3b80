"""Pictures that lie beside a brief: made anew as visitors' pictures are, listed, taken away.

challenges/bread--oven.jpg     a picture of the challenge `bread`
"""

import re
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

from collector.errors import Conflict, Invalid, Problem, Refused, TooMany, Unknown, said_by_system
from collector.garden import Garden
from collector.store import files

MOST = 40
"""Pictures of one challenge."""
LARGEST = 10 * 1024 * 1024
"""Bytes of one, as it comes."""
KINDS = ("jpg", "png", "webp")
MARK = "--"
"""Parts the slug from what the picture is called."""
CALLED = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.(?:jpg|png|webp)")
"""What stands behind the mark."""


def pictures(garden: Garden, slug: str) -> list[str]:
    """The names of the challenge's pictures."""
    return sorted(
        each.name
        for each in garden.challenges.glob(f"{slug}{MARK}*")
        if is_picture_of(slug, each.name) and each.is_file() and not each.is_symlink()
    )


def is_picture_of(slug: str, name: str) -> bool:
    """Whether a file of that name is a picture of the challenge."""
    mark = slug + MARK
    return name.startswith(mark) and CALLED.fullmatch(name.removeprefix(mark)) is not None


def add(garden: Garden, slug: str, content: bytes, called: str) -> str:
    """Keep a picture, made anew; its name. Raises Invalid at `picture`, TooMany, Refused."""
    standing = pictures(garden, slug)
    if len(standing) >= MOST:
        raise Invalid({"picture": Problem("picture-many", {"most": MOST})})
    if len(content) > LARGEST:
        raise Invalid({"picture": Problem("picture-large", {"most": LARGEST // 1024 // 1024})})
    try:
        with TemporaryDirectory(prefix=".picture-", dir=garden.challenges) as folder:
            draft = Path(folder) / "picture"
            draft.write_bytes(content)
            kind = _made_anew(draft)
            name = _free(garden, slug, called, kind)
            draft.chmod(0o644)
            draft.replace(garden.challenges / name)
    except OSError as error:
        raise Refused("write-unwritten", cause=said_by_system(error)) from error
    return name


def remove(garden: Garden, slug: str, name: str) -> None:
    """Take a picture of the challenge away. Raises Unknown, and Conflict while a brief shows it."""
    if name not in pictures(garden, slug):
        raise Unknown("no-picture", file=name)
    try:
        for path in garden.challenges.glob("*.md"):
            if name.encode() in path.read_bytes():
                raise Conflict("picture-shown", file=name, brief=path.name)
        (garden.challenges / name).unlink(missing_ok=True)
    except OSError as error:
        raise Refused("write-unwritten", cause=said_by_system(error)) from error


def _made_anew(draft: Path) -> str:
    kind = files.kind_of(draft)
    if kind not in KINDS:
        raise Invalid({"picture": Problem("picture-kind")})
    try:
        files.make_anew(draft, kind)
    except files.TooManyPixels:
        raise Invalid({"picture": Problem("picture-pixels")}) from None
    except files.Damaged:
        raise Invalid({"picture": Problem("picture-damaged")}) from None
    except files.Busy:
        raise TooMany("picture-busy", 10) from None
    return kind


def _free(garden: Garden, slug: str, called: str, kind: str) -> str:
    """A name that no file has, made from what the picture was called."""
    plain = unicodedata.normalize("NFKD", Path(called.replace("\\", "/")).stem).lower()
    stem = re.sub("[^a-z0-9]+", "-", plain).strip("-")[:30].strip("-") or "picture"
    names = (f"{slug}{MARK}{stem}{turn}.{kind}" for turn in ("", *(f"-{n}" for n in range(2, 99))))
    return next(each for each in names if not (garden.challenges / each).exists())
