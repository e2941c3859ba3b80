"""A ballot's receipt: it shows the ballot, changes it, takes it back, or erases it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from flask import Response

from collector.acts import ballot as ballots
from collector.acts import own
from collector.brief import BALLOTS, Act
from collector.entries import Ballot
from collector.errors import GardenError
from collector.web import errors
from collector.web.context import Context, current
from collector.web.frame import render, unreferred
from collector.web.public import ballot_pages as pages
from collector.web.public import outcome
from collector.web.public.ballot_ask import RECEIPT, BallotAsk
from collector.web.public.receipt_keep import as_file
from collector.words import say, speak


@dataclass(frozen=True)
class Held:
    """The ballot behind a code; `ask` is None where its challenge has no ballots any more."""

    code: str
    ballot: Ballot
    ask: BallotAsk | None

    @property
    def is_open(self) -> bool:
        return self.ask is not None and self.ask.brief.standing(Act.VOTE, self.ask.now).allowed


def is_for_ballot(context: Context, code: str) -> bool:
    """Whether the code's receipt is one of a ballot."""
    return ballots.is_receipt(context.store, code)


def thanks(code: str) -> Response:
    """After voting: what was kept, and the code to come back with."""
    return _show(code, thanking=True)


def receipt(code: str, sent: Mapping[str, str]) -> Response:
    """Show the ballot, or do with it what is wished."""
    wish = sent.get("do", "")
    try:
        if wish in WISHES:
            return WISHES[wish](code)
    except GardenError as error:
        return _show(code, error=error)
    return _show(code, asking="erase" if wish == "ask-erase" else "")


def _change(code: str) -> Response:
    """The ballot filled in as it is; what comes of it takes its place."""
    held = _held(code)
    if held is None or held.ask is None:
        return _show(code)
    ballots.ensure_open(held.ask.context.store, held.ask.brief, held.ask.now)
    return unreferred(pages.sheet(held.ask))


def _back(code: str) -> Response:
    held = _held(code)
    if held is not None and held.ask is not None:
        cast = ballots.Cast(brief=held.ask.brief, choices=(), changes=code)
        ballots.cast(held.ask.context.store, cast, held.ask.now)
    return _show(code)


def _download(code: str) -> Response:
    held = _held(code)
    return as_file(own.vote(held.ballot)) if held else _show(code)


def _erase(code: str) -> Response:
    context, held = current(), _held(code)
    brief = held.ask.brief if held and held.ask else None
    ballots.erase(context.store, brief, code, context.clock())
    return unreferred(render("public/ballot_erased.html", say("title-erased")))


WISHES = {"change": _change, "back": _back, "erase": _erase, "download": _download}


def _held(code: str) -> Held | None:
    """None if the ballot was taken back."""
    context = current()
    ballot = ballots.behind(context.store, code)
    if ballot is None:
        return None
    brief = context.live().briefs.get(ballot.challenge)
    if brief is None or brief.voting is None or brief.voting.kind not in BALLOTS:
        return Held(code, ballot, None)
    speak(brief.language)
    ask = BallotAsk(context, brief, {RECEIPT: code}, context.clock(), {}, ballot.choices)
    return Held(code, ballot, ask)


def _show(
    code: str, *, thanking: bool = False, asking: str = "", error: GardenError | None = None
) -> Response:
    held = _held(code)
    response = render(
        "public/ballot_receipt.html",
        say("ballot-kept-title" if thanking and held else "ballot-receipt-title"),
        errors.status_of(error) if error else 200,
        code=code,
        held=held,
        asking=asking,
        thanking=thanking,
        message=errors.message(error) if error else "",
        **(_facts(held.ask, held.ballot) if held and held.ask else NOTHING),
    )
    return unreferred(response)


NOTHING: Mapping[str, object] = {
    "kept": "",
    "lines": [],
    "spent": "",
    "notes": [],
    "ranked": True,
    "outcome": "",
}


def _facts(ask: BallotAsk, ballot: Ballot) -> dict[str, object]:
    """What is said of the ballot: its ideas as they stand now."""
    settled = ballots.settle(ask.context.store, ask.brief, ballot.choices, ask.now)
    ask = replace(ask, choices=settled.choices)
    return {
        "kept": pages.said(ballot),
        "lines": pages.lines(ask, settled.ideas),
        "spent": pages.spent(ask, settled.ideas),
        "notes": pages.told(settled.notes),
        "ranked": pages.is_ranked(ask),
        "outcome": outcome.for_voter(ask.context, ask.brief, ask.now),
    }
