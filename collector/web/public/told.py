"""What the collector tells of results and published data, by the rules of the brief."""

from flask import Response, jsonify

from collector import form as forms
from collector import published
from collector.errors import Forbidden, Unavailable, Unknown
from collector.form import Definition
from collector.published import FormResult, PublishedData
from collector.store import reads
from collector.web.context import Context, current
from collector.web.public.target import Target, find


def results(challenge: str, form: str) -> Response:
    """A form's counts, where they are public by now."""
    context = current()
    target = find(context.live(), challenge, form)
    data = _published(context, challenge)
    result = data.results.get(form)
    phase = target.brief.phase(context.clock())
    if result is None or not published.results_shown(target.form, phase):
        raise Forbidden("results-not-told")
    return jsonify(result.to_document() | {"as_of": data.as_of.isoformat()})


def published_data(challenge: str) -> Response:
    """Everything that is public of a challenge, as the site's pages know it."""
    context = current()
    if challenge not in context.live().briefs:
        raise Unknown("no-challenge")
    return jsonify(_published(context, challenge).to_document())


def health() -> Response:
    """Whether the store can be read and a site stands. Raises Unavailable."""
    context = current()
    context.live()
    reads.jobs(context.store)
    return jsonify(ok=True)


def result_for_sender(context: Context, target: Target | None) -> FormResult | None:
    """The result as whoever answered may see it now; none where the brief keeps it back."""
    if target is None:
        return None
    if not published.told_after_vote(target.form, target.brief.phase(context.clock())):
        return None
    slug = target.brief.slug
    documents = reads.definitions(context.store, slug)
    return published.form_result(
        target.form,
        {key: Definition.from_document(each) for key, each in documents.items()}
        | {target.definition.hash: target.definition},
        reads.labels(context.store, slug) | {target.definition.hash: forms.labels(target.form)},
        reads.responses(context.store, slug, form=target.form.name),
    )


def _published(context: Context, challenge: str) -> PublishedData:
    data = published.read(context.garden.published / f"{challenge}.json")
    if data is None:
        raise Unavailable("not-published-yet")
    return data
