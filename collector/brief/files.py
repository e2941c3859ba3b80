"""Pictures and files that a brief's Markdown shows or links; they lie beside it."""

import re
from collections.abc import Iterable
from pathlib import Path

from collector.brief.heading import near
from collector.brief.report import Report
from collector.brief.source import SourceLine

CODE_SPAN = re.compile(r"(`+).*?\1")
LINK = re.compile(r"(!?)\[([^\[\]]*)\]\(\s*<?([^)\s>]*)>?[^)]*\)")
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/#?]|$", re.IGNORECASE)


def names_in(folder: Path) -> frozenset[str]:
    """The names of the files in the folder; none if it can't be read."""
    try:
        return frozenset(each.name for each in folder.iterdir() if each.is_file())
    except OSError:
        return frozenset()


def lies_beside(folder: Path, name: str) -> bool:
    """Whether there is such a file. Asking for one is quicker than listing a large folder."""
    try:
        return (folder / name).is_file()
    except OSError:
        return False


def files_of(lines: Iterable[SourceLine], folder: Path, report: Report) -> tuple[str, ...]:
    """The files that these lines need, each once; it reports missing ones and missing alt texts."""
    needed: dict[str, None] = {}
    for line in lines:
        text = CODE_SPAN.sub(lambda span: " " * len(span[0]), line.plain)
        for link in LINK.finditer(text) if "](" in text else ():
            _check_alt(line, link, report)
            name = _file_of(link)
            if name and lies_beside(folder, name):
                needed[name] = None
            elif name:
                meant = near(name, list(names_in(folder))) or "oven.jpg"
                fix = line.replaced(link.start(3), link.end(3), meant)
                report.error(line, "brief-file-missing", at=link.start(3), fix=fix, file=name)
    return tuple(needed)


def _check_alt(line: SourceLine, link: re.Match[str], report: Report) -> None:
    if link[1] and not link[2].strip():
        fix = line.replaced(link.start(2), link.end(2), "What it shows")
        report.error(line, "brief-alt-missing", at=link.start(), fix=fix, file=link[3])


def _file_of(link: re.Match[str]) -> str:
    """The name of the file beside the brief; empty if the link leads to a page or elsewhere."""
    name = link[3].partition("#")[0].partition("?")[0].removeprefix("./")
    if ELSEWHERE.match(link[3]) or not (link[1] or _is_file(name)):
        return ""
    return name


def _is_file(name: str) -> bool:
    """Whether a link names a file beside the brief, and not another page."""
    suffix = name.rpartition(".")[2] if "." in name else ""
    return "/" not in name and bool(suffix) and suffix.lower() not in ("md", "html")
