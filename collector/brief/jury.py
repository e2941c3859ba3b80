"""The scorecard, `{.jury}`: scales and stars that jurors judge each idea by, more is better.

It is read as a form is; what a form may do and a scorecard can't is a fault here.
"""

from collections.abc import Mapping, Sequence

from collector.brief.form import FormHead, read_form
from collector.brief.heading import Heading, near
from collector.brief.model import (
    Form,
    FormKind,
    FormSection,
    Question,
    Results,
    Scorecard,
    Section,
    Shape,
)
from collector.brief.report import Report
from collector.brief.source import SourceLine

JUDGED_BY = frozenset({Shape.SCALE, Shape.STARS})
"""Shapes whose answers are steps from worse to better."""
KEYS = ("matrix",)
"""What the heading's braces may say beside `results`."""


def read_scorecard(head: FormHead, lines: Sequence[SourceLine], report: Report) -> Scorecard | None:
    """The scorecard of a section; None if it has faults, all of which are reported."""
    _check_results(head, report)
    form = read_form(head, lines, report)
    if form is None:
        return None
    written = {line.number: line for line in lines}
    _check_shapes(form, written, report)
    _check_weights(form, head.heading, report)
    return Scorecard(form, _matrix(form, head.heading, report))


def check_jury(
    sections: Sequence[Section], lines: Mapping[int, SourceLine], report: Report
) -> None:
    """What a scorecard needs of the rest of the brief: ideas, and to be the only one."""
    cards = [each for each in sections if isinstance(each, Scorecard)]
    for card in cards[1:]:
        report.error(lines[card.form.line], "brief-jury-twice")
    asked = [each.form for each in sections if isinstance(each, FormSection)]
    ideas = [each for each in asked if each.kind is FormKind.IDEA]
    for card in cards[:1]:
        line = card.form.line
        if not ideas:
            report.error(lines[line], "brief-jury-ideas", fix="## Share your idea {.idea}")
        elif all(each.private for each in ideas):
            report.warn(line, "brief-jury-private")


def _check_results(head: FormHead, report: Report) -> None:
    if head.results is Results.AFTER_VOTE:
        heading = head.heading
        at, fix = heading.attributes.places["results"], heading.with_value("results", "after-close")
        report.error(heading.line, "brief-jury-results", at=at, fix=fix)


def _check_shapes(form: Form, lines: Mapping[int, SourceLine], report: Report) -> None:
    """Criteria are steps, all asked of every idea, on one page."""
    if len(form.pages) > 1:
        report.error(lines[form.pages[1].questions[0].line], "brief-jury-page")
    for each in form.questions:
        if each.shape not in JUDGED_BY:
            fix = "(1) Weak … (5) Strong"
            report.error(lines[each.line], "brief-jury-shape", fix=fix, label=each.label)
        if each.condition or form.pages[0].condition:
            report.error(lines[each.line], "brief-jury-condition")


def _check_weights(form: Form, heading: Heading, report: Report) -> None:
    """Weights that sum to nothing leave nothing to rank by."""
    if form.questions and not any(each.weight for each in form.questions):
        label = form.questions[0].label
        fix = f"### {label} {{weight=1}}"
        report.error(heading.line, "brief-jury-weights", fix=fix)


def _matrix(form: Form, heading: Heading, report: Report) -> tuple[str, str] | None:
    """The two criteria of `matrix=impact,ease`."""
    written = heading.attributes.values.get("matrix")
    if written is None:
        return None
    known = [each.id for each in form.questions]
    names = written.split(",")
    if len(names) == 2 and len({*names} & {*known}) == 2:
        return names[0], names[1]
    meant = _two_of(names, form.questions)
    at, fix = heading.attributes.places["matrix"], heading.with_value("matrix", meant)
    facts = {"known": ", ".join(known)}
    report.error(heading.line, "brief-jury-matrix", at=at, fix=fix if meant else "", **facts)
    return None


def _two_of(names: Sequence[str], criteria: Sequence[Question]) -> str:
    """Two criteria that were probably meant; empty where there are no two."""
    known = [each.id for each in criteria]
    meant = list(dict.fromkeys(each for name in names if (each := near(name, known))))
    both = [*meant, *(each for each in known if each not in meant)][:2]
    return ",".join(both) if len(both) == 2 else ""
