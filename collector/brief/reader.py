"""A brief read line by line: settings, sections, forms; all findings at once, nothing guessed."""

import hashlib
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from collector.brief import advice
from collector.brief.blocks import blocks_of
from collector.brief.codes import plain_words
from collector.brief.files import files_of
from collector.brief.form import FormHead, read_form
from collector.brief.heading import Heading, is_heading, near, read_heading
from collector.brief.matter import read_matter
from collector.brief.model import (
    Brief,
    FormKind,
    FormSection,
    Picture,
    Prose,
    Reading,
    Results,
    Section,
    Slot,
    SlotKind,
)
from collector.brief.question import HASHES, markdown
from collector.brief.report import Report
from collector.brief.settings import Facts, read_settings
from collector.brief.shapes import reader_of
from collector.brief.source import Body, SourceLine, numbered, raw_lines, read_body
from collector.garden import Settings

SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
FORM_NAME = re.compile(r"[a-z][a-z0-9_-]{0,63}")
FORMS = {kind.value: kind for kind in FormKind}
SLOTS = {kind.value: kind for kind in SlotKind}
LATER = ("jury", "thanks")
CLASSES = (*FORMS, *SLOTS, *LATER, "private")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
NOT_PROSE = re.compile(r"\s*(?:[-*+>|<#=!]|[0-9]+[.)]\s|$)")


@dataclass
class _Stretch:
    """A heading of level one or two and the lines below it."""

    heading: Heading | None
    lines: list[SourceLine] = field(default_factory=list)


def read(
    path: Path, settings: Settings, *, text: str | None = None, terms: Collection[str] = ()
) -> Reading:
    """The brief in the file, or in `text` as if it stood there; never raises.

    `terms` names the pages that `terms:` may choose; empty: they are not checked.
    """
    report = Report(path)
    if text is None:
        try:
            content = path.read_bytes()
            text = content.decode("utf-8")
        except OSError as error:
            report.error(numbered(1, ""), "brief-unreadable", cause=error.strerror or str(error))
            return Reading(path, None, report.findings)
        except UnicodeDecodeError:
            report.error(numbered(1, ""), "brief-encoding")
            return Reading(path, None, report.findings)
    brief = read_text(text, path, settings, terms, report)
    return Reading(path, None if report.faulty else brief, report.findings)


def read_text(
    text: str, path: Path, settings: Settings, terms: Collection[str], report: Report
) -> Brief:
    """What the text says; of faulty parts as much as could be read."""
    raws = raw_lines(text)
    _check_file(path, raws, report)
    matter = read_matter(raws, report)
    body = read_body(raws, matter.body)
    _check_closed(body, report)
    facts = read_settings(matter, path.parent, settings, report, terms)
    heading, stretches = _stretches(body.lines, report)
    title = facts.title or (heading.label if heading else "")
    if not title:
        report.error(numbered(1, raws[0]), "brief-title-none", fix="# What it is called")
    sections = _sections(stretches, report)
    files = files_of(body.lines, path.parent, report)
    brief = Brief(
        slug=path.stem,
        path=path,
        title=title,
        summary=facts.summary or _first_paragraph(stretches),
        sections=sections,
        image=_picture(facts, title),
        tags=facts.tags,
        objective=facts.objective,
        contact=facts.contact,
        prize=facts.prize,
        opens=facts.opens,
        closes=facts.closes,
        moderation=facts.moderation,
        terms=facts.terms,
        source_hash=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        files=tuple(dict.fromkeys((*((facts.image.file,) if facts.image else ()), *files))),
    )
    advice.advise(brief, facts.written, report)
    return brief


def _check_file(path: Path, raws: Sequence[str], report: Report) -> None:
    """Faults of the file's name, and signs that no text holds."""
    stem, _, language = path.stem.partition(".")
    if language and SLUG.fullmatch(stem):
        report.error(numbered(1, ""), "brief-translation", language=language, slug=stem)
    elif not SLUG.fullmatch(path.stem):
        slug = re.sub("[^a-z0-9]+", "-", path.stem.lower()).strip("-")[:64] or "my-challenge"
        report.error(numbered(1, ""), "brief-slug", fix=f"{slug}.md", name=path.name)
    for number, raw in enumerate(raws, 1):
        sign = CONTROL.search(raw)
        if sign:
            line = numbered(number, raw)
            fix = CONTROL.sub("", raw)
            report.error(
                line, "brief-control", at=sign.start(), fix=fix, code=f"{ord(sign[0]):04X}"
            )


def _check_closed(body: Body, report: Report) -> None:
    """What is never closed would hide all that follows."""
    for number, reason, fix in (
        (body.open_fence, "brief-fence-open", "```"),
        (body.open_comment, "brief-comment-open", "-->"),
    ):
        if number:
            line = next(each for each in body.lines if each.number == number)
            report.error(line, reason, fix=fix)


def _stretches(
    lines: Sequence[SourceLine], report: Report
) -> tuple[Heading | None, list[_Stretch]]:
    """The title's heading, and the body parted at headings of level one and two."""
    title: Heading | None = None
    found = [_Stretch(None)]
    for line in lines:
        quiet = Report(report.path)
        heading = read_heading(line, quiet)
        if heading is None or heading.level > 2:
            found[-1].lines.append(line)
            continue
        heading = read_heading(line, report) or heading
        if heading.level == 1 and title is None:
            title = heading
            found.append(_Stretch(None))
        else:
            found.append(_Stretch(heading))
    return title, found


def _sections(stretches: Sequence[_Stretch], report: Report) -> tuple[Section, ...]:
    sections: list[Section] = []
    names: set[str] = set()
    for stretch in stretches:
        section = _section(stretch, names, report)
        if section is not None:
            sections.append(section)
    return tuple(sections)


def _section(stretch: _Stretch, names: set[str], report: Report) -> Section | None:
    heading = stretch.heading
    kind = _kind(heading, report) if heading else ""
    if heading and kind in FORMS:
        head = _form_head(heading, FORMS[kind], names, report)
        form = read_form(head, stretch.lines, report)
        return FormSection(form) if form else None
    _check_outside(stretch, report)
    if heading and kind in SLOTS:
        if kind in names:
            report.error(heading.line, "brief-slot-twice", fix=f"## {heading.label}", word=kind)
        names.add(kind)
        return Slot(SLOTS[kind], heading.label, markdown(stretch.lines))
    lines = [heading.line, *stretch.lines] if heading else stretch.lines
    written = markdown(lines)
    return Prose(written) if written else None


def _kind(heading: Heading, report: Report) -> str:
    """Which section the heading opens; empty for prose and for faults."""
    attributes, line = heading.attributes, heading.line
    sound = _check_classes(heading, report)
    kinds = [each for each in attributes.classes if each in (*FORMS, *SLOTS)]
    if len(kinds) > 1:
        at = attributes.places[kinds[1]]
        report.error(line, "brief-section-two", at=at, fix=f"{heading.written} {{.{kinds[0]}}}")
        return ""
    kind = kinds[0] if kinds else ""
    if kind and heading.level != 2:
        report.error(line, "brief-section-level", fix=f"## {heading.label} {{.{kind}}}")
        return ""
    fix = f"## {heading.label} {{.{kind}}}"
    if "private" in attributes.classes and kind != "idea":
        report.error(line, "brief-section-private", at=attributes.places["private"], fix=fix)
    if "results" in attributes.values and kind not in ("survey", "poll"):
        report.error(line, "brief-section-results", at=attributes.places["results"], fix=fix)
    return kind if sound else ""


def _check_classes(heading: Heading, report: Report) -> bool:
    """Whether all words of the braces are a section's; each other one is reported."""
    attributes, line = heading.attributes, heading.line
    odd = [each for each in attributes.classes if each not in CLASSES or each in LATER]
    odd += [each for each in attributes.values if each != "results"]
    for word in odd:
        at = attributes.places[word]
        meant = near(word, list(CLASSES)) or "survey"
        fix = f"{heading.written} {{.{meant}}}"
        if word in LATER:
            report.error(line, "brief-section-later", at=at, fix=heading.written, word=word)
        else:
            report.error(line, "brief-section-unknown", at=at, fix=fix, word=word, near=meant)
    return not odd


def _form_head(heading: Heading, kind: FormKind, names: set[str], report: Report) -> FormHead:
    attributes, line = heading.attributes, heading.line
    name = attributes.id or kind.value
    if not FORM_NAME.fullmatch(name):
        fix = line.raw.replace(f"#{name}", f"#{kind.value}")
        report.error(line, "brief-form-name", at=attributes.places["#"], fix=fix, name=name)
    elif name in names:
        fix = f"## {heading.label} {{.{kind.value} #{name}_2}}"
        report.error(line, "brief-form-twice", fix=fix, name=name)
    names.add(name)
    results = Results.AFTER_VOTE if kind is FormKind.POLL else Results.NEVER
    written = attributes.values.get("results", "")
    if written in set(Results):
        results = Results(written)
    elif written:
        at = attributes.places["results"]
        meant = near(written, [each.value for each in Results]) or results.value
        fix = line.replaced(at, at + len(f"results={written}"), f"results={meant}")
        known = ", ".join(Results)
        report.error(line, "brief-results", at=at, fix=fix, value=written, known=known)
    return FormHead(heading, name, kind, results, "private" in attributes.classes)


def _check_outside(stretch: _Stretch, report: Report) -> None:
    """A question outside a form would be drawn as plain text, and nobody could answer it."""
    for line in stretch.lines:
        if HASHES.match(line.plain) and "{" in line.plain:
            fix = re.sub(r"^(\s*#+)", r"\1 ", line.raw)
            report.error(line, "brief-heading-blank", fix=fix)
    starts = [index for index, line in enumerate(stretch.lines) if is_heading(line)]
    if not starts:
        return
    for block in blocks_of(stretch.lines[starts[0] :]):
        if reader_of(block):
            words = stretch.heading.label if stretch.heading else "Your answers"
            where = stretch.heading.line if stretch.heading else stretch.lines[starts[0]]
            report.error(where, "brief-shape-outside", fix=f"## {words} {{.survey}}")
            return


def _first_paragraph(stretches: Sequence[_Stretch]) -> str:
    """The first stretch of ordinary sentences outside the forms, without marks."""
    words: list[str] = []
    for stretch in stretches:
        if stretch.heading and stretch.heading.attributes.classes:
            continue
        for line in stretch.lines:
            if line.fenced or NOT_PROSE.match(line.plain):
                if words:
                    return " ".join(words)
            else:
                words.append(plain_words(line.words(0)))
        if words:
            return " ".join(words)
    return ""


def _picture(facts: Facts, title: str) -> Picture | None:
    """The card's picture; without words of its own it shows what the title says."""
    if facts.image is None or facts.image.alt:
        return facts.image
    return Picture(facts.image.file, title)
