"""A brief held against what is kept: answers stay under the ids and codes they came with.

An id or code that was made from words changes with the words, and the answers before and after
would stand in two columns. That is an error which names the old one. With `strict`, whatever was
written out and is gone is an error too.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from collector.brief import Form, Option, Question, Reading
from collector.brief.codes import made, made_id
from collector.entries import Document
from collector.errors import Finding, Severity
from collector.form import Definition
from collector.words import say

KeptDefinitions: TypeAlias = Mapping[str, Sequence[Document]]
"""By a form's name, every definition that answers were given to, as a document."""


def held_against(reading: Reading, kept: KeptDefinitions, *, strict: bool = False) -> Reading:
    """The reading with what is wrong beside what is kept."""
    if reading.brief is None:
        return reading
    found = [
        each
        for form in reading.brief.forms
        for before in kept.get(form.name, ())
        for each in _lost(reading.path, form, Definition.from_document(before), strict)
    ]
    return replace(reading, findings=(*reading.findings, *dict.fromkeys(found)))


def _lost(path: Path, form: Form, before: Definition, strict: bool) -> Iterator[Finding]:
    now = {each.id: each for each in form.questions}
    then = {each.id for each in before.questions}
    new = [each for each in form.questions if each.id not in then]
    for old in before.questions:
        if old.id in now:
            yield from _lost_codes(path, now[old.id], old, strict)
            continue
        heir = next((each for each in new if _follows(each, old)), None)
        if heir is not None:
            fix = f"### {heir.label} {{#{old.id}}}"
            yield _finding(path, heir.line, "id-changed", fix, old=old.id, new=heir.id)
        elif strict:
            yield _finding(path, form.line, "id-gone", "", old=old.id)


def _follows(question: Question, old: Question) -> bool:
    """Whether this seems to be the old question in new words, its id made from them."""
    return question.shape is old.shape and question.id == made_id(question.label)


def _lost_codes(path: Path, question: Question, old: Question, strict: bool) -> Iterator[Finding]:
    codes = {each.code for each in question.options}
    before = {each.code for each in old.options}
    made_new = [each for each in question.options if _is_made(each) and each.code not in before]
    for code in (each.code for each in old.options if each.code not in codes):
        if made_new:
            option = made_new.pop(0)
            fix = f"- ({code}) {option.label}"
            yield _finding(path, question.line, "code-changed", fix, old=code, new=option.code)
        elif strict:
            yield _finding(path, question.line, "code-gone", "", old=code, question=question.id)


def _is_made(option: Option) -> bool:
    return option.code == made(option.label)


def _finding(path: Path, line: int, reason: str, fix: str, **facts: object) -> Finding:
    return Finding(
        path=path,
        line=line,
        column=1,
        severity=Severity.ERROR,
        reason=reason,
        message=say(reason, facts),
        fix=fix,
    )
