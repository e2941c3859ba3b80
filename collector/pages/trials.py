"""What experiments tell of the split polls that are their test, as plain JSON values."""

from typing import Any

from collector import draw
from collector.analysis import planned
from collector.brief import Brief, Form, address_of
from collector.models import Models
from collector.published import PublishedData
from collector.words import speaking


def trials(
    models: Models, brief: Brief, data: PublishedData, language: str
) -> dict[str, dict[str, Any]]:
    """By the form's name as experiments write it: its label, page, plan and result, in words of
    this language.
    """
    named = [each.poll for each in models.experiments if each.poll]
    told: dict[str, dict[str, Any]] = {}
    for poll in named:
        form = _form(brief, poll.form) if poll.challenge == brief.slug else None
        if form is not None:
            with speaking(language):
                told[poll.form] = _told(brief, form, data)
    return told


def _form(brief: Brief, name: str) -> Form | None:
    """The split poll of this name; without one the challenge's first."""
    split = (each for each in brief.forms if each.trial and name in ("", each.name))
    return next(split, None)


def _told(brief: Brief, form: Form, data: PublishedData) -> dict[str, Any]:
    result = data.results.get(form.name)
    trial = form.trial
    return {
        "label": form.label,
        "language": brief.language,
        "page": f"{address_of(brief).lstrip('/')}#form-{form.name}",
        "plan": draw.plan(trial, planned(trial)) if trial else "",
        "drawn": draw.trial(result.trial, form) if result and result.trial else "",
    }
