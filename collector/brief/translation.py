"""A translation, `<slug>.<language>.md`: the words of a brief in another language.

    bread.md ──► Brief ─┐
                        ├─ the same ids and codes ─► Brief, its words exchanged
    bread.de.md ► Brief ┘

Settings, limits and conditions are the brief's. What differs in structure is an error at the line.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from typing import TypeVar

from collector.brief.challenge import Brief, Picture, Reading
from collector.brief.matter import read_matter
from collector.brief.measure import Measure
from collector.brief.model import (
    BLANKS,
    Form,
    FormSection,
    Line,
    Option,
    Page,
    Question,
    Scorecard,
    Section,
    Shape,
    Slot,
)
from collector.brief.reader import read_alone
from collector.brief.report import Report
from collector.brief.source import numbered, raw_lines
from collector.brief.trial import Trial
from collector.errors import Severity
from collector.garden import LANGUAGES, Settings

NAME = re.compile(r"(?P<slug>[^.]+)\.(?P<language>[^.]+)")
"""The stem of a translation's path."""
WORDS = ("title", "summary", "image", "tags", "objective", "measure", "prize", "contact")
"""The settings that a translation has; all others are the brief's."""
POINTS = frozenset({Shape.SCALE, Shape.SLIDER})
"""Shapes whose options are words at some of their points."""

Coded = TypeVar("Coded", Option, Line)


def read(
    path: Path, settings: Settings, *, text: str | None = None, terms: Collection[str] = ()
) -> Reading:
    """The brief in the file, or in `text` as if it stood there, with its translations.

    Never raises. `terms` names the pages that `terms:` may choose; if empty they are not checked.
    """
    reading = read_alone(path, settings, text=text, terms=terms)
    if reading.brief is None:
        return reading
    others = [
        _translation(beside, reading.brief, settings)
        for language in LANGUAGES
        if (beside := path.with_name(f"{path.stem}.{language}.md")).is_file()
    ]
    findings = (*reading.findings, *(finding for each in others for finding in each.findings))
    if any(each.brief is None for each in others):
        return Reading(path, None, findings)
    return Reading(
        path, _with(reading.brief, [each.brief for each in others if each.brief]), findings
    )


def read_translation(path: Path, brief: Brief, settings: Settings, text: str) -> Reading:
    """The brief in the words of `text`, as if it stood in the translation's file."""
    return _translation(path, brief, settings, text)


def is_translation(path: Path) -> bool:
    """Whether the file translates a brief that lies beside it."""
    named = NAME.fullmatch(path.stem)
    if named is None or named["language"] not in LANGUAGES:
        return False
    return path.with_name(f"{named['slug']}.md").is_file()


def _with(brief: Brief, translations: Sequence[Brief]) -> Brief:
    files = [name for each in (brief, *translations) for name in each.files]
    return replace(brief, translations=tuple(translations), files=tuple(dict.fromkeys(files)))


def _translation(path: Path, brief: Brief, settings: Settings, text: str | None = None) -> Reading:
    alone = read_alone(path, settings, text=text)
    errors = tuple(each for each in alone.findings if each.severity is Severity.ERROR)
    if alone.brief is None:
        return Reading(path, None, errors)
    report = Report(path)
    _check_settings(path.read_text("utf-8") if text is None else text, report)
    language = path.stem.rpartition(".")[2]
    if language == brief.language:
        _tell(report, 1, "brief-translation-same", {"language": language})
    merged = _merged(brief, replace(alone.brief, language=language), report)
    return Reading(path, None if report.faulty else merged, report.findings)


def _check_settings(text: str, report: Report) -> None:
    matter = read_matter(raw_lines(text), Report(report.path))
    for setting in matter.settings:
        if setting.key not in WORDS:
            known = ", ".join(WORDS)
            report.error(setting.line, "brief-translation-setting", key=setting.key, known=known)


def _merged(brief: Brief, words: Brief, report: Report) -> Brief:
    """The brief in the words of its translation."""
    _check_sections(brief, words, report)
    image = brief.image
    if image and words.image:
        image = Picture(words.image.file, words.image.alt)
    return replace(
        brief,
        path=words.path,
        language=words.language,
        title=words.title or brief.title,
        summary=words.summary or brief.summary,
        image=image,
        tags=words.tags or brief.tags,
        objective=words.objective or brief.objective,
        measure=_measure(brief, words, report),
        prize=words.prize or brief.prize,
        contact=words.contact or brief.contact,
        sections=tuple(_section(brief, each, report) for each in words.sections),
        files=words.files,
    )


def _measure(brief: Brief, words: Brief, report: Report) -> Measure | None:
    """The brief's, in the words of the translation; its numbers and days are the same."""
    base, other = brief.measure, words.measure
    if other is None:
        return base
    same = base is not None and replace(other, metric=base.metric, unit=base.unit) == base
    if not same:
        _tell(report, 1, "brief-translation-measure", {})
    return other if same else base


def _check_sections(brief: Brief, words: Brief, report: Report) -> None:
    """The same forms and slots in the same order; prose is as free as the words are."""
    for base, other in zip_longest(_marked(brief), _marked(words)):
        if base != other:
            facts = {"wanted": base or "-", "found": other or "-"}
            _tell(report, 1, "brief-translation-section", facts)
            return


def _marked(brief: Brief) -> list[str]:
    """The sections that have a meaning, each as its heading is marked."""
    marks = []
    for each in brief.sections:
        if isinstance(each, FormSection):
            own = "" if each.form.name == each.form.kind else f" #{each.form.name}"
            marks.append(f"{{.{each.form.kind}{own}}}")
            marks += ["{.thanks}"] * bool(each.form.thanks)
        elif isinstance(each, Scorecard):
            marks.append("{.jury}")
        elif isinstance(each, Slot):
            marks.append(f"{{.{each.kind}}}")
    return marks


def _section(brief: Brief, words: Section, report: Report) -> Section:
    if isinstance(words, Scorecard) and brief.scorecard:
        return replace(brief.scorecard, form=_form(brief.scorecard.form, words.form, report))
    if not isinstance(words, FormSection):
        return words
    base = brief.form(words.form.name)
    return FormSection(_form(base, words.form, report)) if base else words


def _form(base: Form, words: Form, report: Report) -> Form:
    _check_questions(base, words, report)
    known = {each.id: each for each in words.questions}
    pages = tuple(
        _page(page, other, known, report)
        for page, other in zip_longest(base.pages, words.pages)
        if page
    )
    trial = _trial(base, words, report)
    return replace(base, label=words.label, pages=pages, thanks=words.thanks, trial=trial)


def _trial(base: Form, words: Form, report: Report) -> Trial | None:
    """The same variants in other words."""
    wanted, found = base.trial, words.trial
    if wanted is None:
        return None
    known = {each.code: each for each in found.variants} if found else {}
    if known.keys() != {*wanted.codes}:
        facts = {"codes": ", ".join(wanted.codes)}
        missing = next((each for each in wanted.codes if each not in known), wanted.codes[0])
        _tell(report, words.line, "brief-translation-variants", facts, f"#### … {{#{missing}}}")
        return wanted
    return replace(wanted, variants=tuple(known[code] for code in wanted.codes))


def _page(base: Page, words: Page | None, known: Mapping[str, Question], report: Report) -> Page:
    questions = tuple(
        _question(each, known[each.id], report) if each.id in known else each
        for each in base.questions
    )
    introduction = words.introduction if words else base.introduction
    return replace(base, questions=questions, introduction=introduction)


def _check_questions(base: Form, words: Form, report: Report) -> None:
    if len(base.pages) != len(words.pages):
        facts = {"wanted": len(base.pages), "found": len(words.pages)}
        _tell(report, words.line, "brief-translation-pages", facts)
    wanted = {each.id for each in base.questions}
    missing = [each for each in base.questions if each.id not in {q.id for q in words.questions}]
    for other in words.questions:
        if other.id not in wanted:
            meant = missing.pop(0).id if missing else ""
            fix = f"### {other.label} {{#{meant}}}" if meant else ""
            _tell(report, other.line, "brief-translation-question", {"id": other.id}, fix)
    for each in missing:
        fix = f"### {each.label} {{#{each.id}}}"
        _tell(report, words.line, "brief-translation-missing", {"id": each.id}, fix)


def _question(base: Question, words: Question, report: Report) -> Question:
    blanks = {base.shape, words.shape} <= BLANKS
    if base.shape is not words.shape and not blanks:
        facts = {"id": base.id, "wanted": base.shape, "found": words.shape}
        _tell(report, words.line, "brief-translation-shape", facts)
        return base
    options = _in_words(base, base.options, words.options, words.line, report, _option)
    return replace(
        base,
        label=words.label,
        help=words.help,
        note=words.note,
        options=_pictured(options, words.options),
        lines=_in_words(base, base.lines, words.lines, words.line, report, _line),
    )


def _in_words(
    question: Question,
    base: Iterable[Coded],
    words: Sequence[Coded],
    at: int,
    report: Report,
    write: Callable[[Question, str, str], str],
) -> tuple[Coded, ...]:
    """The same codes with other labels; whatever differs is reported once."""
    base, known = tuple(base), {each.code: each for each in words}
    same = known.keys() == {each.code for each in base}
    if not same and not (question.shape in POINTS and known.keys() <= {b.code for b in base}):
        missing = next((each.code for each in base if each.code not in known), "")
        odd = next((each for each in words if each.code not in {b.code for b in base}), None)
        fix = write(question, missing, odd.label if odd else "…") if missing else ""
        facts = {"id": question.id, "codes": ", ".join(each.code for each in base)}
        _tell(report, at, "brief-translation-codes", facts, fix)
    return tuple(
        replace(each, label=known[each.code].label) if each.code in known else each for each in base
    )


def _pictured(options: Iterable[Option], words: Iterable[Option]) -> tuple[Option, ...]:
    """The options with the translation's pictures: there may be words in them."""
    known = {each.code: each for each in words}
    shown = [(each, known.get(each.code, each)) for each in options]
    return tuple(replace(each, picture=other.picture, alt=other.alt) for each, other in shown)


def _tell(
    report: Report, line: int, reason: str, facts: Mapping[str, object], fix: str = ""
) -> None:
    report.error(numbered(line, ""), reason, fix=fix, **facts)  # type: ignore[arg-type]  # no `at`


def _option(question: Question, code: str, label: str) -> str:
    """How an option is written with its code."""
    if question.shape in POINTS:
        return f"({code}) {label}"
    if question.shape is Shape.RANKING:
        return f"1. [{code}] {label}"
    return f"- [{code}] {label}" if question.shape is Shape.SEVERAL else f"- ({code}) {label}"


def _line(question: Question, code: str, label: str) -> str:
    return f"| [{code}] {label} |" if "matrix" in question.shape else f"- [{code}] {label}: ____"
