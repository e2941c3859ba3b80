"""A frame that was built for one place of the site, its addresses fitted to another."""

import posixpath
import re
from dataclasses import replace
from urllib.parse import urljoin

from collector.pages.slots import Frame

ADDRESS = re.compile(r"""(\b(?:href|src)=["'])([^"'#:]+)(?=["'#])""")
"""Addresses of the page's own site, in quotes."""


def absolute(page: str, base: str) -> str:
    """The page as it can stand at any address; `base` is its own, as `/challenges/`."""
    return ADDRESS.sub(lambda found: found[1] + urljoin(base, found[2]), page)


def moved(frame: Frame, old: str, new: str) -> Frame:
    """The frame of a page in the folder `old` as it stands in `new`: `challenges/bread/ideas/`."""

    def fitted(found: re.Match[str]) -> str:
        target = urljoin(f"/{old}", found[2])
        end = "/" if target.endswith("/") else ""
        return f"{found[1]}{posixpath.relpath(target, f'/{new}')}{end}"

    fixed = (ADDRESS.sub(fitted, piece.decode()).encode() for piece in frame.fixed)
    return replace(frame, fixed=tuple(fixed))
