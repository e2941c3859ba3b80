"""The theme is staged with the hash of each script and style in its name, so that they may be
kept by browsers for ever.

A script is written in small parts, one noun each: those of `assets/garden/` are joined with
`assets/garden.js`, which comes last, and share its scope; a few of them with `assets/plain.js`, for
pages that hold no form. An owner's files stay as they are.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from collector import kit
from collector.garden import Garden
from collector.pages.files import remove_others, write_changed
from collector.pages.shorten import shorten
from collector.pages.sources import laid_over
from collector.pages.squeeze import squeeze_script, squeeze_style

HASHED = (".css", ".js")
PLAIN = "assets/plain.js"
PLAIN_PARTS = ("days", "elements", "queue", "scheme", "shelf")
"""Of `assets/garden/`."""


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
    """What is staged, by place: styles squeezed, and the parts of a script in one."""
    for name, source in files.items():
        if f"{PurePosixPath(name).parent}.js" in files:
            continue
        parts = [files[each] for each in _parts(name, files)]
        if name.endswith(".js") and parts:
            yield name, _joined([*parts, source])
        elif name.endswith(".css"):
            yield name, _squeezed(source, squeeze_style)
        else:
            yield name, source.read_bytes()


def _parts(name: str, files: Mapping[str, Path]) -> list[str]:
    """The places of the parts of a script, in order."""
    if name == PLAIN:
        return [f"assets/garden/{each}.js" for each in PLAIN_PARTS]
    return [each for each in sorted(files) if each.startswith(f"{name[:-3]}/")]


def _joined(parts: list[Path]) -> bytes:
    """One script in a scope of its own. Next to an owner's part the others keep their names."""
    squeezed = b"".join(_squeezed(each, squeeze_script) for each in parts)
    script = b'"use strict";(()=>{' + squeezed + b"})();\n"
    return shorten(script.decode()).encode() if all(map(_is_ours, parts)) else script


def _squeezed(source: Path, squeeze: Callable[[str], str]) -> bytes:
    """The kit's own are squeezed; an owner's stay as they are."""
    if not _is_ours(source):
        return source.read_bytes()
    return squeeze(source.read_text("utf-8")).encode()


def _is_ours(source: Path) -> bool:
    return source.is_relative_to(kit.THEME)
