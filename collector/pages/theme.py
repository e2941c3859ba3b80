"""The theme is staged with the hash of each script and style in its name, so that they may be
kept by browsers for ever.

A script is written in small parts, `assets/forms/queue.js` and others: those of `assets/forms/` are
joined with `assets/forms.js`, which comes last, and share one scope. Notes and indents stay here.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from collector import kit
from collector.garden import Garden
from collector.pages.files import remove_others, write_changed
from collector.pages.sources import laid_over

HASHED = (".css", ".js")
NOTE = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n", re.M | re.S)
"""A comment on lines of its own."""
INDENT = re.compile(r"^[ \t]+|\n(?=\n)", re.M)


def stage_theme(garden: Garden, target: Path) -> dict[str, str]:
    """Lay the owner's theme over the kit's. Returns the place of each asset by its plain name."""
    assets: dict[str, str] = {}
    written = set()
    for name, content in _contents(laid_over(kit.THEME, garden.own_theme)):
        place = PurePosixPath(name)
        if place.suffix in HASHED:
            digest = hashlib.sha256(content).hexdigest()[:8]
            place = place.with_suffix(f".{digest}{place.suffix}")
            assets[PurePosixPath(name).name] = str(place)
        written.add(target / place)
        write_changed(target / place, content)
    remove_others(target, written)
    return assets


def _contents(files: Mapping[str, Path]) -> Iterator[tuple[str, bytes]]:
    """What is staged, by place: scripts and styles squeezed, the parts of a script joined."""
    for name, source in files.items():
        place = PurePosixPath(name)
        if f"{place.parent}.js" in files and place.suffix == ".js":
            continue
        parts = [files[each] for each in sorted(files) if each.startswith(f"{name[:-3]}/")]
        if place.suffix == ".js" and parts:
            yield name, _joined([*parts, source])
        else:
            yield name, _squeezed(source) if place.suffix in HASHED else source.read_bytes()


def _joined(parts: list[Path]) -> bytes:
    """One script in a scope of its own."""
    return b'"use strict";\n(() => {\n' + b"".join(map(_squeezed, parts)) + b"})();\n"


def _squeezed(source: Path) -> bytes:
    """Without notes, indents and empty lines."""
    return INDENT.sub("", NOTE.sub("", source.read_text("utf-8"))).encode()
