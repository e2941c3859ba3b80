"""What is shown and said around a ballot: drawn, before it is kept, once it is, and why not."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import Response

from collector import form as forms
from collector import voting
from collector.acts.ballot import Note, Settled
from collector.brief import VotingKind
from collector.entries import Ballot, Idea
from collector.errors import GardenError, Invalid, Unproven
from collector.pages import ballot as sheets
from collector.pages.ballot import money
from collector.voting import NO_KEY
from collector.web import errors
from collector.web.frame import render
from collector.web.public import voter
from collector.web.public.ballot_ask import CHOSEN, RECEIPT, BallotAsk, values_of
from collector.web.public.vote_pages import may_go_well
from collector.web.tokens import Ticket
from collector.words import say

__all__ = [
    "confirmation",
    "is_ranked",
    "lead",
    "lines",
    "may_go_well",
    "refused",
    "said",
    "sheet",
    "spent",
    "title_of",
    "told",
]
CARRIED = ("_email", "_invite", "_lang", "_voter", RECEIPT)
"""Fields of ours that go from step to step."""


@dataclass(frozen=True)
class Line:
    """One idea of a ballot, in words."""

    title: str
    cost: str = ""


def title_of(ask: BallotAsk) -> str:
    """What the ballot is called, and what leads to it."""
    rules = voting.on_ballots(ask.brief)
    if rules.kind is VotingKind.RANKED:
        return say("ballot-rank")
    return say("ballot-spend", {"budget": money(rules)})


def sheet(ask: BallotAsk, error: Invalid | None = None, *, is_own: bool = False) -> Response:
    """The ballot, with what was chosen and what is wrong with it."""
    rules, form = voting.on_ballots(ask.brief), ask.form()
    values = ask.raw or values_of(rules.kind, ask.choices)
    drawn = forms.draw(
        form,
        forms.Context(
            challenge=ask.brief.slug,
            action=ask.action,
            values=values,
            problems=error.problems if error else {},
            hidden=_carried(ask),
            button=say("ballot-go-on"),
            level=2,
        ),
    )
    response = render(
        "public/ballot.html",
        title_of(ask),
        422 if error else 200,
        ask=ask,
        drawn=drawn if form.questions[0].options else "",
        no_cost=sheets.without_cost(rules, ask.data.ideas),
        is_own=is_own,
        back=_back(ask) if is_own else [],
    )
    voter.probe(response)
    return response


def confirmation(ask: BallotAsk, settled: Settled, error: GardenError | None = None) -> Response:
    """Is this right? With what became of its ideas meanwhile."""
    response = render(
        "public/ballot_confirm.html",
        say("ballot-confirm-title"),
        200 if error is None else errors.status_of(error),
        ask=ask,
        ranked=is_ranked(ask),
        lines=lines(ask, settled.ideas),
        spent=spent(ask, settled.ideas),
        notes=told(settled.notes),
        message=errors.message(error) if error else "",
        fields=_fields(ask),
        change=_change(ask),
    )
    return response if error is None else errors.retry_later(response, error)


def refused(ask: BallotAsk, error: GardenError) -> Response:
    """Why there is no ballot, or why it was not kept, and where to go on."""
    drawing = not ask.raw and not ask.kit
    response = render(
        "public/ballot_refused.html",
        say("ballot-refused-title" if not drawing else "ballot-not-now"),
        errors.status_of(error),
        message=errors.message(error),
        ask=ask,
        asks_for=error.field if isinstance(error, Unproven) else "",
        carried=_proving(ask),
    )
    return errors.retry_later(response, error)


def lead(ask: BallotAsk, kept: Ballot | None, ticket: Ticket) -> Response:
    """To the page that shows the receipt; a ballot that was taken back has none."""
    if kept is None:
        return render("public/ballot_back.html", say("ballot-back-title"), ask=ask)
    address = f"/collect/-/thanks/{ask.context.tokens.seal(ticket)}"
    return Response(status=303, headers={"Location": address})


def said(kept: Ballot | None) -> str:
    """What became of the ballot."""
    if kept is None:
        return say("ballot-kept-back")
    return say("ballot-kept-no-key" if kept.apart == NO_KEY else "ballot-kept")


def told(notes: Iterable[Note]) -> list[str]:
    """What became of ideas, each thing once."""
    return [*dict.fromkeys(say(note.reason, note.facts) for note in notes)]


def lines(ask: BallotAsk, ideas: Iterable[Idea]) -> list[Line]:
    """The ideas of a ballot, with their costs where it is about money."""
    rules = voting.on_ballots(ask.brief)
    ranked = rules.kind is VotingKind.RANKED
    return [
        Line(
            str(idea.answers.get("title", "")),
            "" if ranked else money(rules, voting.cost_of(idea) or 0),
        )
        for idea in ideas
    ]


def spent(ask: BallotAsk, ideas: tuple[Idea, ...]) -> str:
    """How much of the budget these take; nothing where it is not about money."""
    rules = voting.on_ballots(ask.brief)
    if rules.kind is VotingKind.RANKED or not ideas:
        return ""
    sum_ = money(rules, float(voting.spent(ideas)))
    return say("ballot-spent", {"sum": sum_, "budget": money(rules)})


def is_ranked(ask: BallotAsk) -> bool:
    """Whether ideas are put in order; else money is spent on them."""
    return voting.on_ballots(ask.brief).kind is VotingKind.RANKED


def _carried(ask: BallotAsk) -> dict[str, str]:
    return {name: ask.kit[name] for name in CARRIED if ask.kit.get(name)}


def _fields(ask: BallotAsk) -> list[tuple[str, str]]:
    """The ballot as fields of the next post."""
    fields = {CHOSEN: ",".join(ask.choices), "_token": ask.sealed()}
    return [*(fields | _carried(ask)).items()]


def _change(ask: BallotAsk) -> list[tuple[str, str]]:
    """What leads back to the ballot as it was filled in."""
    return [*({CHOSEN: ",".join(ask.choices), "_change": "yes"} | _carried(ask)).items()]


def _proving(ask: BallotAsk) -> list[tuple[str, str]]:
    """What goes along with a code that lets somebody vote: the ballot, if it was filled in."""
    if not ask.raw:
        return [(name, text) for name, text in _change(ask) if name != "_invite"]
    return [(name, text) for name, texts in ask.raw.items() for text in texts]


def _back(ask: BallotAsk) -> list[tuple[str, str]]:
    """What takes the ballot back, once that is confirmed."""
    return [*({"_back": "yes"} | _carried(ask)).items()]
