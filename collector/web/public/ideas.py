"""Comments on an idea, replies to them, and reports: forms that are sent to what they are about.

GET  /collect/-/ideas/<ref>/<comment|report>?comment=<ref>   the form alone
POST /collect/-/ideas/<ref>/<comment|report>                 as any form is sent, with `_comment`
                                                             where a comment is answered or reported
"""

from flask import Response, request

from collector.errors import GardenError
from collector.web import language
from collector.web.context import current
from collector.web.public import again, script, steps
from collector.web.public.arrival import FIELD, Arrival, from_script, from_texts, read_form
from collector.web.public.target import ensure_welcome, on_idea


def ask(ref: str, kind: str) -> Response:
    """The form to comment or report, where the page has only a link to it."""
    context, comment = current(), request.args.get("comment", "")
    target = on_idea(context, ref, kind, comment)
    language.speak_for(target)
    arrival = Arrival(target, {}, {FIELD: comment} if comment else {})
    try:
        ensure_welcome(context, target, context.clock())
    except GardenError as error:
        return again.explain(arrival, error)
    return again.form(arrival)


def send(ref: str, kind: str) -> Response:
    """A form post, first step or second, or back from it; or a script's post."""
    return _from_script(ref, kind) if request.is_json else _from_form(ref, kind)


def _from_script(ref: str, kind: str) -> Response:
    target = on_idea(current(), ref, kind)
    arrival = from_script(target, request)
    language.speak_for(arrival.target)
    return script.receive(arrival)


def _from_form(ref: str, kind: str) -> Response:
    texts = read_form(request)
    try:
        target = on_idea(current(), ref, kind)
    except GardenError as error:
        return again.lost(texts, error)
    arrival = from_texts(target, texts)
    language.speak_for(arrival.target)
    return steps.step(arrival)
