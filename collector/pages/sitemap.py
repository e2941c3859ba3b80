"""The sitemap lists the pages that stand by themselves; ideas are found through their lists."""

from collections.abc import Iterable
from pathlib import Path

from collector.pages.files import packed, write
from collector.pages.render import render


def write_sitemap(public: Path, home: str, filled: Iterable[str] = ()) -> None:
    """Write `sitemap.xml`; without the site's public address there can be none.

    `filled` names the folders of pages that are not made until they are filled.
    """
    path = public / "sitemap.xml"
    packed(path).unlink(missing_ok=True)
    path.unlink(missing_ok=True)
    if home:
        made = (each.parent.relative_to(public).as_posix() for each in public.rglob("index.html"))
        places = sorted({*made, *filled})
        addresses = [f"{home.rstrip('/')}/{place}/".replace("/./", "/") for place in places]
        write(path, render("sitemap.xml", {"addresses": addresses}).encode())
