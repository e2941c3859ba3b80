"""What the first view of a page weighs, and how much of it is our own css and js."""

import gzip
import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from bench.fill import _garden
from collector import kit, pages

OWN = (".css", ".js")


def measure() -> dict[str, object]:
    live = pages.live(_garden())
    if live is None:
        raise RuntimeError("the garden was not built")
    return {
        "first view of home, gzip bytes": _first_view(live.public, "/"),
        "first view of a challenge, gzip bytes": _first_view(live.public, "/challenges/bread/"),
        "own css and js, gzip bytes": own_weight(),
        "mark": "own css and js at most 15,000 bytes",
    }


def own_weight() -> int:
    """All styles and scripts of our own, each compressed as it is sent."""
    files = [path for path in kit.THEME.rglob("*") if path.suffix in OWN]
    return sum(_compressed(path) for path in files)


def _first_view(public: Path, place: str) -> dict[str, int]:
    page = public / place.lstrip("/") / "index.html"
    text = page.read_text("utf-8")
    found = re.findall(r'<(?:link[^>]+?href|script[^>]+?src|img[^>]+?src)="([^"]+)"', text)
    assets = {urlsplit(urljoin(f"http://site{place}", each)).path for each in found}
    files = [public / each.lstrip("/") for each in assets]
    weights = {path.name: _compressed(path) for path in files if path.is_file()}
    return {"page": _compressed(page), "total": _compressed(page) + sum(weights.values())}


def _compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))
