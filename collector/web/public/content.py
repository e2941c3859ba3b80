"""What an arrival holds once it is checked: the answers, by the definition its sender saw."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from collector import form as forms
from collector.acts import visit
from collector.entries import Value
from collector.errors import Conflict, Invalid, Problem
from collector.form import Definition
from collector.store import reads
from collector.web.context import Context
from collector.web.public.arrival import Arrival


@dataclass(frozen=True)
class Content:
    """Checked answers and accepted terms; `digest` tells them from other content."""

    definition: Definition
    answers: Mapping[str, Value]
    digest: str
    terms: visit.Accepted | None


def check(context: Context, arrival: Arrival, now: datetime) -> Content:
    """Raises Conflict if the form is no longer known, Invalid with every problem at once."""
    definition = _definition(context, arrival)
    problems: dict[str, Problem] = {}
    answers: Mapping[str, Value] = {}
    try:
        today = now.astimezone(context.garden.settings.zone).date()
        answers = forms.check(definition, arrival.raw, today=today).answers
    except Invalid as error:
        problems |= error.problems
    terms = arrival.target.terms
    if terms and not arrival.kit.get("_terms"):
        problems["_terms"] = Problem("answer-terms")
    if problems:
        raise Invalid(problems)
    accepted = visit.Accepted(terms.hash, terms.text) if terms else None
    digest = visit.content_digest(arrival.target.brief.slug, arrival.target.form.name, answers)
    return Content(definition, answers, digest, accepted)


def _definition(context: Context, arrival: Arrival) -> Definition:
    """By the hash that came with the form: the live one, or an older one of the same form."""
    target, wanted = arrival.target, arrival.kit.get("_form", "")
    if wanted == target.definition.hash:
        return target.definition
    document = reads.definitions(context.store, target.brief.slug).get(wanted)
    if document is None or document["name"] != target.form.name:
        raise Conflict("form-changed")
    return Definition.from_document(document)
