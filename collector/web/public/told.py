"""What the collector tells of results and published data, by the rules of the brief."""

from dataclasses import dataclass
from datetime import datetime

from flask import Response, current_app, jsonify, send_file

from collector import form as forms
from collector import published
from collector.brief import FormKind
from collector.errors import Forbidden, StoreError, Unavailable, Unknown
from collector.form import Definition
from collector.published import Counted, FormResult
from collector.store import exposures, reads
from collector.web.context import Context, current
from collector.web.public.target import Target, find, standing

MANY = 1_000
"""Responses to a poll, beyond which nobody waits until all are counted anew."""


@dataclass(frozen=True)
class Told:
    """A result, and when it was counted; None is just now."""

    result: FormResult
    counted: datetime | None = None


def results(challenge: str, form: str) -> Response:
    """A form's counts, where they are public by now."""
    context = current()
    target = find(context.live(), challenge, form)
    if not published.results_shown(standing(context, target), target.form, context.clock()):
        raise Forbidden("results-not-told")
    counted = _counted(context, challenge)
    if counted is None or form not in counted.results:
        raise Unavailable("not-published-yet")
    return jsonify(counted.results[form].to_document() | {"as_of": counted.as_of.isoformat()})


def published_data(challenge: str) -> Response:
    """Everything that is public of a challenge, as the site's pages know it."""
    context = current()
    if challenge not in context.live().briefs:
        raise Unknown("no-challenge")
    try:
        return send_file(context.garden.published / f"{challenge}.json", "application/json")
    except FileNotFoundError:
        raise Unavailable("not-published-yet") from None


def health() -> Response:
    """Whether the store can be read and a site stands. Raises Unavailable."""
    context = current()
    context.live()
    reads.text(context.store, "")
    return jsonify(ok=True)


def result_for_sender(context: Context, target: Target | None) -> Told | None:
    """The result as whoever answered may see it now; none where the brief keeps it back."""
    if target is None:
        return None
    if not published.told_after_vote(standing(context, target), target.form, context.clock()):
        return None
    told = _last(context, target)
    if target.form.kind is FormKind.POLL and not (told and told.result.n > MANY):
        return Told(_just_now(context, target))
    return told


def _last(context: Context, target: Target) -> Told | None:
    """What was counted when the pages were last filled: of surveys nothing else is told."""
    try:
        counted = _counted(context, target.brief.slug)
    except StoreError as error:
        current_app.logger.warning("%s", error)
        return None
    name = target.form.name
    result = counted.results.get(name) if counted else None
    if counted is None or result is None:
        return None
    brief = context.live().briefs[target.brief.slug]
    spoken = published.result_in_words_of(target.brief, brief, name, result)
    return Told(spoken, counted.as_of)


def _just_now(context: Context, target: Target) -> FormResult:
    slug = target.brief.slug
    documents = reads.definitions(context.store, slug)
    return published.form_result(
        target.form,
        {key: Definition.from_document(each) for key, each in documents.items()}
        | {target.definition.hash: target.definition},
        reads.labels(context.store, slug, target.brief.language)
        | {target.definition.hash: forms.labels(target.form)},
        reads.responses(context.store, slug, form=target.form.name),
        exposures.by_form(context.store, slug).get(target.form.name, {}),
    )


def _counted(context: Context, challenge: str) -> Counted | None:
    return Counted.read(context.garden.counted / f"{challenge}.json")
