"""Merging at the desk: two ideas beside each other, which into which, and back."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from collector.acts import merge
from collector.acts.merge import Merging
from collector.analysis.similar import Alike
from collector.entries import Idea, Reply, is_reference
from collector.errors import Conflict, Invalid, Unknown
from collector.moderation import ENDS
from collector.store import reads
from collector.web import errors, similar
from collector.web.context import Context, current
from collector.web.desk import door
from collector.web.desk.cards import Card, card
from collector.web.desk.decide import seen
from collector.web.desk.page import page, problems
from collector.words import say

OFFERED = 10
"""Ideas to choose from."""


@dataclass(frozen=True)
class Side:
    """One of the two, with what hangs on it."""

    card: Card
    votes: int
    comments: int
    replies: list[Reply]
    merged: list[Idea]


def merge_page(ref: str) -> Response:
    """Both ideas, once it is clear which; else those to choose from."""
    return _page(ref)


def merge_idea(ref: str) -> AnyResponse:
    """Merge it into the other one."""
    context, into = current(), request.form.get("into", "")
    text = request.form.get("text", "")
    by = door.me().account.name
    merging = Merging(by, context.clock(), text, approve="approve" in request.form)
    _target(context, _idea(context, ref), into)
    try:
        merge.merge(context.store, ref, into, merging, seen())
    except Invalid as error:
        told = {"text": text, "problem": problems(error)["text"]}
        return _page(ref, into, errors.status_of(error), **told)
    return redirect(url_for("desk.entry", ref=ref, done=ref), 303)


def unmerge_idea(ref: str) -> AnyResponse:
    """Let it stand by itself again."""
    context = current()
    merge.unmerge(context.store, ref, door.me().account.name, context.clock(), seen())
    return redirect(url_for("desk.entry", ref=ref, done=ref), 303)


def _page(ref: str, into: str = "", status: int = 200, **values: object) -> Response:
    context = current()
    idea = _idea(context, ref)
    wanted = into or request.args.get("into", "").strip()
    other = _named(context, idea, wanted)
    if other is None:
        return _choice(context, idea, wanted)
    sides: Mapping[str, object] = {"one": _side(context, idea), "other": _side(context, other)}
    title = say("desk-merge-title")
    garden = context.garden.settings.name
    return page("merge", title, status, garden=garden, **sides, **values)


def _choice(context: Context, idea: Idea, wanted: str) -> Response:
    found: list[Alike] = (
        similar.with_words(context, idea, wanted, OFFERED)
        if wanted
        else similar.like_kept(context, idea, OFFERED)
    )
    title = say("desk-merge-choose")
    return page("merge_choice", title, one=card(context, idea), wanted=wanted, found=found)


def _named(context: Context, idea: Idea, wanted: str) -> Idea | None:
    """The other idea of its challenge, by its ref or the address of its page."""
    ref = wanted.rstrip("/").rsplit("/", 1)[-1]
    other = reads.idea(context.store, ref) if is_reference(ref) else None
    if other is None or other.challenge != idea.challenge or other.ref == idea.ref:
        return None
    return other


def _target(context: Context, idea: Idea, into: str) -> Idea:
    """Raises Unknown for what is no idea of the same challenge: of others nothing is told."""
    found = reads.idea(context.store, into)
    if found is None or found.challenge != idea.challenge:
        raise Unknown("no-entry", ref=into)
    return found


def _side(context: Context, idea: Idea) -> Side:
    store = context.store
    return Side(
        card(context, idea),
        reads.votes_on(store, idea.ref),
        reads.comments_on(store, idea.ref),
        reads.replies(store, idea.challenge, about=idea.ref),
        reads.merged_into(store, idea.ref),
    )


def _idea(context: Context, ref: str) -> Idea:
    found = reads.idea(context.store, ref)
    if found is None:
        raise Unknown("no-entry", ref=ref)
    if found.state in ENDS:
        raise Conflict("merge-state", ref=ref, state=found.state.value)
    return found
