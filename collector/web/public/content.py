"""What an arrival holds once it is checked: the answers, by the definition its sender saw."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from collector import form as forms
from collector.acts import files, visit
from collector.entries import File, Value
from collector.errors import Conflict, Invalid, Problem
from collector.form import Definition
from collector.store import reads
from collector.web.context import Context
from collector.web.public import signing, staging
from collector.web.public.arrival import ORIGIN, Arrival


@dataclass(frozen=True)
class Content:
    """Checked answers and accepted terms; `digest` tells them from other content."""

    definition: Definition
    answers: Mapping[str, Value]
    digest: str
    terms: visit.Accepted | None
    circumstances: visit.Circumstances
    files: Mapping[str, File]
    """Those among the answers, by column."""
    complete: bool = True
    """False: to be saved and gone on with."""


def check(context: Context, arrival: Arrival, now: datetime) -> Content:
    """Raises Conflict if the form is no longer known, Invalid with every problem at once."""
    definition = _definition(context, arrival)
    problems: dict[str, Problem] = {}
    answers: Mapping[str, Value] = {}
    handed_in: Mapping[str, File] = {}
    try:
        answers = _answers(definition, arrival, context.today(now))
        handed_in = staging.found(context, arrival, files.refs_of(definition, answers))
    except Invalid as error:
        problems |= error.problems
    problems |= arrival.problems
    problems |= signing.problems(context, arrival.target.form, answers)
    terms = arrival.target.terms
    if arrival.saving:
        terms = None
    if terms and not arrival.kit.get("_terms"):
        problems["_terms"] = Problem("answer-terms")
    if problems:
        raise Invalid(problems)
    accepted = visit.Accepted(terms.hash, terms.text) if terms else None
    same = {**answers, **{column: file.hash for column, file in handed_in.items()}}
    if arrival.saving:
        same["_save"] = True
    if arrival.target.about:
        same["_about"] = (arrival.target.about.idea, arrival.target.about.comment)
    digest = visit.content_digest(arrival.target.brief.slug, arrival.target.form.name, same)
    told = _circumstances(arrival, definition)
    return Content(definition, answers, digest, accepted, told, handed_in, not arrival.saving)


def _answers(definition: Definition, arrival: Arrival, today: date) -> Mapping[str, Value]:
    """Of a form that is only saved, what reads. Raises Invalid."""
    if not arrival.saving:
        return forms.check(definition, arrival.raw, today=today).answers
    answers = forms.check_softly(definition, arrival.raw, today=today)
    if not answers:
        raise Invalid({next(iter(definition.columns), ""): Problem("answer-nothing")})
    return answers


def _circumstances(arrival: Arrival, definition: Definition) -> visit.Circumstances:
    """What the form's own fields say of how it was drawn; what does not read is left out."""
    origin = arrival.kit.get("_from", "")
    return visit.Circumstances(
        order=forms.read_order(definition, arrival.kit.get("_order", "")),
        origin=origin if ORIGIN.fullmatch(origin) else "",
        variant=dealt if (dealt := arrival.kit.get("_variant", "")) in definition.variants else "",
    )


def _definition(context: Context, arrival: Arrival) -> Definition:
    """By the hash that came with the form: the live one, or an older one of the same form."""
    target, wanted = arrival.target, arrival.kit.get("_form", "")
    if wanted == target.definition.hash:
        return target.definition
    document = reads.definitions(context.store, target.brief.slug).get(wanted)
    if document is None or document["name"] != target.form.name:
        raise Conflict("form-changed")
    return Definition.from_document(document)
