"""The Content-Security-Policy under which a build's pages work."""

import base64
import hashlib
from collections.abc import Iterable
from urllib.parse import urlsplit

from collector.garden import Settings


def policy(settings: Settings, inline: Iterable[str]) -> str:
    """Nothing but what the site itself brings; of scripts in pages only those of `inline`."""
    own = " ".join(
        ["'self'", *sorted({*_origin(settings.site.url), *_origin(settings.collector.url)})]
    )
    hashes = "".join(f" '{_hash(script)}'" for script in sorted(inline))
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {own}{hashes}",
            f"style-src {own}",
            f"img-src {own} data:",
            f"font-src {own}",
            f"media-src {own}",
            f"connect-src {own}",
            f"form-action {own}",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


def _origin(url: str) -> list[str]:
    parts = urlsplit(url)
    return [f"{parts.scheme}://{parts.netloc}"] if parts.netloc else []


def _hash(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
