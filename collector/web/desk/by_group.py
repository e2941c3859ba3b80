"""Answers by group, in aggregates of five or more."""

from flask import Response
from markupsafe import Markup

from collector.analysis import LEAST, by_group
from collector.brief import Brief, Form, FormKind
from collector.draw import Asked, groups
from collector.moderation import counted
from collector.store import reads
from collector.web.context import current
from collector.web.desk.challenges import known
from collector.web.desk.page import page
from collector.words import say


def answers_by_group(slug: str) -> Response:
    """Each survey and poll of the challenge, question by question."""
    brief = known(current(), slug)
    forms = [each for each in brief.forms if each.kind is not FormKind.IDEA]
    return page(
        "by_group",
        say("desk-by-group"),
        brief=brief,
        least=LEAST,
        forms=[(form, _drawn(brief, form)) for form in forms],
    )


def _drawn(brief: Brief, form: Form) -> list[Markup]:
    responses = reads.responses(current().store, brief.slug, form=form.name)
    found = by_group(form, brief.groups, filter(counted, responses))
    return [
        Markup(  # noqa: S704 - drawn here, escaped
            groups(
                each.shown,
                each.names,
                each.answers,
                each.found,
                Asked(each.question.id, each.question.label, form.name),
            )
        )
        for each in found
    ]
