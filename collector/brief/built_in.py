"""Forms that the kit brings along, in the language of the brief: to comment on an idea, to report.

A brief's own forms can't have their names: those begin with a letter.
"""

from collections.abc import Iterable
from functools import cache

from collector.brief.model import Form, FormKind, Limits, Option, Page, Question, Shape
from collector.words import say, speaking

COMMENT = "_comment"
REPORT = "_report"
WHY = ("advertising", "unkind", "private", "place", "other")
"""Why something should not stand on a page, by code."""

LONGEST_COMMENT = 2000
LONGEST_NAME = 60
LONGEST_REPORT = 1000
"""Characters."""


def forms_for(asked: Iterable[Form], language: str, *, comments: bool) -> tuple[Form, ...]:
    """Those that a brief which asks so much needs: none without ideas that are shown."""
    shown = any(each.kind is FormKind.IDEA and not each.private for each in asked)
    if not shown:
        return ()
    report = report_form(language)
    return (comment_form(language), report) if comments else (report,)


@cache
def comment_form(language: str) -> Form:
    """Words and perhaps a name, both shown."""
    with speaking(language):
        text = Question(
            id="text",
            label=say("comment-text"),
            shape=Shape.LONG,
            required=True,
            public=True,
            limits=Limits(most=LONGEST_COMMENT),
        )
        name = Question(
            id="name",
            label=say("comment-name"),
            shape=Shape.TEXT,
            public=True,
            help=say("comment-name-hint"),
            limits=Limits(most=LONGEST_NAME),
        )
        return Form(COMMENT, FormKind.COMMENT, say("comment-form"), (Page((text, name)),))


@cache
def report_form(language: str) -> Form:
    """Why, and perhaps words that tell of whoever reports; nobody but the desk sees them."""
    with speaking(language):
        why = Question(
            id="why",
            label=say("report-why"),
            shape=Shape.ONE,
            required=True,
            options=tuple(Option(code, say(f"report-why-{code}")) for code in WHY),
        )
        words = Question(
            id="words",
            label=say("report-words"),
            shape=Shape.LONG,
            personal=True,
            limits=Limits(most=LONGEST_REPORT),
        )
        return Form(REPORT, FormKind.REPORT, say("report-form"), (Page((why, words)),))
