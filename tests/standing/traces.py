"""Every file of a garden is looked through for words, as are those that an owner takes home."""

import gzip
import io
import zipfile
from pathlib import Path

from collector import export
from collector.garden import Garden
from collector.jobs import Runner
from collector.pages import live
from collector.store import Store
from tests.web.gardens import NOW
from tests.web.visitor import Clock


def works(garden: Garden, store: Store) -> None:
    """Do all that is left to do, also what waits for something else."""
    clock = Clock(NOW)
    runner = Runner(garden, store, clock)
    for _ in range(3):
        while runner.once():
            pass
        clock.turn(seconds=5)


def unpacked(path: Path) -> bytes:
    content = path.read_bytes()
    return gzip.decompress(content) if path.suffix == ".gz" else content


def traces(garden: Garden, *words: str) -> dict[str, list[str]]:
    """Which of the words are where, in whatever case, also as other encodings hold them."""
    found = {}
    for path in (each for each in garden.root.rglob("*") if each.is_file()):
        if garden.backups not in path.parents:
            content = unpacked(path).lower()
            there = [each for each in words if each.encode() in content]
            there += [each for each in words if each.encode("utf-16-le") in content]
            if there:
                found[path.relative_to(garden.root).as_posix()] = there
    return found


def in_exports(store: Store, garden: Garden, *words: str) -> set[str]:
    """Which of the words are in a file that an owner takes home now, whatever kind it is of."""
    built = live(garden)
    assert built is not None
    found = []
    for suffix in export.FORMATS:
        what = export.What.IDEAS if suffix == ".csv" else export.What.ALL
        material = export.gather(store, built.briefs["bread"])
        choices = export.Choices(what=what)
        with export.spool(garden.var, suffix, material, NOW, choices) as file:
            file.seek(0)
            found.append(_unzipped(file.read()).lower())
    return {word for word in words if any(word.encode() in each for each in found)}


def _unzipped(content: bytes) -> bytes:
    """The parts of an archive one after the other; what is none as it is."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"\n".join(map(archive.read, archive.namelist()))
