"""The variants of a poll that is `.split`, read from its headings of level four.

#### Twelve euros          the variant's name, for the owner
Six rolls for 12 €.        what those read who are dealt it
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from collector.brief.blocks import blocks_of
from collector.brief.codes import is_code, made, plain_words
from collector.brief.heading import Heading, level_of, near, read_heading
from collector.brief.model import Question, Shape
from collector.brief.question import check_text, markdown
from collector.brief.report import Report
from collector.brief.shapes import reader_of
from collector.brief.source import SourceLine
from collector.brief.trial import DETECT, MOST_VARIANTS, Trial, Variant

SPLIT = "split"
KEYS = ("goal", "detect", "base")
"""What else the braces of such a poll may say."""
LEVEL = 4
EXAMPLE = "#### A\nIt costs 9 €.\n\n#### B\nIt costs 12 €."
SHAPES = (Shape.ONE, Shape.SEVERAL, Shape.YES)
"""Of the first question: those whose answers are counted as they are."""
SHARE = re.compile(r"(?P<number>[0-9]{1,2}(?:[.,][0-9]{1,2})?)\s*(?:%|points?)?")


@dataclass
class Draft:
    """A variant's heading and the lines below it."""

    heading: Heading
    lines: list[SourceLine] = field(default_factory=list)


def is_split(heading: Heading) -> bool:
    """Whether the braces of a form's heading make it a trial."""
    return SPLIT in heading.attributes.classes


def part(lines: Sequence[SourceLine], report: Report) -> tuple[list[SourceLine], list[Draft]]:
    """What everybody reads before the first question, and what only some do."""
    common: list[SourceLine] = []
    drafts: list[Draft] = []
    for line in lines:
        heading = read_heading(line, report) if level_of(line) == LEVEL else None
        if heading:
            drafts.append(Draft(heading))
        else:
            (drafts[-1].lines if drafts else common).append(line)
    return common, drafts


def check_late(lines: Sequence[SourceLine], report: Report) -> None:
    """Below a question no variant begins: all variants ask the same."""
    for line in lines:
        if level_of(line) == LEVEL:
            report.error(line, "brief-variant-late", fix=EXAMPLE)


def read_trial(
    heading: Heading, drafts: Sequence[Draft], questions: Sequence[Question], report: Report
) -> Trial | None:
    """The trial of a poll with these questions; all its faults are reported."""
    if not is_split(heading):
        return None
    variants = _variants(heading, drafts, report)
    first = questions[0] if questions else None
    if first is None:
        return None  # which has been reported
    if first.shape not in SHAPES:
        report.error(heading.line, "brief-split-question", fix="- (yes) Yes\n- (no) No")
        return None
    goal = _goal(heading, first, report)
    detect = _share(heading, "detect", "brief-split-detect", report)
    base = _share(heading, "base", "brief-split-base", report)
    trial = Trial(tuple(variants), first.id, goal, detect or DETECT, base)
    return trial if _is_possible(trial, heading, report) else None


def _is_possible(trial: Trial, heading: Heading, report: Report) -> bool:
    """Whether the difference to be seen leads from the share that is expected to another."""
    if 0 < trial.expected[1] < 1:
        return True
    at, fix = heading.attributes.places["detect"], heading.with_value("detect", "10")
    facts = {key: heading.attributes.values[key] for key in ("base", "detect")}
    report.error(heading.line, "brief-split-far", at=at, fix=fix, **facts)
    return False


def _variants(heading: Heading, drafts: Sequence[Draft], report: Report) -> list[Variant]:
    variants: list[Variant] = []
    for draft in drafts:
        _check_words(draft, report)
        code = _code(draft.heading, variants, report)
        label = plain_words(draft.heading.label) or code
        variants.append(Variant(code, label, markdown(draft.lines)))
    if len(variants) < 2:
        reason = "brief-split-one" if variants else "brief-split-none"
        report.error(heading.line, reason, fix=EXAMPLE)
    elif len(variants) > MOST_VARIANTS:
        line = drafts[MOST_VARIANTS].heading.line
        report.error(line, "brief-split-many", most=MOST_VARIANTS, count=len(variants))
    return variants


def _check_words(draft: Draft, report: Report) -> None:
    line = draft.heading.line
    for block in blocks_of(draft.lines):
        if reader_of(block):
            report.error(block.first, "brief-variant-shape", fix="### What do you say to that?")
    for each in draft.lines:
        check_text(each, report)
    if not markdown(draft.lines):
        report.error(line, "brief-variant-empty", fix=f"{line.raw.rstrip()}\nIt costs 9 €.")
    if draft.heading.attributes.classes or draft.heading.attributes.values:
        report.error(line, "brief-variant-braces", fix=draft.heading.written)


def _code(heading: Heading, before: Sequence[Variant], report: Report) -> str:
    """The code, written or made."""
    code = heading.attributes.id or made(heading.label)
    free = f"{'#' * LEVEL} {chr(ord('A') + len(before))}"
    if not code or not is_code(code):
        report.error(heading.line, "brief-variant-code", fix=free)
    elif code in {each.code for each in before}:
        report.error(heading.line, "brief-variant-twice", fix=free, code=code)
    elif not heading.attributes.id:
        spot = heading.spot
        report.write(heading.line, spot, spot, heading.braced(f"#{code}"))
    return code


def _goal(heading: Heading, question: Question, report: Report) -> tuple[str, ...]:
    """The codes that `goal=` names, with commas between; without it the first answer."""
    known = [option.code for option in question.options]
    written = heading.attributes.values.get("goal")
    if written is None:
        return tuple(known[:1])
    codes = tuple(each.strip() for each in written.split(",") if each.strip())
    odd = next((each for each in codes if each not in known), None)
    if odd is not None or not codes:
        meant = near(odd or "", known) or next(iter(known), "")
        facts = {"code": odd or written, "known": ", ".join(known) or "-"}
        fix = heading.with_value("goal", meant)
        report.error(
            heading.line, "brief-split-goal", at=heading.attributes.places["goal"], fix=fix, **facts
        )
    elif set(codes) == set(known):
        at = heading.attributes.places["goal"]
        fix = heading.with_value("goal", known[0])
        report.error(heading.line, "brief-split-goal-all", at=at, fix=fix)
    return codes


def _share(heading: Heading, key: str, reason: str, report: Report) -> float | None:
    """A number of percents as a share; None without it, or where it does not read."""
    written = heading.attributes.values.get(key)
    if written is None:
        return None
    match = SHARE.fullmatch(written)
    share = float(match["number"].replace(",", ".")) / 100 if match else 0
    if 0 < share < 1:
        return share
    fix = heading.with_value(key, "10" if key == "detect" else "30")
    at = heading.attributes.places[key]
    report.error(heading.line, reason, at=at, fix=fix, value=written)
    return None
