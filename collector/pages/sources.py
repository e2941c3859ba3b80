"""What a site is made from: the kit's files, the owner's laid over them, and the briefs."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from collector import brief, kit
from collector.brief import Brief, Reading
from collector.errors import BriefError, Conflict, Severity
from collector.garden import Garden
from collector.pages.kept import KeptDefinitions, held_against
from collector.pages.live import live
from collector.pages.mailed import mailed
from collector.pages.unreached import warned


def laid_over(*folders: Path) -> dict[str, Path]:
    """The files of all folders by their place; a later folder's file covers an earlier one's."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                found[path.relative_to(folder).as_posix()] = path
    return found


def pages(garden: Garden) -> dict[str, Path]:
    """Pages and pictures that are not challenges, by their place below `site/pages/`."""
    spoken = kit.LANGUAGES / garden.settings.language
    return laid_over(kit.PAGES, spoken, garden.own_pages)


def terms(garden: Garden) -> list[str]:
    """The names of all pages that a form can ask to accept."""
    return [
        Path(place).stem
        for place in pages(garden)
        if place.startswith("terms/") and place.endswith(".md")
    ]


def terms_text(garden: Garden, name: str) -> str:
    """The terms of this name, as they are worded now."""
    return pages(garden)[f"terms/{name}.md"].read_text("utf-8")


def check(
    garden: Garden, kept: Mapping[str, KeptDefinitions] | None = None, *, strict: bool = False
) -> list[Reading]:
    """Read every brief of the garden; all findings at once, none raised.

    `kept` holds the definitions that answers were given to, by challenge: ids and codes must not
    move away from under them.
    """
    readings = brief.read_folder(garden.challenges, garden.settings, terms(garden))
    answered = kept or {}
    held = (
        held_against(each, answered.get(each.path.stem, {}), strict=strict) for each in readings
    )
    return [mailed(warned(each), garden.settings) for each in held]


def check_text(
    garden: Garden, name: str, text: str, kept: Mapping[str, KeptDefinitions]
) -> Reading:
    """What `check` would say if this text stood in the file of that name.

    `name` is a slug, or `<slug>.<language>` of a translation, which is read beside its brief.
    """
    path = garden.challenges / f"{name}.md"
    slug = name.partition(".")[0]
    if slug == name:
        reading = brief.read(path, garden.settings, text=text, terms=terms(garden))
        return mailed(warned(held_against(reading, kept.get(slug, {}))), garden.settings)
    base = brief.read(path.with_name(f"{slug}.md"), garden.settings, terms=terms(garden)).brief
    if base is None:
        raise Conflict("write-base-broken", file=f"{slug}.md")
    return brief.read_translation(path, base, garden.settings, text)


def briefs_to_build(
    garden: Garden,
    kept: Mapping[str, KeptDefinitions] | None = None,
    *,
    keep_last_good: bool = False,
    progress: Callable[[str], None] = lambda _finding: None,
) -> dict[str, Brief]:
    """The briefs that a build is made from, by slug. Raises BriefError if any has errors.

    With `keep_last_good` a broken brief is taken from the live build instead, or left out if it
    never was on the site; `progress` is told what is wrong with it.
    """
    readings = check(garden, kept)
    broken = [each for each in readings if _is_broken(each)]
    if not keep_last_good or not broken:
        return brief.briefs_of(readings)
    good = brief.briefs_of([each for each in readings if each not in broken])
    for finding in (each for reading in broken for each in reading.findings):
        progress(str(finding))
    return dict(sorted((good | _last_good(garden, broken)).items()))


def _is_broken(reading: Reading) -> bool:
    return any(each.severity is Severity.ERROR for each in reading.findings)


def _last_good(garden: Garden, broken: Sequence[Reading]) -> dict[str, Brief]:
    standing = live(garden)
    slugs = {each.path.stem for each in broken}
    if standing is None:
        raise BriefError([finding for each in broken for finding in each.findings])
    return {slug: standing.briefs[slug] for slug in slugs if slug in standing.briefs}
