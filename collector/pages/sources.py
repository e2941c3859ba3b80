"""What a site is made from: the kit's files, the owner's laid over them, and the briefs."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from collector import brief, kit
from collector.brief import Brief, Reading
from collector.errors import BriefError, BuildError, Conflict, Severity
from collector.garden import Garden
from collector.models import ModelReading, Models, read_pages
from collector.pages.kept import KeptDefinitions, held_against
from collector.pages.laid_out import laid_out
from collector.pages.live import MODELS, live
from collector.pages.mailed import mailed
from collector.pages.unreached import warned

USUAL_TERMS = "taking-part"
TITLE = re.compile(r"^#[ \t]+(?P<title>.+?)[ \t#]*$", re.M)


@dataclass(frozen=True)
class Pages:
    """Pages that are not challenges, by their place, and the models among them."""

    files: Mapping[str, Path]
    models: Models


def laid_over(*folders: Path) -> dict[str, Path]:
    """The files of all folders by their place; a later folder's file covers an earlier one's."""
    found: dict[str, Path] = {}
    for folder in folders:
        found |= laid_out(folder)
    return found


def pages(garden: Garden) -> dict[str, Path]:
    """Pages and pictures that are not challenges, by their place below `site/pages/`."""
    spoken = kit.LANGUAGES / garden.settings.language
    return laid_over(kit.PAGES, spoken, garden.own_pages)


def terms(garden: Garden) -> list[str]:
    """The names of all pages that a form can ask to accept."""
    return terms_among(pages(garden))


def terms_among(places: Iterable[str]) -> list[str]:
    """The names of the terms among these pages."""
    return [
        Path(place).stem for place in places if place.startswith("terms/") and place.endswith(".md")
    ]


def without_idle_terms(told: Pages, asked: Collection[str]) -> Pages:
    """The pages but for the kit's ready terms that no form asks to accept.

    Nobody shall read conditions that don't hold. Your own stay, and `taking-part`, which is usual.
    """
    keep = {f"terms/{name}.md" for name in (*asked, USUAL_TERMS)}
    files = {
        place: path
        for place, path in told.files.items()
        if place in keep or not place.startswith("terms/") or not _is_kits(path)
    }
    return replace(told, files=files)


def _is_kits(path: Path) -> bool:
    return kit.PAGES in path.parents or kit.LANGUAGES in path.parents


def terms_text(garden: Garden, name: str) -> str:
    """The terms of this name, as they are worded now."""
    return pages(garden)[f"terms/{name}.md"].read_text("utf-8")


def terms_title(garden: Garden, name: str) -> str:
    """What the terms of this name are called: their first heading, else the name."""
    page = pages(garden).get(f"terms/{name}.md")
    heading = TITLE.search(page.read_text("utf-8-sig")) if page else None
    return heading["title"] if heading else name


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


def check_models(garden: Garden, others: Mapping[str, Path] | None = None) -> ModelReading:
    """Read the canvases, experiments, participant maps … among the garden's pages.

    `others` are those pages, if they are known already. Raises BuildError for one in no encoding
    that can be read.
    """
    held = pages(garden) if others is None else others
    return read_pages(
        held,
        garden.settings.language,
        _slugs(garden),
        lambda: _invited(garden),
        lambda slug: _split_polls(garden, slug),
    )


def _split_polls(garden: Garden, slug: str) -> list[str] | None:
    """Their names; None where the brief has faults, which are told of it."""
    found = brief.read(garden.challenges / f"{slug}.md", garden.settings).brief
    return None if found is None else [each.name for each in found.forms if each.trial]


def _invited(garden: Garden) -> dict[str, list[str]]:
    """The codes of the groups that each challenge invites."""
    readings = brief.read_folder(garden.challenges, garden.settings, terms(garden))
    briefs = (each.brief for each in readings)
    return {each.slug: [group.code for group in each.groups] for each in briefs if each}


def models_to_tell(garden: Garden) -> tuple[Models, ...]:
    """The models that are written, and those that stand on the site meanwhile."""
    standing = models_told(garden)
    try:
        found = read_pages(pages(garden), garden.settings.language, _slugs(garden))
    except BuildError:
        return (standing,)
    return found.models, standing


def models_told(garden: Garden) -> Models:
    """The models on the live site."""
    standing = live(garden)
    return standing.models if standing else Models()


def _slugs(garden: Garden) -> list[str]:
    return [path.stem for path in garden.challenges.glob("[!_.]*.md") if "." not in path.stem]


def pages_to_build(
    garden: Garden,
    *,
    keep_last_good: bool = False,
    progress: Callable[[str], None] = lambda _finding: None,
) -> Pages:
    """All pages that are not challenges, and the models among them. Raises BriefError for faults.

    With `keep_last_good` a faulty one is taken from the live build instead, or left out, and
    `progress` is told what is wrong with it.
    """
    others = pages(garden)
    reading = check_models(garden, others)
    while faults := [each for each in reading.findings if each.severity is Severity.ERROR]:
        standing = live(garden) if keep_last_good else None
        if standing is None:
            raise BriefError(faults)
        for finding in faults:
            progress(str(finding))
        others = _without_faults(others, {each.path for each in faults}, standing.folder / MODELS)
        reading = check_models(garden, others)
    return Pages(others, reading.models)


def _without_faults(
    others: Mapping[str, Path], faulty: Collection[Path], last_good: Path
) -> dict[str, Path]:
    kept = {place: path for place, path in others.items() if path not in faulty}
    stood = {
        place: last_good / place
        for place, path in others.items()
        if path in faulty and path != last_good / place and (last_good / place).is_file()
    }
    return kept | stood


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
