"""Codes that answers were kept under: a brief that loses one would orphan those answers."""

from collections.abc import Collection, Mapping
from typing import TypeAlias

from collector.brief.model import Brief, Finding, Form, Question, Shape
from collector.brief.report import Report
from collector.brief.source import numbered

Kept: TypeAlias = Mapping[str, Mapping[str, Collection[str]]]
"""Forms, their questions by id, and the codes of each one's answers."""


def lost(brief: Brief, kept: Kept) -> tuple[Finding, ...]:
    """An error for each form, id and code that was kept and that the brief no longer has."""
    report = Report(brief.path)
    for name, questions in kept.items():
        form = brief.form(name)
        if form is None:
            report.error(numbered(1, ""), "brief-lost-form", fix=f"{{#{name}}}", name=name)
        else:
            _check_form(form, questions, report)
    return report.findings


def _check_form(form: Form, kept: Mapping[str, Collection[str]], report: Report) -> None:
    present = {question.id: question for question in form.questions}
    new = [each for each in form.questions if each.id not in kept]
    for name, codes in kept.items():
        if name in present:
            _check_question(present[name], codes, report)
            continue
        line = new[0].line if len(new) == 1 else form.line
        label = new[0].label if len(new) == 1 else "…"
        report.error(numbered(line, ""), "brief-lost-id", fix=f"### {label} {{#{name}}}", name=name)


def _check_question(question: Question, codes: Collection[str], report: Report) -> None:
    if question.shape not in (Shape.ONE, Shape.SEVERAL, Shape.LINES):
        return
    labels = {option.code: option.label for option in question.options}
    labels |= {line.code: line.label for line in question.lines}
    new = [label for code, label in labels.items() if code not in codes]
    for code in sorted(set(codes) - set(labels)):
        label = new[0] if len(new) == 1 else "…"
        brackets = f"({code})" if question.shape is Shape.ONE else f"[{code}]"
        fix, line = f"- {brackets} {label}", numbered(question.line, "")
        report.error(line, "brief-lost-code", fix=fix, code=code, label=question.label)
