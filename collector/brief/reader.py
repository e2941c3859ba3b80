"""A brief read line by line: settings, sections, forms; all findings at once, nothing guessed."""

import hashlib
import re
from collections.abc import Collection, Sequence
from pathlib import Path

from collector.brief.advice import advise
from collector.brief.challenge import Brief, Picture, Reading
from collector.brief.codes import plain_words
from collector.brief.files import files_of, lies_beside
from collector.brief.jury import check_jury
from collector.brief.matter import read_matter
from collector.brief.model import FormSection, Section
from collector.brief.report import Report
from collector.brief.sections import Stretch, read_sections, stretches_of
from collector.brief.settings import Facts, agree, read_settings
from collector.brief.source import Body, numbered, raw_lines, read_body
from collector.garden import LANGUAGES, Settings

SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
NOT_PROSE = re.compile(r"\s*(?:[-*+]\s|[>|<#=!]|-{3}|[0-9]+[.)]\s|$)")
TOP = numbered(1, "")
"""Where a fault of the whole file is shown."""


def read_alone(
    path: Path,
    settings: Settings,
    *,
    text: str | None = None,
    terms: Collection[str] = (),
) -> Reading:
    """The brief in the file, or in `text` as if it stood there, without its translations."""
    report = Report(path)
    content = _content(path, report) if text is None else text
    brief = read_text(content, path, settings, terms, report) if content is not None else None
    return Reading(path, None if report.faulty else brief, report.findings)


def _content(path: Path, report: Report) -> str | None:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        report.error(TOP, "brief-unreadable", cause=error.strerror or str(error))
    except UnicodeDecodeError:
        report.error(TOP, "brief-encoding")
    return None


def read_text(
    text: str, path: Path, settings: Settings, terms: Collection[str], report: Report
) -> Brief:
    """What the text says; of faulty parts as much as could be read."""
    raws = raw_lines(text)
    _check_name(path, report)
    _check_signs(raws, report)
    matter = read_matter(raws, report)
    body = read_body(raws, matter.body)
    _check_closed(body, report)
    place = read_settings(matter, path.parent, settings, report, terms)
    facts = place.facts
    heading, stretches = stretches_of(body.lines, report)
    facts.title = facts.title or (plain_words(heading.label) if heading else "")
    facts.summary = facts.summary or _first_paragraph(stretches)
    if not facts.title:
        report.error(numbered(1, raws[0]), "brief-title-none", fix="# What it is called")
    sections = read_sections(stretches, report)
    agree(place, [each.form for each in sections if isinstance(each, FormSection)])
    check_jury(sections, {line.number: line for line in body.lines}, report)
    files = (*files_of(body.lines, path.parent, report), *report.files)
    source_hash = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    brief = _brief(path, facts, sections, files, source_hash)
    advise(brief, facts.written, {line.number: line for line in body.lines}, report)
    return brief


def _brief(
    path: Path,
    facts: Facts,
    sections: tuple[Section, ...],
    files: tuple[str, ...],
    source_hash: str,
) -> Brief:
    image = facts.image and Picture(facts.image.file, facts.image.alt or facts.title)
    pictures = (image.file, *files) if image else files
    return Brief(
        slug=path.stem,
        path=path,
        title=facts.title,
        language=facts.language,
        summary=facts.summary,
        sections=sections,
        image=image,
        tags=facts.tags,
        objective=facts.objective,
        measure=facts.measure,
        contact=facts.contact,
        prize=facts.prize,
        opens=facts.opens,
        closes=facts.closes,
        closes_after=facts.closes_after,
        phases=facts.phases,
        seen_by=facts.seen_by,
        access=facts.access,
        groups=facts.groups,
        voting=facts.voting,
        comments=bool(facts.comments),
        answers_within=facts.answers_within,
        moderation=facts.moderation,
        terms=facts.terms,
        one_per=facts.one_per,
        retention=facts.retention,
        screening=facts.screening,
        source_hash=source_hash,
        files=tuple(dict.fromkeys(pictures)),
    )


def _check_name(path: Path, report: Report) -> None:
    slug, dot, language = path.stem.partition(".")
    if dot and SLUG.fullmatch(slug):
        _check_translation(path, slug, language, report)
    elif not SLUG.fullmatch(path.stem):
        better = re.sub("[^a-z0-9]+", "-", path.stem.lower()).strip("-")[:64] or "my-challenge"
        report.error(TOP, "brief-slug", fix=f"{better}.md", name=path.name)


def _check_translation(path: Path, slug: str, language: str, report: Report) -> None:
    if language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        fix = f"_{path.name}"
        report.error(
            TOP, "brief-translation-language", fix=fix, slug=slug, language=language, known=known
        )
    elif not lies_beside(path.parent, f"{slug}.md"):
        report.error(TOP, "brief-translation-alone", fix=f"{slug}.md", slug=slug)


def _check_signs(raws: Sequence[str], report: Report) -> None:
    """Signs that no text holds."""
    for number, raw in enumerate(raws, 1):
        sign = CONTROL.search(raw)
        if sign:
            line, code = numbered(number, raw), f"{ord(sign[0]):04X}"
            fix = CONTROL.sub("", raw)
            report.error(line, "brief-control", at=sign.start(), fix=fix, code=code)


def _check_closed(body: Body, report: Report) -> None:
    """What is never closed would hide all that follows."""
    for number, reason, fix in (
        (body.open_fence, "brief-fence-open", "```"),
        (body.open_comment, "brief-comment-open", "-->"),
    ):
        if number:
            line = next(each for each in body.lines if each.number == number)
            report.error(line, reason, fix=fix)


def _first_paragraph(stretches: Sequence[Stretch]) -> str:
    """The first ordinary sentences outside the forms, without marks."""
    words: list[str] = []
    for stretch in stretches:
        for line in stretch.lines if stretch.prose else ():
            if not line.fenced and not NOT_PROSE.match(line.plain):
                words.append(plain_words(line.words(0)))
            elif words:
                break
        if words:
            break
    return " ".join(words)
