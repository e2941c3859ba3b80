"""A definition is a form without its words: ids, shapes, codes, limits and conditions.

Definition ── pages ── questions, the brief's own, but bare of labels and help

Its hash stands in the drawn form and in every entry, so that an entry is always read by the form
that its author saw. Here a question is `public` only if that form promised to show the answer.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import StrEnum
from functools import cached_property, lru_cache
from hashlib import sha256
from typing import Any, Self

from collector.brief import (
    Clause,
    Condition,
    Form,
    FormKind,
    Limits,
    Line,
    Option,
    Page,
    Question,
    Range,
    Shape,
    Test,
)
from collector.entries import Document
from collector.form.columns import columns

POINTED = frozenset({Shape.SCALE, Shape.SLIDER})
"""Shapes whose options are words at some of their numbers."""


@dataclass(frozen=True)
class Definition:
    """The structure of a form."""

    name: str
    kind: FormKind
    pages: tuple[Page, ...]
    variants: tuple[str, ...] = ()
    """The codes of a trial's variants."""

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for page in self.pages for question in page.questions)

    @cached_property
    def conditional(self) -> tuple[tuple[Page, Question], ...]:
        """The questions that are due only sometimes, each with its page."""
        return tuple(
            (page, question)
            for page in self.pages
            for question in page.questions
            if page.condition or question.condition
        )

    @cached_property
    def unconditional(self) -> frozenset[str]:
        """The ids of the questions that are always due."""
        sometimes = {question.id for _, question in self.conditional}
        return frozenset(each.id for each in self.questions if each.id not in sometimes)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        return tuple(column for question in self.questions for column in columns(question))

    @cached_property
    def files(self) -> Mapping[str, Question]:
        """The questions that ask for a file, by column."""
        asked = (question for question in self.questions if question.shape is Shape.FILE)
        return {question.id: question for question in asked}

    @cached_property
    def personal(self) -> frozenset[str]:
        """The columns of answers that tell who somebody is; retention erases them."""
        who = (question for question in self.questions if question.identifies)
        return frozenset(column for question in who for column in columns(question))

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the canonical JSON, in hexadecimal."""
        canonical = json.dumps(
            self.to_document(), sort_keys=True, separators=(",", ":"), ensure_ascii=False
        )
        return sha256(canonical.encode()).hexdigest()

    def to_document(self) -> Document:
        """Plain JSON. What is left at its default is left out, so that old hashes outlive us."""
        document: Document = plain(self)
        return document

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Self:
        """The definition that `to_document` made this of."""
        pages = tuple(_page(each) for each in document["pages"])
        variants = tuple(document.get("variants", ()))
        return cls(document["name"], FormKind(document["kind"]), pages, variants)


@lru_cache(maxsize=4096)
def define(form: Form) -> Definition:
    """The structure of a form, without its words. Asked for many times in a build, made once."""
    pages = tuple(_bare_page(form, page) for page in form.pages)
    return Definition(form.name, form.kind, pages, form.trial.codes if form.trial else ())


def plain(value: Any) -> Any:
    """A value of the brief's model as plain JSON; whole numbers are written without a point."""
    if isinstance(value, StrEnum):
        return value.value
    if is_dataclass(value):
        pairs = ((each, getattr(value, each.name)) for each in fields(value))
        return {each.name: plain(held) for each, held in pairs if held not in ("", each.default)}
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _bare_page(form: Form, page: Page) -> Page:
    return Page(tuple(_bare(form, each) for each in page.questions), condition=page.condition)


def _bare(form: Form, question: Question) -> Question:
    points = question.shape in POINTED  # a scale is its numbers; points are only their words
    return replace(
        question,
        label="",
        options=() if points else tuple(_bare_option(each) for each in question.options),
        lines=tuple(replace(each, label="") for each in question.lines),
        public=form.shown(question),
        dropdown=False,
        shuffle=False,
        help="",
        note="",
        line=0,
    )


def _bare_option(option: Option) -> Option:
    return replace(option, label="", picture="", alt="")


def _page(document: Mapping[str, Any]) -> Page:
    questions = tuple(_question(each) for each in document["questions"])
    return Page(questions, condition=_condition(document.get("condition")))


def _question(document: Mapping[str, Any]) -> Question:
    choose = document.get("choose")
    held = {
        **document,
        "label": "",
        "shape": Shape(document["shape"]),
        "options": tuple(Option(label="", **each) for each in document.get("options", ())),
        "lines": tuple(_line(each) for each in document.get("lines", ())),
        "limits": _limits(document),
        "choose": None if choose is None else tuple(choose),
        "condition": _condition(document.get("condition")),
    }
    return Question(**held)


def _line(document: Mapping[str, Any]) -> Line:
    shape = Shape(document.get("shape", Shape.TEXT))
    return Line(document["code"], "", shape, _limits(document))


def _limits(document: Mapping[str, Any]) -> Limits:
    held = document.get("limits", {})
    return Limits(**{**held, "types": tuple(held.get("types", ()))})


def _condition(document: Mapping[str, Any] | None) -> Condition | None:
    if document is None:
        return None
    clauses = tuple(_clause(each) for each in document["clauses"])
    return Condition(clauses, document.get("every", True))


def _clause(document: Mapping[str, Any]) -> Clause:
    values = (
        Range(**each) if isinstance(each, dict) else each for each in document.get("values", ())
    )
    return Clause(document["column"], Test(document["test"]), tuple(values))
