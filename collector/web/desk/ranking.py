"""How the jury ranks the ideas, how far it agrees, and which ideas are picked out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Response, redirect, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response as AnyResponse

from collector.acts import pick as acts
from collector.acts.desk import LONGEST_REPLY
from collector.acts.pick import Picking
from collector.analysis import agreement, scoring
from collector.analysis.agreement import Data
from collector.analysis.scoring import Judged
from collector.analysis.sensitivity import in_the_top
from collector.brief import Question
from collector.draw import Asked, Point, quadrants
from collector.draw.numbers import number, percent
from collector.entries import PICKING, Idea, Reason
from collector.errors import Forbidden, Invalid, Refused
from collector.form.prose import bare, line
from collector.moderation import PICKS
from collector.web import errors
from collector.web.context import current
from collector.web.desk import door
from collector.web.desk.cards import card
from collector.web.desk.challenges import known
from collector.web.desk.decide import chosen, notice, seen
from collector.web.desk.jury import Jury, jury_of, sees_ranking
from collector.web.desk.page import page, problems
from collector.words import say

TOP = 3
"""Places that are looked at, where nobody says how many."""


@dataclass(frozen=True)
class Place:
    """One idea in the ranking."""

    idea: Idea
    title: str
    judged: Judged
    stays: float | None
    """In what part of the draws it stays in the top when weights move."""

    @property
    def seen(self) -> str:
        """The idea and its revision, as a form sends them back."""
        return f"{self.idea.ref}:{self.idea.revision}"


@dataclass(frozen=True)
class Agreed:
    """How far jurors agree on a criterion, or on the whole score."""

    criterion: Question | None
    alpha: float | None
    kappa: float | None = None

    @property
    def level(self) -> str:
        """What may be concluded of it, by Krippendorff's limits."""
        return "" if self.alpha is None else agreement.level(self.alpha)


def ranking(slug: str) -> Response:
    """The ideas in the jury's order."""
    return _page(slug)


def pick_ideas(slug: str) -> AnyResponse:
    """Shortlist what is ticked, give it the award, or take it off."""
    context, typed = current(), request.form
    brief, refs = known(context, slug), chosen()
    picking = Picking(_move(), refs, _reason(), typed.get("text", ""))
    try:
        by = door.me().account.name
        acts.pick(context.store, brief, picking, by, context.clock(), seen=seen())
    except Invalid as error:
        told = {"ticked": refs, "reason": picking.reason, "text": picking.text}
        return _page(slug, errors.status_of(error), problems=problems(error), **told)
    return redirect(door.way_back(url_for("desk.ranking", slug=slug), "ranking", done=refs), 303)


def _page(slug: str, status: int = 200, **values: object) -> Response:
    context = current()
    found = jury_of(context, known(context, slug))
    if not sees_ranking(found):
        raise Forbidden("jury-blind")
    top = _top(len(found.ideas))
    places = _places(found, top)
    return page(
        "ranking",
        say("ranking-title", {"title": found.brief.title}),
        status,
        **{
            "brief": found.brief,
            "scorecard": found.card,
            "places": places,
            "top": top,
            "border": _border(places, top),
            "agreed": _agreements(found),
            "matrix": _matrix(found, places),
            "reasons": PICKING,
            "moves": list(PICKS),
            "notice": notice(context),
            "back": request.path,
            "longest": LONGEST_REPLY,
            "ticked": [],
            "number": number,
            "percent": percent,
            "line": line,
            **values,
        },
    )


def _places(found: Jury, top: int) -> list[Place]:
    context = current()
    ideas = {each.ref: each for each in found.ideas}
    marks = scoring.gathered(found.card, found.scores)
    of_ideas = {ref: each for ref, each in marks.items() if ref in ideas}
    stays = in_the_top(of_ideas, scoring.weights_of(found.card), top)
    return [
        Place(ideas[each.idea], card(context, ideas[each.idea]).title, each, stays.get(each.idea))
        for each in scoring.judge(found.card, found.scores, ideas)
    ]


def _matrix(found: Jury, places: Sequence[Place]) -> Markup:
    """The ideas by the scorecard's two criteria; nothing where it names none."""
    if found.card.matrix is None:
        return Markup()
    brings, ease = found.card.matrix
    labels = {each.id: bare(each.label) for each in found.card.criteria}
    points = [
        Point(each.title, means[brings], means[ease])
        for each in places
        if (means := each.judged.means or {}).keys() >= {brings, ease}
    ]
    axes = (labels[brings], labels[ease])
    drawn = quadrants(points, axes, Asked("matrix", " – ".join(axes)))
    return Markup(drawn) if points else Markup()  # noqa: S704  # every text in it is escaped


def _border(places: Sequence[Place], top: int) -> list[str]:
    """The titles of the equals between which the last place falls; none where it is clear."""
    ranks = [each.judged.rank for each in places if each.judged.rank]
    if len(ranks) <= top or ranks[top - 1] != ranks[top]:
        return []
    return [each.title for each in places if each.judged.rank == ranks[top]]


def _agreements(found: Jury) -> list[Agreed]:
    """Of the whole score, then of each criterion that counts."""
    marks = scoring.gathered(found.card, found.scores)
    weights = scoring.weights_of(found.card)
    whole = [
        [score for one in each if (score := scoring.weighted(one, weights)) is not None]
        for each in marks.values()
    ]
    criteria = [each for each in found.card.criteria if each.weight]
    return [
        Agreed(None, agreement.alpha(whole, Data.INTERVAL)),
        *(_agreed(each, marks) for each in criteria),
    ]


def _agreed(criterion: Question, marks: Mapping[str, Sequence[Mapping[str, float]]]) -> Agreed:
    units = [[one[criterion.id] for one in each if criterion.id in one] for each in marks.values()]
    return Agreed(criterion, agreement.alpha(units, Data.ORDINAL), agreement.kappa(units))


def _top(ideas: int) -> int:
    asked = request.args.get("top", "")
    wanted = int(asked) if asked.isdecimal() and len(asked) < 4 else TOP
    return max(1, min(wanted, ideas or 1))


def _move() -> str:
    move = request.form.get("do", "")
    if move not in PICKS:
        raise Refused("desk-choice")
    return move


def _reason() -> Reason:
    try:
        return Reason(request.form.get("reason", ""))
    except ValueError:
        raise Refused("desk-choice") from None
