"""Scoring one idea: the scorecard to fill in, and what others said once one's own score is in."""

from dataclasses import dataclass
from typing import TypeAlias

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from collector.acts import score as acts
from collector.acts.score import Sent
from collector.analysis import scoring
from collector.draw.numbers import number
from collector.entries import Idea, Score
from collector.errors import Conflict, Invalid
from collector.form.prose import block, line
from collector.form.scorecard import LONGEST_NOTE, MARK, card_hash, is_in, steps, still
from collector.store import scores
from collector.web import errors
from collector.web.context import current
from collector.web.desk import door
from collector.web.desk.cards import card
from collector.web.desk.door import Access
from collector.web.desk.jury import (
    DONE,
    Jury,
    Standing,
    brief_of_idea,
    in_own_order,
    jury_of,
    standing_of,
)
from collector.web.desk.page import page, problems

Filled: TypeAlias = dict[str, str]
"""What stands in the inputs, by name."""


@dataclass(frozen=True)
class Other:
    """What another juror said, for those whose own score is in."""

    juror: str
    score: float | None
    conflict: bool
    note: str


def score_page(ref: str) -> Response:
    """The scorecard for an idea, as one has filled it in so far."""
    return _page(ref)


def keep_score(ref: str) -> AnyResponse:
    """Keep the score; then the next idea, or one's list."""
    context = current()
    brief, me = brief_of_idea(context, ref), door.me().account.name
    try:
        if request.form.get("card") != card_hash(acts.card_of(brief)):
            raise Conflict("score-card-changed")
        acts.score(context.store, brief, ref, me, _sent(), context.clock())
    except Invalid as error:
        return _page(ref, errors.status_of(error), problems=problems(error), **_typed())
    except Conflict as error:
        if error.reason not in ("score-card-changed", "score-changed"):
            raise
        return _page(ref, errors.status_of(error), message=errors.message(error), **_typed())
    return redirect(_onward(jury_of(context, brief), ref, me), 303)


def _onward(found: Jury, ref: str, me: str) -> str:
    """The next idea that is left, where one asked for it; else this one, as it now stands."""
    left = [
        each.ref
        for each in in_own_order(found.ideas, me)
        if standing_of(found.card, found.by(me).get(each.ref)) not in DONE and each.ref != ref
    ]
    if request.form.get("do") == "next":
        next_one = url_for("desk.score_page", ref=left[0]) if left else ""
        return next_one or url_for("desk.jury", slug=found.brief.slug)
    return url_for("desk.score_page", ref=ref, kept="yes") + "#kept"


def _sent() -> Sent:
    revision = request.form.get("revision", "")
    return Sent(
        marks={name: value for name, value in request.form.items() if name.startswith(MARK)},
        note=request.form.get("note", ""),
        conflict="conflict" in request.form,
        revision=int(revision) if revision.isdecimal() and len(revision) < 9 else 0,
    )


def _typed() -> dict[str, object]:
    """What was sent, to stand in the form again."""
    sent = _sent()
    return {"marks": dict(sent.marks), "note": sent.note, "conflict": sent.conflict}


def _page(ref: str, status: int = 200, **values: object) -> Response:
    context = current()
    brief = brief_of_idea(context, ref)
    found, me = jury_of(context, brief), door.me().account.name
    idea = acts.ensure_judged(context.store, ref, brief.slug)
    mine = scores.given(context.store, ref, me)
    shown = card(context, idea)
    standing = standing_of(found.card, mine)
    return page(
        "score",
        shown.title,
        status,
        **{
            "card": shown,
            "brief": brief,
            "scorecard": found.card,
            "card_hash": card_hash(found.card),
            "steps": steps,
            "points": _points(found),
            "number": number,
            "block": block,
            "line": line,
            "revision": mine.revision if mine else 0,
            "standing": standing,
            "kept": request.args.get("kept") == "yes",
            "own": _own(found, mine),
            "others": _others(found, idea, me) if standing in DONE else None,
            "share": found.share(me),
            "longest": LONGEST_NOTE,
            "again": standing is Standing.AGAIN,
            **_filled(found, mine),
            **values,
        },
    )


def _filled(found: Jury, mine: Score | None) -> dict[str, object]:
    """One's own score, as far as the scorecard still asks for it."""
    if mine is None:
        return {"marks": {}, "note": "", "conflict": False}
    marks = still(found.card, mine)
    told: Filled = {MARK + name: str(value) for name, value in marks.values.items()}
    told |= dict.fromkeys((MARK + each for each in marks.not_applicable), "-")
    return {"marks": told, "note": mine.note, "conflict": mine.conflict}


def _points(found: Jury) -> dict[str, dict[str, str]]:
    """By criterion the words at its steps."""
    return {
        each.id: {option.code: option.label for option in each.options}
        for each in found.card.criteria
    }


def _own(found: Jury, mine: Score | None) -> float | None:
    marks = scoring.marks_of(found.card, mine) if mine else None
    score = scoring.weighted(marks, scoring.weights_of(found.card)) if marks else None
    return None if score is None else scoring.told(score)


def _others(found: Jury, idea: Idea, me: str) -> list[Other]:
    """What the other jurors whose scores are in said; their notes are for those who run it."""
    sees_notes = door.may(Access.DESK, found.brief.slug)
    return [
        Other(each.juror, _own(found, each), each.conflict, each.note if sees_notes else "")
        for each in found.scores
        if each.idea == idea.ref and each.juror != me and is_in(found.card, each)
    ]
