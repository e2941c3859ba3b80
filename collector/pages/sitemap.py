"""The sitemap lists the pages that stand by themselves; ideas are found through their lists.

A build notes the places of its pages; filling adds those that it makes: lists of ideas, roadmaps.
"""

from collections.abc import Iterable
from pathlib import Path

from collector.pages.files import remove_served
from collector.pages.render import render

PLACE = "sitemap.xml"


def built_places(public: Path) -> list[str]:
    """The folders of the pages that a build made; its generator's own sitemap is taken away."""
    remove_served(public / PLACE)
    made = (each.parent.relative_to(public).as_posix() for each in public.rglob("index.html"))
    return sorted(made)


def sitemap(home: str, places: Iterable[str]) -> bytes:
    """The sitemap of these folders of the site at `home`."""
    addresses = [f"{home.rstrip('/')}/{place}/".replace("/./", "/") for place in sorted({*places})]
    return render("sitemap.xml", {"addresses": addresses}).encode()
