"""What people may agree to beside what they send: a single tick that is free to be left.

### May we name you? {#credit}            of an idea with a `#name {.public}`
- [ ] Yes, among your contributors

### May we write to you? {#contact}       or `#contact_<purpose>`, where an address is asked for
- [ ] Yes, about new breads, a few times a year
"""

import re
from collections.abc import Mapping

from collector.brief.model import Form, FormKind, Question, Shape
from collector.brief.report import Report
from collector.brief.source import SourceLine

CREDIT = "credit"
"""The question whether an idea's author wants to be named."""

CONTACT = re.compile(r"contact(?:_[a-z0-9_]+)?")
"""Questions whether somebody may be written to, each for a purpose."""

NAME = "name"
ADDRESSES = frozenset({Shape.EMAIL, Shape.PHONE})


def agreements(form: Form) -> tuple[Question, ...]:
    """The questions of a form that ask for an agreement."""
    return tuple(each for each in form.questions if _is_credit(each, form) or is_contact(each))


def contacts(form: Form) -> tuple[Question, ...]:
    """Those of them that allow to write to somebody."""
    return tuple(filter(is_contact, form.questions))


def is_contact(question: Question) -> bool:
    """Whether it asks that somebody may be written to."""
    return question.shape is Shape.YES and CONTACT.fullmatch(question.id) is not None


def _is_credit(question: Question, form: Form) -> bool:
    ideas = form.kind is FormKind.IDEA and not form.private
    return ideas and question.id == CREDIT and question.shape is Shape.YES


def check_agreements(form: Form, lines: Mapping[str, SourceLine], report: Report) -> None:
    """Report what can't be agreed to; `lines` are those of the headings, by the question's id."""
    for question in agreements(form):
        line = lines[question.id]
        if question.required:
            fix = f"### {question.label} {{#{question.id}}}"
            report.error(line, "brief-agree-required", fix=fix, id=question.id)
        if question.id == CREDIT and not _has_name(form):
            report.error(line, "brief-agree-name", fix="### Your name {#name .public}")
        if is_contact(question) and not any(each.shape in ADDRESSES for each in form.questions):
            report.error(line, "brief-agree-address", fix="### Your e-mail {#email}")


def _has_name(form: Form) -> bool:
    return any(each.id == NAME and each.public for each in form.questions)
