"""What the first view of a page weighs, how much of it is ours, and what others load."""

import gzip
import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from bench import npm
from bench.fill import _garden
from collector import pages

OWN = re.compile(r'assets/([\w-]+\.[0-9a-f]{8}\.(?:css|js))"')
SURVEYJS = ("survey-core.fontless.min.css", "survey.core.min.js")
GOVUK = ("dist/govuk/govuk-frontend.min.css", "dist/govuk/govuk-frontend.min.js")


def measure() -> dict[str, object]:
    live = pages.live(_garden())
    if live is None:
        raise RuntimeError("the garden was not built")
    return {
        "first view of home, gzip bytes": _first_view(live.public, "/"),
        "first view of a challenge, gzip bytes": _first_view(live.public, "/challenges/bread/"),
        "own css and js of the heaviest page, gzip bytes": _heaviest(live.folder),
        "others' css and js, gzip bytes": _others(),
        "mark": "own css and js at most 15,000 bytes",
    }


def _others() -> dict[str, int]:
    """What a survey page loads of them before its first question; the page itself comes on top."""
    release, drawing = npm.unpacked("survey-js-ui")
    _, core = npm.unpacked("survey-core", release)
    govuk_release, govuk = npm.unpacked("govuk-frontend")
    survey = [*(core / each for each in SURVEYJS), drawing / "survey-js-ui.min.js"]
    return {
        f"SurveyJS {release}": sum(map(_compressed, survey)),
        f"govuk-frontend {govuk_release}": sum(_compressed(govuk / each) for each in GOVUK),
    }


def _heaviest(build: Path) -> int:
    """The styles and scripts of our own that a page loads, compressed as they are sent; of pages
    that are still to be filled as well."""
    return max(map(_own, build.rglob("*.html")))


def _own(page: Path) -> int:
    names = set(OWN.findall(page.read_text("utf-8")))
    build = next(each for each in page.parents if (each / "build.json").is_file())
    return sum(_compressed(build / "public/assets" / name) for name in names)


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
