"""A challenge and what was sent to it, made in one line each."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from collector.brief import Brief, Form, FormSection
from collector.entries import Idea, Reply, Response, State, new_reference
from collector.form import define

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
BEFORE = datetime(2026, 11, 1, tzinfo=UTC)
AFTER = datetime(2026, 12, 31, tzinfo=UTC)


def brief(*forms: Form, **facts) -> Brief:
    """A challenge of these forms, always open unless `facts` say otherwise."""
    return Brief(
        **{
            "slug": "bread",
            "path": Path("challenges/bread.md"),
            "title": "What should we bake next?",
            "summary": "Our oven stands idle.",
            "sections": tuple(FormSection(form) for form in forms),
            **facts,
        }
    )


def idea(form: Form, answers: Mapping[str, object], /, **facts) -> Idea:
    """An approved idea, sent with this form."""
    return Idea(**{**_sent(form, answers), **facts})


def response(form: Form, answers: Mapping[str, object], /, **facts) -> Response:
    """An approved response, sent with this form."""
    return Response(**{**_sent(form, answers), **facts})


def reply(about: str, text: str, **facts) -> Reply:
    return Reply(
        **{
            "ref": new_reference(),
            "about": about,
            "challenge": "bread",
            "text": text,
            "by": "account of maja",
            "at": NOW,
            **facts,
        }
    )


def _sent(form: Form, answers: Mapping[str, object]) -> dict[str, object]:
    return {
        "ref": new_reference(),
        "challenge": "bread",
        "form": form.name,
        "form_hash": define(form).hash,
        "answers": dict(answers),
        "state": State.APPROVED,
        "received": NOW,
    }
