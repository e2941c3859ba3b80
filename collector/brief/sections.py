"""The body of a brief, parted at its headings: prose, forms, and slots for what comes later."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from collector.brief.blocks import blocks_of
from collector.brief.codes import plain_words
from collector.brief.form import FormHead, read_form
from collector.brief.heading import Heading, level_of, near, read_heading
from collector.brief.jury import KEYS, read_scorecard
from collector.brief.model import (
    SECTIONS,
    FormKind,
    FormSection,
    Prose,
    Results,
    Section,
    Slot,
    SlotKind,
    Thanks,
)
from collector.brief.question import HASHES, check_text, markdown
from collector.brief.report import Report
from collector.brief.shapes import reader_of
from collector.brief.source import SourceLine
from collector.brief.variants import KEYS as TRIAL_KEYS
from collector.brief.variants import SPLIT

FORM_NAME = re.compile(r"[a-z][a-z0-9_-]{0,63}")
FORMS = {kind.value: kind for kind in SECTIONS}
SLOTS = {kind.value: kind for kind in SlotKind}
THANKS = "thanks"
JURY = FormKind.JURY.value
CLASSES = (*FORMS, *SLOTS, THANKS, JURY, "private", SPLIT)
TOLD = ("survey", "poll", JURY)
"""Sections of which a brief may say when their results are told."""


@dataclass
class Stretch:
    """A heading of level one or two, and the lines below it."""

    heading: Heading | None
    lines: list[SourceLine] = field(default_factory=list)

    @property
    def prose(self) -> bool:
        return self.heading is None or not self.heading.attributes.classes


def stretches_of(
    lines: Sequence[SourceLine], report: Report
) -> tuple[Heading | None, list[Stretch]]:
    """The title's heading, and the body parted at headings of level one and two."""
    title: Heading | None = None
    found = [Stretch(None)]
    for line in lines:
        heading = read_heading(line, report) if level_of(line) in (1, 2) else None
        if heading is None:
            found[-1].lines.append(line)
        elif heading.level == 1 and title is None:
            title = heading
            found.append(Stretch(None))
        else:
            found.append(Stretch(heading))
    return title, found


def read_sections(stretches: Sequence[Stretch], report: Report) -> tuple[Section, ...]:
    """The sections in order; those with faults are left out, and reported."""
    names: set[str] = set()
    sections: list[Section] = []
    for stretch in stretches:
        kind = _kind(stretch.heading, report) if stretch.heading else ""
        if stretch.heading and kind == THANKS:
            _thank(sections, stretch, stretch.heading, report)
        elif section := _section(stretch, kind, names, report):
            sections.append(section)
    return tuple(sections)


def _thank(sections: list[Section], stretch: Stretch, heading: Heading, report: Report) -> None:
    """Words for whoever has sent the form above go to that form."""
    _check_outside(stretch, report)
    for line in stretch.lines:
        check_text(line, report)
    asked = [each for each in sections if isinstance(each, FormSection)]
    if not asked or asked[-1].form.thanks:
        reason = "brief-thanks-twice" if asked else "brief-thanks-alone"
        report.error(heading.line, reason, fix=f"## {heading.label}")
        return
    thanks = Thanks(plain_words(heading.label), markdown(stretch.lines))
    with_thanks = FormSection(replace(asked[-1].form, thanks=thanks))
    sections[sections.index(asked[-1])] = with_thanks


def _section(stretch: Stretch, kind: str, names: set[str], report: Report) -> Section | None:
    heading = stretch.heading
    if heading and kind == JURY:
        head = _form_head(heading, FormKind.JURY, names, report)
        return read_scorecard(head, stretch.lines, report)
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
    written = markdown([heading.line, *stretch.lines] if heading else stretch.lines)
    return Prose(written) if written else None


def _kind(heading: Heading, report: Report) -> str:
    """Which section the heading opens; empty for prose and for faults."""
    attributes, line = heading.attributes, heading.line
    if not _classes_are_known(heading, report):
        return ""
    kinds = [each for each in attributes.classes if each in (*FORMS, *SLOTS, THANKS, JURY)]
    kind = kinds[0] if kinds else ""
    fix = f"## {heading.label} {{.{kind or 'idea'}}}"
    if len(kinds) > 1:
        report.error(line, "brief-section-two", at=attributes.places[kinds[1]], fix=fix)
    elif kind and heading.level != 2:
        report.error(line, "brief-section-level", fix=fix)
    elif "private" in attributes.classes and kind != "idea":
        report.error(line, "brief-section-private", at=attributes.places["private"], fix=fix)
    elif "results" in attributes.values and kind not in TOLD:
        report.error(line, "brief-section-results", at=attributes.places["results"], fix=fix)
    elif SPLIT in attributes.classes and kind != "poll":
        fix = f"## {heading.label} {{.poll .{SPLIT}}}"
        report.error(line, "brief-section-split", at=attributes.places[SPLIT], fix=fix)
    elif SPLIT not in attributes.classes and (key := _of_trials(heading)):
        report.error(
            line,
            "brief-split-missing",
            at=attributes.places[key],
            fix=heading.with_word(f".{SPLIT}"),
            key=key,
        )
    else:
        return kind
    return ""


def _of_trials(heading: Heading) -> str:
    """What the braces say that only a split poll has; empty if nothing."""
    return next((each for each in TRIAL_KEYS if each in heading.attributes.values), "")


def _classes_are_known(heading: Heading, report: Report) -> bool:
    """Whether all words of the braces are a section's; each other one is reported."""
    attributes, line = heading.attributes, heading.line
    keys = ("results", *KEYS) if JURY in attributes.classes else ("results", *TRIAL_KEYS)
    odd = [each for each in attributes.classes if each not in CLASSES]
    odd += [each for each in attributes.values if each not in keys]
    for word in odd:
        at = attributes.places[word]
        meant = near(word, list(CLASSES)) or "survey"
        fix = f"{heading.written} {{.{meant}}}"
        if f".{word}" in line.raw:
            fix = line.raw.replace(f".{word}", f".{meant}", 1)
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
    results = _results(heading, kind, report)
    return FormHead(heading, name, kind, results, private="private" in attributes.classes)


def _results(heading: Heading, kind: FormKind, report: Report) -> Results:
    usual = Results.AFTER_VOTE if kind is FormKind.POLL else Results.NEVER
    written = heading.attributes.values.get("results", usual.value)
    if written in set(Results):
        return Results(written)
    line, at = heading.line, heading.attributes.places["results"]
    meant = near(written, [each.value for each in Results]) or usual.value
    fix = line.replaced(at, at + len(f"results={written}"), f"results={meant}")
    report.error(line, "brief-results", at=at, fix=fix, value=written, known=", ".join(Results))
    return usual


def _check_outside(stretch: Stretch, report: Report) -> None:
    """A question outside a form would stand there as text, and nobody could answer it."""
    for line in stretch.lines:
        if HASHES.match(line.plain) and "{" in line.plain:
            fix = re.sub(r"^(\s*#+)", r"\1 ", line.raw)
            report.error(line, "brief-heading-blank", fix=fix)
    asked = [index for index, line in enumerate(stretch.lines) if level_of(line) == 3]
    below = stretch.lines[asked[0] :] if asked else []
    if any(reader_of(block) for block in blocks_of(below)) and not _is_told(stretch.heading):
        words = stretch.heading.label if stretch.heading else "Your answers"
        where = stretch.heading.line if stretch.heading else below[0]
        report.error(where, "brief-shape-outside", fix=f"## {words} {{.survey}}")


def _is_told(heading: Heading | None) -> bool:
    """Whether its braces were to open a form, and it was said what is wrong with them."""
    return heading is not None and any(each not in CLASSES for each in heading.attributes.classes)
