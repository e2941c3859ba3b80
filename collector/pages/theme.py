"""The theme is staged with the hash of each script and style in its name, so that they may be
kept by browsers for ever."""

import hashlib
from pathlib import Path, PurePosixPath

from collector import kit
from collector.garden import Garden
from collector.pages.files import remove_others, write_changed
from collector.pages.sources import laid_over

HASHED = (".css", ".js")


def stage_theme(garden: Garden, target: Path) -> dict[str, str]:
    """Lay the owner's theme over the kit's. Returns the place of each asset by its plain name."""
    assets: dict[str, str] = {}
    written = set()
    for name, source in laid_over(kit.THEME, garden.own_theme).items():
        content = source.read_bytes()
        place = PurePosixPath(name)
        if place.suffix in HASHED:
            digest = hashlib.sha256(content).hexdigest()[:8]
            place = place.with_suffix(f".{digest}{place.suffix}")
            assets[PurePosixPath(name).name] = str(place)
        written.add(target / place)
        write_changed(target / place, content)
    remove_others(target, written)
    return assets
